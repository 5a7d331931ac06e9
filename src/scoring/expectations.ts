import type { Expectation } from '../schemas/answers-file.ts';
import type { Evaluation } from '../schemas/evaluation.ts';

/** What is asked of one case: by its author, and by --min-each. */
export interface Demands {
  expect?: Expectation;
  minEach?: number;
}

/** In words, everything that was asked and that the evaluation does not show. */
export function unmet({ expect = {}, minEach }: Demands, evaluation: Evaluation): string[] {
  if (evaluation.status === 'ungraded') return [`not graded: ${evaluation.reason}`];
  const { score, band, flags, keyPoints } = evaluation;
  const covered = new Set(keyPoints.filter(({ state }) => state === 'covered').flatMap(({ id, text }) => [id, text]));
  return [
    ...(minEach !== undefined && score < minEach ? [`score ${score} is below ${minEach} (--min-each)`] : []),
    ...(expect.minScore !== undefined && score < expect.minScore ? [`score ${score} is below ${expect.minScore}`] : []),
    ...(expect.maxScore !== undefined && score > expect.maxScore ? [`score ${score} is above ${expect.maxScore}`] : []),
    ...(expect.band !== undefined && band !== expect.band ? [`band ${band} is not ${expect.band}`] : []),
    ...(expect.covers ?? []).filter((point) => !covered.has(point)).map((point) => `key point not covered: ${point}`),
    ...(expect.flags ?? []).filter((flag) => !flags.includes(flag)).map((flag) => `flag not raised: ${flag}`),
  ];
}

/** Whether anything at all is asked of a case. */
export function isAsked({ expect, minEach }: Demands): boolean {
  return minEach !== undefined || Object.values(expect ?? {}).some((value) => value !== undefined);
}
