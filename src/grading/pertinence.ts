import type { GradingRequest } from './grader.ts';
import { wordingsOf } from './key-points.ts';
import type { Story } from './star.ts';
import { domainConcepts } from './synonyms.ts';
import { readOnce } from './text-cache.ts';
import { isStep } from './verbs.ts';
import type { Text, Word } from './words.ts';

const WORK = domainConcepts('people and work');
const EVERYDAY = domainConcepts('everyday words');
const ENOUGH = 3;
/** From here on a word is of work wherever it is said. */
const WORK_ALONE = 1;
/** What an answer that shares nothing with the question gets. */
export const NOT_PERTINENT = 0.4;

/**
 * How far a told experience has to do with the question, 0.4 to 1: by the words it
 * shares with the question, its key points and the cited lines of the resume, and
 * by talk of people and work; in an introduction, and beside steps taken for a line of
 * the resume, by the words of any field of work. Three different ones are enough; a
 * story without any is one of another life, and where nobody did anything and nobody tells it there is none.
 */
export function pertinenceOf({ question, resumeLines = [] }: GradingRequest, answer: Text, { steps }: Pick<Story, 'steps'>): number {
  const { text, type, rubric } = question;
  if (type !== 'intro' && steps.length === 0 && isNobodysStory(answer) && (type === 'behavioral' || !isOfLines(answer, resumeLines))) return NOT_PERTINENT;
  const wordings = [...[text, ...resumeLines].map(readOnce), ...rubric.keyPoints.flatMap(wordingsOf)];
  const stems = new Set(wordings.flatMap(({ content }) => content.map(({ stem }) => stem)));
  const concepts = new Set(wordings.flatMap(({ words }) => words.flatMap((word) => word.concepts)));
  // A line of a resume is one line: what was done for it has other words, of any side of the work.
  const anyField = type === 'intro' || (type === 'resume' && steps.length > 0);
  const isField = (concept: number): boolean => (anyField ? !EVERYDAY.has(concept) : WORK.has(concept));
  const isWork = (word: Word): boolean => word.concepts.some(isField) || word.form.workWeight >= WORK_ALONE;
  const met = answer.content.filter((word) => stems.has(word.stem) || word.concepts.some((concept) => concepts.has(concept)) || isWork(word));
  const count = new Set(met.map(({ stem }) => stem)).size;
  return NOT_PERTINENT + (1 - NOT_PERTINENT) * Math.min(1, count / ENOUGH);
}

const TELLERS = new Set("i we me us my our mine ours i'm i've i'd we've we'd we're im ive".split(' '));
/** Speaks of no person who tells it. */
function isNobodysStory({ words }: Text): boolean {
  return words.every(({ text }) => !TELLERS.has(text));
}

/** Takes up a word of the cited lines, or begins with a step as such a line does: "Moved the jobs to a queue." */
function isOfLines({ words, content }: Text, resumeLines: readonly string[]): boolean {
  const stems = new Set(resumeLines.map(readOnce).flatMap((line) => line.content.map(({ stem }) => stem)));
  return content.some(({ stem }) => stems.has(stem)) || words.some(({ text, sentence }, at) => words[at - 1]?.sentence !== sentence && isStep(text));
}
