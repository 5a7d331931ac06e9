import table from './work-words.json' with { type: 'json' };

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

/** Speech, sense, wish and rest: anybody says, sees, wants and stays in any life. */
const OF_ANY_LIFE = new Set(
  `ask asks asked asking tell tells told telling talk talks talked talking say says said saying think thinks thought thinking know knows knew known knowing
  want wants wanted wanting like likes liked love loves loved hope hoped feel feels felt feeling see sees saw seen seeing hear hears heard
  start starts started begin began try tries tried trying suppose supposed find finds found used call called leave left
  sit sat stand stood run ran stay stays stayed walk walked idea bad old young big small new day days`.split(/\s+/),
);

/** Of these a story of work does not speak. */
const FAMILY =
  /^(?:(?:grand|step|god)?(?:father|mother|dad|mum|mom|ma|pa|son|daughter)s?|(?:sister|brother|uncle|aunt|cousin|nephew|niece|husband|girlfriend|boyfriend|babysitter|flatmate|roommate|neighbou?r)s?|wife|wives|kids|family)$/;
const OF_FAMILY = -2;

const weights = new Map<string, number>();
for (const [tenths, stems] of Object.entries(table.byWeight)) {
  const weight = Number(tenths.slice(1)) / 10;
  for (const stem of stems.split(' ')) weights.set(stem, weight);
}

/** Stands in any story: a number, a contraction, the calendar, a verb that goes with anything. */
export const isNeutral = (word: string): boolean => NEUTRAL.has(word) || /['\d]/.test(word);

/** Says of a sentence neither that it is of work nor that it is of another life. */
export const goesWithAnything = (word: string): boolean => OF_ANY_LIFE.has(word);

/**
 * How far a word in small letters is one of work, -2 to 2.5: the log of how much oftener
 * it is said of work than in general English (test/measure/make-work-words.ts); `common`
 * says whether general English knows its stem.
 */
export function workWeightOf(text: string, stem: string, common: boolean): number {
  if (isNeutral(text)) return 0;
  if (FAMILY.test(text)) return OF_FAMILY;
  return Math.max(LEAST, weights.get(stem) ?? (common ? 0 : UNKNOWN));
}
