import { z } from 'zod';
import { BAND_NAMES } from '../../grading/bands.ts';
import type { Llm } from '../../llm/llm.ts';
import { authorOf, fillPrompt } from '../../llm/prompt-page.ts';
import { completeStructured } from '../../llm/structured.ts';
import type { InterviewState } from '../../schemas/interview.ts';
import type { Report, ReportedQuestion } from '../../schemas/report.ts';
import { moveTo, withDerived } from '../state.ts';
import { holdAdvice } from './advice.ts';
import { reasonToGoOn, type Agent } from './agent.ts';
import { buildReport } from './report.ts';

const Advised = z.object({
  strengths: z.array(z.object({ text: z.string(), questionId: z.string(), quote: z.string() })),
  weaknesses: z.array(z.object({ text: z.string(), questionId: z.string() })),
  recommendations: z.array(z.string()),
});

const ON_THIS_MACHINE = 'The advice was made on this machine.';
/** Letters of one answer that the model reads. */
const LONGEST = 3_000;

/**
 * The report agent with a model: scores, bands and the recommendation are
 * computed as they are offline; the model writes the advice, and is held to the
 * answers. Where it fails, nobody waits, or nothing was graded, the report is
 * the offline one.
 */
export function createModelReportAgent({ llm }: { llm: Llm }): Agent {
  return async (state, { signal } = {}) => {
    if (state.report) return {};
    return withDerived({ ...moveTo(state, 'completed'), report: await advised(state, buildReport(state), llm, signal) });
  };
}

async function advised(state: InterviewState, report: Report, llm: Llm, signal?: AbortSignal): Promise<Report> {
  if (report.graded === 0) return report;
  const prompt = fillPrompt('report', { words: { role: state.jobRole }, material: { transcript: transcriptOf(report) } });
  try {
    const { value } = await completeStructured(llm, prompt.messages, { name: 'report', schema: Advised, temperature: 0.3, maxTokens: 1_500, signal, reusable: true });
    const { advice, dropped, held } = holdAdvice(value, report);
    if (held === 0) return noted(report, `What the model advised does not rest on the answers. ${ON_THIS_MACHINE}`);
    return noted({ ...report, ...advice, advisedBy: authorOf(llm, prompt) }, `Advice by ${llm.endpoint.provider} ${llm.endpoint.model}${droppedWords(dropped)}.`);
  } catch (error) {
    return noted(report, `${reasonToGoOn(error, signal, 'Nobody waited for the advice of the model.')} ${ON_THIS_MACHINE}`);
  }
}

function noted(report: Report, note: string): Report {
  return { ...report, notes: [...report.notes, note] };
}

function droppedWords(dropped: number): string {
  if (dropped === 0) return ', held to the answers';
  return dropped === 1 ? '; one point that no answer supports was left out' : `; ${dropped} points that no answer supports were left out`;
}

function transcriptOf({ questions }: Report): string {
  return questions.map(talkOf).join('\n\n');
}

/** A question with its follow-ups: what was asked, said and found. */
function talkOf({ type, domain, difficulty, band, made = [], turns }: ReportedQuestion): string {
  const about = type === domain ? type : `${type}, ${domain}`;
  return turns
    .map(({ questionId, question, answer, evaluation }, index) => {
      const kind = index === 0 ? `${about}, ${difficulty}; ${band === null ? 'not graded' : BAND_NAMES[band]}` : 'asked further';
      const missed = evaluation?.keyPoints.filter(({ id, state }) => state === 'missed' && !made.includes(id)).map(({ text }) => text) ?? [];
      return [
        `${questionId} (${kind})`,
        `Question: ${question}`,
        `Answer: ${answer?.slice(0, LONGEST) ?? 'none, it was skipped.'}`,
        ...(evaluation?.feedback ? [`Feedback: ${evaluation.feedback}`] : []),
        ...(missed.length > 0 ? [`Missed: ${missed.join('; ')}`] : []),
      ].join('\n');
    })
    .join('\n\n');
}
