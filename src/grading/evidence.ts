import type { CriterionResult, Evaluation, KeyPointResult, Span, Star } from '../schemas/evaluation.ts';

/**
 * Where `quote` stands in the answer, as a span with the answer's own text.
 *
 * White space may differ, and so may the glyphs of quotes, dashes and
 * ellipses; nothing else. The first place counts. Undefined for a quote without a
 * letter or digit.
 */
export function findSpan(answer: string, quote: string): Span | undefined {
  const wanted = foldText(quote.trim()).text;
  if (!/[\p{L}\p{N}]/u.test(wanted)) return undefined;
  const folded = foldText(answer);
  const at = folded.text.indexOf(wanted);
  if (at < 0) return undefined;
  const start = folded.offsets[at] ?? 0;
  const end = folded.offsets[at + wanted.length] ?? answer.length;
  return spanOf(answer, start, end);
}

/** The piece of the answer between two offsets, without white space at its ends. */
export function spanOf(answer: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(answer.charAt(start))) start++;
  while (end > start && /\s/.test(answer.charAt(end - 1))) end--;
  return { start, end, text: answer.slice(start, end) };
}

/**
 * Holds an evaluation to its evidence, whoever graded: spans that are not in
 * the answer go, and with them the claims that rest on them. A strength without
 * its span is dropped; a key point without it is missed; a criterion without it
 * is band 1, and one that names the same span twice keeps it once. Every such
 * loss of a claim is counted in `dropped`. The score stays: whoever
 * computes it from bands does so after this check.
 */
export function checkEvaluation(answer: string, evaluation: Evaluation): Evaluation {
  let dropped = evaluation.dropped;
  const check = (span: Span): Span | undefined => {
    const found = verify(answer, span);
    if (!found) dropped++;
    return found;
  };
  const strengths = evaluation.strengths.flatMap(({ text, span }) => {
    const found = check(span);
    return found ? [{ text, span: found }] : [];
  });
  const criteria = evaluation.criteria.map((criterion) => checkCriterion(criterion, check, () => dropped++));
  const keyPoints = evaluation.keyPoints.map((point) => checkKeyPoint(point, check, () => dropped++));
  const star = evaluation.star && checkStar(evaluation.star, check);
  return { ...evaluation, strengths, criteria, keyPoints, ...(star ? { star } : {}), dropped };
}

type Check = (span: Span) => Span | undefined;

function checkCriterion(criterion: CriterionResult, check: Check, drop: () => void): CriterionResult {
  const spans = eachOnce(criterion.spans.flatMap((span) => check(span) ?? []));
  if (spans.length === criterion.spans.length && spans.every((span, at) => span === criterion.spans[at]) && spans.length > 0) return criterion;
  if (criterion.band === 1 || spans.length > 0) return { ...criterion, spans };
  // With a false quote the loss is counted already.
  if (criterion.spans.length === 0) drop();
  return { ...criterion, band: 1, spans };
}

/** The same words may show two sides of an answer; as evidence they count once. */
function eachOnce(spans: readonly Span[]): Span[] {
  return spans.filter(({ start, end }, at) => spans.findIndex((other) => other.start === start && other.end === end) === at);
}

function checkKeyPoint(result: KeyPointResult, check: Check, drop: () => void): KeyPointResult {
  const { id, text, weight, state, span } = result;
  if (state === 'missed') return { id, text, weight, state };
  if (!span) drop();
  const found = span && check(span);
  return found ? { id, text, weight, state, span: found } : { id, text, weight, state: 'missed' };
}

function checkStar(star: Star, check: Check): Star {
  const part = (span: Span | null): Span | null => (span && check(span)) ?? null;
  const checked = {
    ...star,
    situation: part(star.situation),
    task: part(star.task),
    action: part(star.action),
    result: part(star.result),
    learning: part(star.learning),
  };
  return { ...checked, quantified: star.quantified && checked.result !== null };
}

/** The span itself where its offsets are right, else the place of its text. */
function verify(answer: string, span: Span): Span | undefined {
  const inPlace = span.end > span.start && answer.slice(span.start, span.end) === span.text;
  return inPlace ? span : findSpan(answer, span.text);
}

const GLYPHS: Record<string, string> = { '‘': "'", '’': "'", '`': "'", '´': "'", '“': '"', '”': '"', '«': '"', '»': '"', '–': '-', '—': '-', '‑': '-', '…': '...' };

/** The text with white space as single spaces and plain glyphs, and for each of its units the offset it came from. */
function foldText(text: string): { text: string; offsets: number[] } {
  let folded = '';
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    const plain = /\s/.test(unit) ? ' ' : (GLYPHS[unit] ?? unit);
    if (plain === ' ' && folded.endsWith(' ')) continue;
    for (let copy = 0; copy < plain.length; copy++) offsets.push(at);
    folded += plain;
  }
  return { text: folded, offsets };
}
