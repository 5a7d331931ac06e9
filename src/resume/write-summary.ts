import { z } from 'zod';
import { describeError, HotseatError } from '../errors.ts';
import type { Llm } from '../llm/llm.ts';
import { authorOf, fillPrompt } from '../llm/prompt-page.ts';
import { completeStructured } from '../llm/structured.ts';
import { Difficulty } from '../schemas/question.ts';
import type { ParsedResume, ResumeSummary } from '../schemas/resume.ts';
import { holdSummary, isWhole, type Sources } from './hold-summary.ts';
import { DOMAINS } from './parsing/domain-words.ts';
import { isInjected } from './parsing/injection.ts';
import { summarizeResume } from './parsing/summary.ts';
import { roleWanted } from './role-wanted.ts';

export interface WrittenSummary {
  summary: ResumeSummary;
  /** What a person should know about how it was made. */
  notices: string[];
}

const Draft = z.object({
  points: z.array(z.string()),
  keySkills: z.array(z.string()),
  highlights: z.array(z.string()),
  suggestedTopics: z.array(z.string()),
  suggestedDifficulty: Difficulty,
});

/** Letters of a resume that a model reads: eight pages and more. */
const LONGEST = 24_000;

/**
 * The summary of a resume for a role: by a model, held to the resume; by rules
 * where there is no model, where it fails, or where too little of what it wrote
 * is in the resume. Never one half of each. Years and education are always
 * computed.
 */
export async function writeSummary(parsed: ParsedResume, role: string | null, llm: Llm | null): Promise<WrittenSummary> {
  const computed = summarizeResume(parsed, role);
  const shown = shownText(parsed);
  if (!llm || shown === '') return { summary: computed, notices: [] };
  try {
    return await summarize(llm, { parsed, role: role ?? roleWanted(parsed) ?? 'Not said.', shown, computed });
  } catch (error) {
    if (!(error instanceof HotseatError)) throw error;
    return { summary: computed, notices: [`${describeError(error).message} ${ON_THIS_MACHINE}`] };
  }
}

const ON_THIS_MACHINE = 'The summary was made on this machine.';

async function summarize(llm: Llm, sources: Sources): Promise<WrittenSummary> {
  const { role, shown, computed } = sources;
  const prompt = fillPrompt('resume-summary', { words: { role, topics: DOMAINS.map((domain) => `- ${domain}`).join('\n') }, material: { resume: shown } });
  const { value } = await completeStructured(llm, prompt.messages, { name: 'resume_summary', schema: Draft, temperature: 0.3, maxTokens: 1_200, reusable: true });
  const { summary, dropped } = holdSummary(value, sources);
  if (!isWhole(summary, computed)) return { summary: computed, notices: [`Too little of the model's summary is in the resume. ${ON_THIS_MACHINE}`] };
  return { summary: { ...summary, writtenBy: authorOf(llm, prompt) }, notices: dropped === 0 ? [] : [droppedWords(dropped)] };
}

function droppedWords(dropped: number): string {
  return dropped === 1 ? 'One thing in the model\'s summary is not in the resume and was left out.' : `${dropped} things in the model's summary are not in the resume and were left out.`;
}

/** The sections as they stand, without contact data, other people, and words to a program. */
function shownText({ sections }: ParsedResume): string {
  const texts = sections.filter(({ kind }) => kind !== 'contact' && kind !== 'references').map(({ heading, text }) => `${heading}\n${text}`);
  const lines = texts.join('\n\n').split('\n').filter((line) => !isInjected(line));
  return lines.join('\n').trim().slice(0, LONGEST);
}
