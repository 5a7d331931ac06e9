/** A piece of a text, by its offsets. */
export interface Piece {
  start: number;
  end: number;
}

// A full stop ends a sentence before white space only: `e.g.` inside a line and `3.5` do not.
const SENTENCE_END = /(?<!\b(?:e\.g|i\.e|etc|vs|cf|approx|no))[.!?;]+(?=\s|$)|\n+|\s[•●○▪*-]\s+|\s(?=\(?\d{1,2}[.)]\s+\p{L})/gu;

// Where a spoken sentence that never ends can be cut.
const SPOKEN_JOINT = /,\s+|\s+(?=(?:and then|and so|so then|so|because|but|and|then|which|where|now)\s)/giu;
const LONG_SENTENCE = 28;
const SHORT_PIECE = 8;

/** Sentences of a text, in order. A sentence too long to be one (speech without full stops) is cut at its joints. */
export function splitSentences(text: string): Piece[] {
  return splitWholeSentences(text).flatMap((sentence) => shorten(text, sentence));
}

/** Sentences of a text as they were written, however long. */
export function splitWholeSentences(text: string): Piece[] {
  return cut(text, { start: 0, end: text.length }, SENTENCE_END);
}

/** Clauses of a text: what stands between commas, brackets and joining words, at least three words long. */
export function splitClauses(text: string): Piece[] {
  return splitSentences(text).flatMap((sentence) => joinShort(text, cut(text, sentence, CLAUSE_END), 3));
}

const CLAUSE_END = /[,;:()]+|\s+(?:because|which|while|whereas|but|then|and|so that|or|since|unless|if|when)\s+/giu;

function shorten(text: string, sentence: Piece): Piece[] {
  if (countWords(text, sentence) <= LONG_SENTENCE) return [sentence];
  return joinShort(text, cut(text, sentence, SPOKEN_JOINT), SHORT_PIECE);
}

function cut(text: string, within: Piece, at: RegExp): Piece[] {
  const part = text.slice(within.start, within.end);
  const pieces: Piece[] = [];
  let start = 0;
  for (const match of part.matchAll(at)) {
    pieces.push({ start: within.start + start, end: within.start + match.index });
    start = match.index + match[0].length;
  }
  pieces.push({ start: within.start + start, end: within.end });
  return pieces.map((piece) => trim(text, piece)).filter((piece) => /[\p{L}\p{N}]/u.test(text.slice(piece.start, piece.end)));
}

/** Puts pieces of fewer than `least` words together with their neighbour. */
function joinShort(text: string, pieces: Piece[], least: number): Piece[] {
  const joined: Piece[] = [];
  let open: Piece | undefined;
  for (const piece of pieces) {
    open = open ? { start: open.start, end: piece.end } : piece;
    if (countWords(text, open) < least) continue;
    joined.push(open);
    open = undefined;
  }
  if (!open) return joined;
  const last = joined.pop();
  return [...joined, last ? { start: last.start, end: open.end } : open];
}

function countWords(text: string, { start, end }: Piece): number {
  return text.slice(start, end).match(/[^\s,;:.()]+/g)?.length ?? 0;
}

function trim(text: string, piece: Piece): Piece {
  let { start, end } = piece;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}
