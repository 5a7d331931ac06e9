import table from './work-words.json' with { type: 'json' };
import type { Word } from './words.ts';

/** A word that neither general English nor talk of work knows: rather of another life. */
const UNKNOWN = -0.3;
/** Trades other than software have words of their own: none speaks loudly against a story. */
const LEAST = -1;

/** Counting, the calendar and verbs that go with anything: they stand in any story. */
const NEUTRAL = new Set(
  `one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand half third quarter first second
  minute minutes hour hours day days week weeks month months year years time times morning evening afternoon night monday tuesday wednesday thursday friday
  saturday sunday spring summer autumn winter january february march april june july august september october november december
  took take takes taking taken put puts give gave given make made makes let lets went came everybody everyone everything nobody somebody people person`.split(/\s+/),
);

const weights = new Map<string, number>();
for (const [tenths, stems] of Object.entries(table.byWeight)) {
  for (const stem of stems.split(' ')) weights.set(stem, Number(tenths.slice(1)) / 10);
}

/** Stands in any story: a number, a contraction, the calendar, a verb that goes with anything. */
export const isNeutral = (word: string): boolean => NEUTRAL.has(word) || /['\d]/.test(word);

/**
 * How far a word is one of work, -1 to 2.5: the log of how much oftener
 * it is said of work than in general English (test/measure/make-work-words.ts).
 */
export function workWeight({ stem, form }: Pick<Word, 'stem' | 'form'>): number {
  if (isNeutral(form.text)) return 0;
  return Math.max(LEAST, weights.get(stem) ?? (form.common ? 0 : UNKNOWN));
}
