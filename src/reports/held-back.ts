import { sharedMeaning } from '../grading/shared-meaning.ts';
import type { Evaluation } from '../schemas/evaluation.ts';

/**
 * An evaluation without what it says of key points that it does not find
 * covered: their lines, the improvements that name them, and the sentences of
 * the feedback that hold their text, with those that lean on such a sentence.
 * A model has words of its own for a key point: of those, what tells most of
 * its meaning. What it found stays; the evaluation itself is not changed.
 *
 * With `toWorkOn`, what the whole thread leaves to be said, advice that names
 * no key point and does not stand there is moot, and goes too.
 */
export function withoutOpenPoints<Graded extends Evaluation>(evaluation: Graded, ids: ReadonlySet<string>, toWorkOn?: readonly string[]): Graded {
  const gone = evaluation.keyPoints.filter(({ id, state }) => state !== 'covered' && ids.has(id));
  const isMoot = ({ text, keyPoint }: Evaluation['improvements'][number]) => keyPoint === undefined && toWorkOn !== undefined && !toWorkOn.includes(text);
  if (gone.length === 0 && !evaluation.improvements.some(isMoot)) return evaluation;
  const names = new Set(gone.flatMap(({ id, text }) => [id, text]));
  const tells = telling(gone.map(({ text }) => text), evaluation.gradedBy.provider !== 'offline');
  const improvements = evaluation.improvements.filter((one) => !names.has(one.keyPoint ?? '') && !tells(one.text) && !isMoot(one));
  const advice = evaluation.improvements.filter((one) => !improvements.includes(one)).map(({ text }) => text);
  const repeats = telling(advice, false);
  return {
    ...evaluation,
    keyPoints: evaluation.keyPoints.filter((point) => !gone.includes(point)),
    improvements,
    feedback: withoutSentences(evaluation.feedback, (sentence) => tells(sentence) || repeats(sentence)),
  };
}

/** Of the meaning of a key point, so much in one sentence gives it away. */
const GIVEN_AWAY = 0.6;

function telling(texts: string[], byMeaning: boolean): (said: string) => boolean {
  const pieces = texts.map(bare).filter((piece) => piece !== '');
  return (said) => pieces.some((piece) => bare(said).includes(piece) || (byMeaning && sharedMeaning(piece, said) >= GIVEN_AWAY));
}

function bare(text: string): string {
  return text.trim().replace(/[.\s]+$/u, '').toLowerCase();
}

/** A full stop inside of a piece of text ends no sentence: only one before a capital letter does. */
const JOINT = /(?<=[.!?…]["”’')\]]*)\s+(?=["“‘'(]?[\p{Lu}\p{N}])/u;
/** Goes on from the sentence before it. */
const LEANS = /^(?:and|also)\b/iu;

function withoutSentences(feedback: string, isGone: (sentence: string) => boolean): string {
  let dropped = false;
  const kept = feedback.split(JOINT).filter((sentence) => {
    dropped = isGone(sentence) || (dropped && LEANS.test(sentence));
    return !dropped;
  });
  return kept.join(' ');
}
