/** A token of a text: a complexity such as O(n log n), a word, or a number. */
const TOKEN =
  /\b(?:[Oo]|Θ|Ω|theta|omega)\s?\(\s?[^()]{1,24}(?:\([^()]{1,12}\)[^()]{0,8})?\)|\p{L}[\p{L}\p{M}\p{N}]*(?:['’`]\p{L}+)?(?:\+\+|#)?|\p{N}+(?:[.,]\p{N}+)*%?/uy;
const BEFORE_BRACKET = ['o', 'O', 'theta', 'omega'];

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const BEYOND_ASCII = 3;
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[a-z]/i.test(sign) ? LETTER : /\d/.test(sign) ? DIGIT : OTHER;
});
const APOSTROPHES = "'’`";

/**
 * Calls `take` with start and end of each token, in order. What a token is says
 * the expression above; plain words and numbers, nearly all that people write,
 * are found without it, because reading is most of the work of grading.
 */
export function eachToken(text: string, take: (start: number, end: number) => void): void {
  for (let at = 0; at < text.length; ) {
    const end = endOfToken(text, at);
    if (end > at) take(at, end);
    at = end > at ? end : at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  }
}

/** Where the token that begins here ends; here where none begins. */
function endOfToken(text: string, start: number): number {
  const kind = kindAt(text, start);
  if (kind === OTHER) return start;
  const end = kind === LETTER ? endOfWord(text, start) : kind === DIGIT ? endOfNumber(text, start) : undefined;
  if (end !== undefined) return end;
  TOKEN.lastIndex = start;
  return TOKEN.test(text) ? TOKEN.lastIndex : start;
}

/** Undefined where only the expression can tell. */
function endOfWord(text: string, start: number): number | undefined {
  let end = start;
  while (isLetterOrDigit(kindAt(text, end))) end++;
  if ((end - start === 1 || end - start === 5) && BEFORE_BRACKET.includes(text.slice(start, end))) return undefined;
  if (APOSTROPHES.includes(text.charAt(end)) && end < text.length) {
    let after = end + 1;
    while (kindAt(text, after) === LETTER) after++;
    if (kindAt(text, after) === BEYOND_ASCII) return undefined;
    if (after > end + 1) end = after;
  } else if (kindAt(text, end) === BEYOND_ASCII) return undefined;
  if (text.startsWith('++', end)) return end + 2;
  return text.charAt(end) === '#' ? end + 1 : end;
}

function endOfNumber(text: string, start: number): number | undefined {
  let end = start;
  while (kindAt(text, end) === DIGIT) {
    while (kindAt(text, end) === DIGIT) end++;
    const sign = text.charAt(end);
    if ((sign === '.' || sign === ',') && isDigitOrBeyond(kindAt(text, end + 1))) end++;
  }
  if (kindAt(text, end) === BEYOND_ASCII) return undefined;
  return text.charAt(end) === '%' ? end + 1 : end;
}

function isLetterOrDigit(kind: number): boolean {
  return kind === LETTER || kind === DIGIT;
}

function isDigitOrBeyond(kind: number): boolean {
  return kind === DIGIT || kind === BEYOND_ASCII;
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (KINDS[code] ?? OTHER) : at < text.length ? BEYOND_ASCII : OTHER;
}
