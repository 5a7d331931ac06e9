import type { KeyPointResult, Span } from '../schemas/evaluation.ts';
import type { KeyPoint, Rubric } from '../schemas/question.ts';
import type { AnswerIndex, Hit } from './alignment.ts';
import { bestHit, seek, shareFound, type Sought } from './coverage.ts';
import { spanOf } from './evidence.ts';
import { splitClauses, splitSentences } from './sentences.ts';
import { foundOnce, readOnce } from './text-cache.ts';
import { howTold, worthOf } from './told.ts';
import { MAX_LENGTH, type Text } from './words.ts';

/** A key point looked for in an answer: its own words and the other ways to say it. */
export interface SoughtPoint {
  point: KeyPoint;
  variants: { wording: Text; sought: readonly Sought[] }[];
}

/** A key point with how far an answer makes it. */
export interface PointMatch {
  point: KeyPoint;
  /** 0 not there, 1 there in full. */
  value: number;
  /** The words that make it; undefined where nothing does. */
  span?: Span;
}

/** From here on a point counts as partly told, and as covered; set by the judged pairs in fixtures/grading. */
export const POINT_STARTS = { partly: 0.2, covered: 0.48 } as const;

/** How surely a point is told by one sentence, by two, by three: the more it takes, the less. */
const RUN_TRUST = [1, 0.95, 0.88];
/** Letters of the sentences that are still shown whole; of longer ones the part with the words. */
const LONG_SPAN = 240;

/** The ways to say a key point: its own text first, then the others. */
export function wordingsOf({ text, also }: KeyPoint): Text[] {
  return [text, ...also].map(readOnce);
}

/** Looks for a key point in an answer; `given` are the stems that the question gave. */
export function seekPoint(point: KeyPoint, answer: AnswerIndex, given: ReadonlySet<string>): SoughtPoint {
  return { point, variants: wordingsOf(point).map((wording) => ({ wording, sought: seek(wording, answer, given) })) };
}

/**
 * How far an answer makes a point: the best of its wordings in the best run of
 * one to three telling sentences.
 */
export function matchPoint({ point, variants }: SoughtPoint, telling: readonly number[], answer: AnswerIndex): PointMatch {
  const best = bestRun(variants, telling);
  const hits = best ? best.sought.map((one) => bestHit(one.hits, telling, best.from, best.to)).filter((hit) => hit !== undefined) : [];
  return best && hits.length > 0 ? { point, value: best.value, span: spanAround(hits, answer) } : { point, value: 0 };
}

/** Telling sentences in the places from `from` to before `to`, and how far they tell a wording whose words are `sought`. */
interface Run {
  sought: readonly Sought[];
  from: number;
  to: number;
  value: number;
}

function bestRun(variants: SoughtPoint['variants'], telling: readonly number[]): Run | undefined {
  let best: Run | undefined;
  for (const { wording, sought } of variants) {
    const met = sentencesMet(sought);
    if (met.length === 0) continue;
    for (const [extra, trust] of RUN_TRUST.entries()) {
      for (let [from, to] = [0, extra + 1]; to <= telling.length; from++, to++) {
        // A run with nothing at one of its ends is worth less than without that end.
        if (!met.includes(telling[from] ?? -1) || !met.includes(telling[to - 1] ?? -1)) continue;
        // It is worth no more than its words that are there.
        if (best && shareFound(sought, telling, from, to) * trust <= best.value) continue;
        const value = worthOf(howTold(wording, sought, telling, from, to)) * trust;
        if (!best || value > best.value) best = { sought, from, to, value };
      }
    }
  }
  return best;
}

/** The sentences that hold any of the words. */
function sentencesMet(sought: readonly Sought[]): number[] {
  const met: number[] = [];
  for (const { hits } of sought) for (const { word } of hits) if (!met.includes(word.sentence)) met.push(word.sentence);
  return met;
}

/** The state of a point as it is shown, with its span where it is told. */
export function pointResult({ point, value, span }: PointMatch): KeyPointResult {
  const state = value >= POINT_STARTS.covered ? 'covered' : value >= POINT_STARTS.partly ? 'partly' : 'missed';
  const { id, text, weight } = point;
  return span && state !== 'missed' ? { id, text, weight, state, span } : { id, text, weight, state: 'missed' };
}

/** The weighted share of the points that is made, 0 to 1; a point that is not covered counts as far as it is told. */
export function completenessOf(matches: readonly PointMatch[]): number {
  const total = matches.reduce((sum, { point }) => sum + point.weight, 0);
  const made = matches.reduce((sum, { point, value }) => sum + point.weight * Math.min(1, value / POINT_STARTS.covered), 0);
  return total > 0 ? made / total : 0;
}

/** The key points of a rubric, or, where it has none, the statements of its reference: its sentences, or the clauses of its only one. */
export function pointsOf({ keyPoints, reference }: Rubric): KeyPoint[] {
  if (keyPoints.length > 0 || reference === null) return keyPoints;
  return reference.length > MAX_LENGTH ? statementsIn(reference) : statementsOnce(readOnce(reference));
}

const statementsOnce = foundOnce(({ source }) => statementsIn(source));

function statementsIn(reference: string): KeyPoint[] {
  const sentences = splitSentences(reference);
  const pieces = sentences.length > 1 ? sentences : splitClauses(reference);
  return pieces.map(({ start, end }, index) => ({ id: `p${index + 1}`, text: reference.slice(start, endOfStatement(reference, start, end)).replace(/[\s,;:.]+$/, ''), weight: 1, also: [] }));
}

/** Cut before a bracket that it opened itself, as in "O(log n)", a statement goes one letter further. */
function endOfStatement(reference: string, start: number, end: number): number {
  const piece = reference.slice(start, end);
  return reference.charAt(end) === ')' && piece.lastIndexOf('(') > piece.lastIndexOf(')') ? end + 1 : end;
}

/** The sentences of the hits, or, where they are long, what lies between the first and the last. */
function spanAround(hits: readonly Hit[], { text }: AnswerIndex): Span {
  let [start, end, from, to] = [Infinity, 0, Infinity, 0];
  for (const { word } of hits) {
    const sentence = text.sentences[word.sentence] ?? word;
    [start, end] = [Math.min(start, word.start), Math.max(end, word.end)];
    [from, to] = [Math.min(from, sentence.start), Math.max(to, sentence.end)];
  }
  return to - from <= LONG_SPAN ? spanOf(text.source, from, to) : spanOf(text.source, start, end);
}
