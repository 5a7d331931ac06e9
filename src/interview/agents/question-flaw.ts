import { sharedMeaning } from '../../grading/shared-meaning.ts';
import { readText } from '../../grading/words.ts';
import type { AskedQuestion, InterviewState } from '../../schemas/interview.ts';
import { countWords, isQuestion, isRequest, MOST_WORDS, sentencesOf } from './tidy-question.ts';

/** Letters that stand in for contact data, and that nobody can put back. */
const STAND_IN = /\[[A-Z]{4,7}_\d+\]/iu;
/** So many words in a row are no accident. */
const RUN = 6;
const SHORTEST_RUN = 4;
/** Of what a question says, beside the tie to the resume, so much must be about its subject. */
const ON_SUBJECT = 0.2;
/** Of two questions that share so much, one is enough. */
const SAME = 0.9;

/**
 * What keeps a model's words from being asked in place of the question's own,
 * in a few words; null for nothing. The rubric stays the same, so they must ask
 * for the same, and must not say what it says; and what was asked before is not
 * asked again.
 */
export function flawOf(text: string, own: AskedQuestion, { previousQuestions, resumeContext }: Pick<InterviewState, 'previousQuestions' | 'resumeContext'>): string | null {
  const sentences = sentencesOf(text);
  const last = sentences.at(-1) ?? '';
  if (text.trim() === '') return 'there are none';
  if (!isQuestion(last) && !isRequest(last)) return 'they do not end as a question';
  if (sentences.filter(isQuestion).length > 1) return 'they ask more than one thing';
  if (countWords(text) > MOST_WORDS) return 'they are too many';
  if (STAND_IN.test(text)) return 'they name a stand-in';
  if (givesAway(text, own)) return 'they give the answer away';
  const resume = resumeContext.map((passage) => passage.text).join('\n');
  if (sharedMeaning(text, subjectOf(own), resume) < ON_SUBJECT) return 'they ask for something else';
  return previousQuestions.some((question) => isSame(text, question.text)) ? 'they were asked before' : null;
}

function isSame(text: string, other: string): boolean {
  return sharedMeaning(text, other) >= SAME && sharedMeaning(other, text) >= SAME;
}

function subjectOf({ text, domain, rubric, claim }: AskedQuestion): string {
  return [text, domain.replace(/-/gu, ' '), claim?.text, rubric.reference, ...rubric.keyPoints.map((point) => point.text)].filter(Boolean).join('. ');
}

/** It says a run of words of the reference, a key point or a hint that the question itself does not say. */
function givesAway(text: string, { text: own, claim, rubric, hints }: AskedQuestion): boolean {
  const asked = wordsOf(text);
  const known = wordsOf(`${own} ${claim?.text ?? ''}`);
  const secrets = [rubric.reference ?? '', ...hints, ...rubric.keyPoints.map((point) => point.text)];
  return secrets.some((secret) => runsOf(wordsOf(secret)).some((run) => asked.includes(run) && !known.includes(run)));
}

/** With a space at both ends, so that a run is found as whole words. */
function wordsOf(text: string): string {
  return ` ${readText(text).words.map((word) => word.text).join(' ')} `;
}

function runsOf(words: string): string[] {
  const all = words.trim().split(' ');
  if (all.length < SHORTEST_RUN) return [];
  const length = Math.min(RUN, all.length);
  return Array.from({ length: all.length - length + 1 }, (_, start) => ` ${all.slice(start, start + length).join(' ')} `);
}
