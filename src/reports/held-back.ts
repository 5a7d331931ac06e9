import type { Evaluation } from '../schemas/evaluation.ts';

/**
 * An evaluation without what it says of key points that it does not find
 * covered: their lines, the improvements that name them, and the sentences of
 * the feedback that hold their text, with those that lean on such a sentence.
 * What it found stays; the evaluation itself is not changed.
 */
export function withoutOpenPoints<Graded extends Evaluation>(evaluation: Graded, ids: ReadonlySet<string>): Graded {
  const gone = evaluation.keyPoints.filter(({ id, state }) => state !== 'covered' && ids.has(id));
  if (gone.length === 0) return evaluation;
  const names = new Set(gone.flatMap(({ id, text }) => [id, text]));
  const texts = gone.map(({ text }) => bare(text));
  const improvements = evaluation.improvements.filter(({ text, keyPoint }) => !names.has(keyPoint ?? '') && !holdsAny(text, texts));
  const advice = evaluation.improvements.filter((one) => !improvements.includes(one)).map(({ text }) => bare(text));
  return {
    ...evaluation,
    keyPoints: evaluation.keyPoints.filter((point) => !gone.includes(point)),
    improvements,
    feedback: withoutSentences(evaluation.feedback, [...texts, ...advice]),
  };
}

function holdsAny(text: string, pieces: string[]): boolean {
  return pieces.some((piece) => bare(text).includes(piece));
}

function bare(text: string): string {
  return text.trim().replace(/[.\s]+$/u, '').toLowerCase();
}

const SENTENCE = /[^.!?…]+(?:[.!?…]+(?!\s|$)[^.!?…]+)*[.!?…]*["”’')\]]*\s*/gu;
/** Goes on from the sentence before it. */
const LEANS = /^(?:and|also)\b/iu;

/** A piece may hold a full stop of its own, so it is looked for in the whole and its sentences are found by place. */
function withoutSentences(feedback: string, pieces: string[]): string {
  const places = pieces.flatMap((piece) => placesOf(feedback.toLowerCase(), piece));
  let dropped = false;
  const kept = [...feedback.matchAll(SENTENCE)].filter(({ index, 0: sentence }) => {
    const holds = places.some(({ start, end }) => start < index + sentence.length && end > index);
    dropped = holds || (dropped && LEANS.test(sentence));
    return !dropped;
  });
  return kept.map(([sentence]) => sentence).join('').trim();
}

function placesOf(text: string, piece: string): { start: number; end: number }[] {
  const start = piece === '' ? -1 : text.indexOf(piece);
  return start < 0 ? [] : [{ start, end: start + piece.length }];
}
