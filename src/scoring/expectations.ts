import { BAND_STARTS, bandOf } from '../grading/bands.ts';
import type { Expectation } from '../schemas/answers-file.ts';
import type { Band, Evaluation, GradedEvaluation } from '../schemas/evaluation.ts';
import { atLeast, atMost, knownScore, standingTo, type Bar } from './standing.ts';

/** What is asked of one case: by its author, and by --min-each. */
export interface Demands {
  expect?: Expectation;
  minEach?: number;
}

/** What came of the demands, in words. */
export interface Judged {
  /** What was asked and does not show. */
  missed: string[];
  /** What the spread, or the second grader, leaves open. */
  unsure: string[];
}

/** Holds an evaluation to everything that was asked of it. An ungraded one meets nothing but flags that it carries. */
export function judgeDemands({ expect = {}, minEach }: Demands, evaluation: Evaluation): Judged {
  if (evaluation.status === 'ungraded') return { missed: isUngradedAsExpected(expect, evaluation) ? [] : [`not graded: ${evaluation.reason}`], unsure: [] };
  const judged: Judged = { missed: [], unsure: [] };
  const known = knownScore(evaluation);
  for (const { bar, asked, missed } of scoreDemands({ expect, minEach }, evaluation)) {
    const standing = standingTo(bar, known);
    if (standing === 'missed') judged.missed.push(missed);
    if (standing === 'unsure') judged.unsure.push(`cannot be told: ${asked} is asked, and the score is ${knownWords(evaluation)}`);
  }
  judged.missed.push(...missingEvidence(expect, evaluation));
  return judged;
}

/** Whether anything at all is asked of a case. A list without entries asks for nothing. */
export function isAsked({ expect = {}, minEach }: Demands): boolean {
  return minEach !== undefined || Object.values(expect).some(isDemand);
}

/**
 * Whether flags are all that a case expects, and an evaluation without a grade
 * carries them: a case that expects `language` has met that, and is no failure.
 * What a score would be needed for stays open.
 */
export function isUngradedAsExpected({ flags = [], ...others }: Expectation, evaluation: Evaluation): boolean {
  const isCarried = flags.length > 0 && flags.every((flag) => evaluation.flags.includes(flag));
  return evaluation.status === 'ungraded' && isCarried && !Object.values(others).some(isDemand);
}

function isDemand(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

interface ScoreDemand {
  bar: Bar;
  asked: string;
  missed: string;
}

function scoreDemands({ expect: { minScore, maxScore, band: wanted } = {}, minEach }: Demands, { score, band }: GradedEvaluation): ScoreDemand[] {
  const demands: ScoreDemand[] = [];
  if (minEach !== undefined) demands.push({ bar: atLeast(minEach), asked: `at least ${minEach} (--min-each)`, missed: `score ${score} is below ${minEach} (--min-each)` });
  if (minScore !== undefined) demands.push({ bar: atLeast(minScore), asked: `at least ${minScore}`, missed: `score ${score} is below ${minScore}` });
  if (maxScore !== undefined) demands.push({ bar: atMost(maxScore), asked: `at most ${maxScore}`, missed: `score ${score} is above ${maxScore}` });
  if (wanted !== undefined) demands.push({ bar: inBand(wanted), asked: `band ${wanted}`, missed: `band ${band} is not ${wanted}` });
  return demands;
}

/** A band begins at its own edge and ends at the next one's. */
function inBand(band: Band): Bar {
  const starts: Partial<Record<number, number>> = BAND_STARTS;
  return { edges: [starts[band], starts[band + 1]].filter((edge) => edge !== undefined), meets: (score) => bandOf(score) === band };
}

function missingEvidence({ covers = [], flags: wanted = [] }: Expectation, { flags, keyPoints }: GradedEvaluation): string[] {
  const covered = new Set(keyPoints.filter(({ state }) => state === 'covered').flatMap(({ id, text }) => [id, text]));
  return [
    ...covers.filter((point) => !covered.has(point)).map((point) => `key point not covered: ${point}`),
    ...wanted.filter((flag) => !flags.includes(flag)).map((flag) => `flag not raised: ${flag}`),
  ];
}

/** "0.55 ± 0.1 (0.33 by the second grader)" */
function knownWords({ score, spread, second }: GradedEvaluation): string {
  return `${score}${spread > 0 ? ` ± ${spread}` : ''}${second?.status === 'graded' ? ` (${second.score} by the second grader)` : ''}`;
}
