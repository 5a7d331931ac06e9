import { BAND_NAMES } from '../grading/bands.ts';
import type { Evaluation, Flag, GradedBy, SecondGrade } from '../schemas/evaluation.ts';
import type { Report } from '../schemas/report.ts';

/** The scale's own words for its bands. */
export { BAND_NAMES as BAND_WORDS } from '../grading/bands.ts';

/** What a flag means to the person whose answer has it. */
export const FLAG_WORDS: Record<Flag, string> = {
  empty: 'There was no answer.',
  dont_know: 'You said that you do not know. Say what you do know, and how you would find out.',
  too_short: 'Too short to show what you know.',
  echo: 'This repeats the question.',
  off_topic: 'This does not seem to speak about the question.',
  other_answer: 'This answers another question.',
  instruction: 'Instructions to the grader are ignored.',
  keywords_only: 'Words without sentences: say how they belong together.',
  shuffled: 'The words are there, but they make no sentences.',
  negated: 'This says the opposite of what is right.',
  padding: 'Filler was left out of account.',
  repetition: 'Saying it again adds nothing.',
  language: 'The grader does not know this language.',
  skipped: 'Skipped.',
};

/** 0 to 1, as people see it. */
export function outOfHundred(score: number): number {
  return Math.round(score * 100);
}

/** "72 of 100 (good)", or why there is no score. */
export function scoreWords(evaluation: Evaluation): string {
  if (evaluation.status === 'ungraded') return `not graded: ${evaluation.reason}`;
  const spread = evaluation.spread > 0 ? ` ± ${outOfHundred(evaluation.spread)}` : '';
  return `${outOfHundred(evaluation.score)}${spread} of 100 (${BAND_NAMES[evaluation.band]})`;
}

/** "1 skipped, counted as 0": what was skipped counts in a real interview alone. */
export function skippedWords({ skipped, mode }: Pick<Report, 'skipped' | 'mode'>): string {
  return `${skipped} skipped, ${mode === 'real' ? 'counted as 0' : 'left out'}`;
}

/** Where in the interview a question stood, as the report numbers them: "Question 2, follow-up"; its id where it is not known. */
export function placeOf(questionId: string, { questions }: Pick<Report, 'questions'>): string {
  const number = questions.findIndex(({ turns }) => turns.some((turn) => turn.questionId === questionId));
  const turns = questions[number]?.turns ?? [];
  const further = turns.findIndex((turn) => turn.questionId === questionId);
  if (number < 0) return questionId;
  return `Question ${number + 1}${further > 0 ? `, follow-up${turns.length > 2 ? ` ${further}` : ''}` : ''}`;
}

/** "Second grader, openai gpt-4o: 33 of 100 (mixed). The two are split."; undefined where there was none. */
export function secondOpinion({ status, second, agreement }: Evaluation): string | undefined {
  if (!second) return undefined;
  const said = `Second grader, ${graderWords(second.gradedBy)}: ${secondWords(second)}`;
  if (second.status === 'ungraded') return said;
  if (status === 'ungraded') return `${said}. It does not count in place of the missing grade.`;
  return `${said}. ${agreement === 'split' ? 'The two are split.' : 'The two agree.'}`;
}

/** "33 of 100 (mixed)", or why there is no second grade. */
export function secondWords(second: SecondGrade): string {
  return second.status === 'ungraded' ? `not graded: ${second.reason}` : `${outOfHundred(second.score)} of 100 (${BAND_NAMES[second.band]})`;
}

/** What a report says about all second grades, in a sentence or two; undefined where there was no second grader. */
export function agreementNote(evaluations: readonly Evaluation[]): string | undefined {
  const seconded = evaluations.flatMap(({ second }) => second ?? []);
  if (seconded.length === 0) return undefined;
  const count = (wanted: Evaluation['agreement']) => evaluations.filter(({ agreement }) => agreement === wanted).length;
  const [agreed, split] = [count('agreed'), count('split')];
  const left = seconded.length - agreed - split;
  const names = [...new Set(seconded.map(({ gradedBy }) => graderWords(gradedBy)))].join(', ');
  const missing = left > 0 ? ` ${left} of ${seconded.length} have one grade at most, and do not compare.` : '';
  return `Graded a second time by ${names}, which changes no score: ${agreed} in the same band, ${split} split.${missing}`;
}

function graderWords({ provider, model }: GradedBy): string {
  return `${provider} ${model}`;
}
