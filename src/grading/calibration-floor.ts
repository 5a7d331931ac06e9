import { mean } from './calibration-statistics.ts';
import { FLOOR_KINDS, FLOOR_LIMITS, type FloorAnswer, type FloorKind } from './floor-suite.ts';

/** What a grader gave the made answers of one kind. */
export interface FloorRow {
  kind: FloorKind;
  answers: number;
  ungraded: number;
  mean: number;
  limit: { atMost: number } | { atLeast: number } | null;
  /** Answers on the wrong side of the limit of their kind. */
  beyond: number;
  /** Answers in band 3 or 4. */
  good: number;
  /** For answers that were made from others: the mean change of the score against those, and how many rose. */
  change: number | null;
  raised: number | null;
}

/** False answers that were graded too high, over all kinds that deserve little. */
export interface FalseHigh {
  answers: number;
  /** Above the limit of their kind. */
  above: number;
  share: number;
  /** In band 3 or 4, where a gate would let them through. */
  good: number;
  goodShare: number;
}

/** A made answer with what the grader gave it; null where it was left ungraded. */
export interface GradedFloor {
  answer: FloorAnswer;
  score: number | null;
  /** The score of the answer that it was made from; null where it was made from none. */
  plainScore: number | null;
  band: number | null;
}

/** A row for each kind that occurs, in the order of FLOOR_KINDS. */
export function floorTable(graded: readonly GradedFloor[]): FloorRow[] {
  return FLOOR_KINDS.flatMap((kind) => {
    const list = graded.filter(({ answer }) => answer.kind === kind);
    return list.length > 0 ? [rowOf(kind, list)] : [];
  });
}

/** Sums up the rows of the kinds that deserve little. */
export function falseHighOf(rows: readonly FloorRow[]): FalseHigh {
  const low = rows.filter(({ limit }) => limit !== null && 'atMost' in limit);
  const sum = (key: 'answers' | 'beyond' | 'good'): number => low.reduce((total, row) => total + row[key], 0);
  const [answers, above, good] = [sum('answers'), sum('beyond'), sum('good')];
  return { answers, above, share: above / Math.max(1, answers), good, goodShare: good / Math.max(1, answers) };
}

function rowOf(kind: FloorKind, list: readonly GradedFloor[]): FloorRow {
  const limit = FLOOR_LIMITS[kind] ?? null;
  const scores = list.flatMap(({ score }) => score ?? []);
  const changes = list.flatMap(({ score, plainScore }) => (score === null || plainScore === null ? [] : [score - plainScore]));
  return {
    kind,
    answers: list.length,
    ungraded: list.length - scores.length,
    mean: mean(scores),
    limit,
    beyond: scores.filter((score) => limit !== null && ('atMost' in limit ? score > limit.atMost : score < limit.atLeast)).length,
    good: list.filter(({ band }) => band !== null && band >= 3).length,
    change: changes.length > 0 ? mean(changes) : null,
    raised: changes.length > 0 ? changes.filter((change) => change > 0).length : null,
  };
}
