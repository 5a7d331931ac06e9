/** A number with its unit, where it stands in a text. */
export interface Amount {
  value: number;
  /** `%`, `x`, a unit of time or data in the singular, or empty. */
  unit: string;
  /** The first word after it, folded, in the singular: "engineer" in "12 engineers". */
  noun: string;
  start: number;
  end: number;
}

const WORDS: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100 };
const SCALES: Record<string, number> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, mio: 1e6, bn: 1e9, billion: 1e9 };
const UNITS = 'percent|%|x|times|ms|milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|gb|tb|pb|mb';
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?:[$€£]\\s?)?(\\d[\\d,]*(?:\\.\\d+)?|${Object.keys(WORDS).join('|')})(?:\\s?(k|m|bn|thousand|million|mio|billion)\\b)?\\+?(?:[\\s-]?(${UNITS})(?![\\p{L}\\p{N}]))?(?:\\s+(\\p{L}[\\p{L}-]*))?`,
  'giu',
);

/** The numbers of a text, in digits or in words, in order. */
export function amountsIn(text: string): Amount[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const [whole, digits = '', scale = '', unit = '', noun = ''] = match;
    const value = (WORDS[digits.toLowerCase()] ?? Number(digits.replace(/,/gu, ''))) * (SCALES[scale.toLowerCase()] ?? 1);
    if (!Number.isFinite(value)) return [];
    const end = match.index + whole.length - (noun === '' ? 0 : noun.length);
    return [{ value, unit: unitOf(unit), noun: singular(noun), start: match.index, end: match.index + text.slice(match.index, end).trimEnd().length }];
  });
}

/** The two may be the same number, one of them rounded. */
export function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 0.15 * Math.max(Math.abs(one), Math.abs(other));
}

function unitOf(written: string): string {
  const unit = written.toLowerCase();
  if (unit === 'percent') return '%';
  if (unit === 'times') return 'x';
  return unit.startsWith('millisecond') ? 'ms' : unit.replace(/(?<=[a-z]{3})s$/u, '');
}

function singular(word: string): string {
  return word.toLowerCase().replace(/(?<=\p{L}{3})s$/u, '').replace(/^people$/u, 'person');
}
