/** A piece of a text, by its offsets. */
export interface Piece {
  start: number;
  end: number;
}

// A full stop ends a sentence before white space only: `e.g.` inside a line and `3.5` do not.
// A number after a preposition ends its sentence ("down to 15. Then"); it begins no point of a list.
const SENTENCE_END = /(?<!\b(?:e\.g|i\.e|etc|vs|cf|approx|no))[.!?;]+(?=\s|$)|\n+|\s[•●○▪*-]\s+|(?<!\b(?:to|from|of|by|than|at|in|with|only|about|around|under|over|is|was|were|had|against|instead))\s(?=\(?\d{1,2}[.)]\s+\p{L})/uy;

// Where a spoken sentence that never ends can be cut.
const SPOKEN_JOINT = /,\s+|\s+(?=(?:and then|and so|so then|so|because|but|and|then|which|where|now)\s)/giu;
const LONG_SENTENCE = 28;
const SHORT_PIECE = 8;

/** Sentences of a text, in order. A sentence too long to be one (speech without full stops) is cut at its joints. */
export function splitSentences(text: string): Piece[] {
  return shortenLong(text, splitWholeSentences(text));
}

/** Cuts the sentences that are too long to be one. */
export function shortenLong(text: string, whole: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  for (const sentence of whole) pieces.push(...shorten(text, sentence));
  return pieces;
}

/** Sentences of a text as they were written, however long. */
export function splitWholeSentences(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  MAY_END.lastIndex = 0;
  while (MAY_END.test(text)) {
    const at = MAY_END.lastIndex - 1;
    const end = endOfBreak(text, at);
    if (end === at) continue;
    addPiece(pieces, text, start, at);
    start = end;
    MAY_END.lastIndex = end;
  }
  addPiece(pieces, text, start, text.length);
  return pieces;
}

/** A sign at which a sentence may end: the longer expression is asked at these few. */
const MAY_END = /[.!?;\n]|\s(?=[•●○▪*\-(\d])/g;

function endOfBreak(text: string, at: number): number {
  SENTENCE_END.lastIndex = at;
  return SENTENCE_END.test(text) ? SENTENCE_END.lastIndex : at;
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

function cut(text: string, within: Piece, joint: RegExp): Piece[] {
  const part = text.slice(within.start, within.end);
  const pieces: Piece[] = [];
  let start = 0;
  for (const match of part.matchAll(joint)) {
    addPiece(pieces, text, within.start + start, within.start + match.index);
    start = match.index + match[0].length;
  }
  addPiece(pieces, text, within.start + start, within.end);
  return pieces;
}

/** Adds what stands between two offsets, without white space at its ends, where there is a letter or a digit in it. */
function addPiece(pieces: Piece[], text: string, from: number, to: number): void {
  let [start, end] = [from, to];
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (/^[a-z\d]/i.test(text.charAt(start)) ? end > start : LETTER_OR_DIGIT.test(text.slice(start, end))) pieces.push({ start, end });
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

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
  let count = 0;
  let inside = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const between = code < 64 ? isSpace(code) || BETWEEN_WORDS.includes(text.charAt(at)) : isSpace(code);
    if (!between && !inside) count++;
    inside = !between;
  }
  return count;
}

const BETWEEN_WORDS = ',;:.()';

/** White space, as expressions mean it by \s. */
function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xa0 || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)));
}
