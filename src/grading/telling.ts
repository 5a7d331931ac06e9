import type { Hit } from './alignment.ts';
import { FIRM, type Sought } from './coverage.ts';
import { talkOnce } from './talk.ts';
import { holdsBond } from './told.ts';
import type { Text, Word } from './words.ts';

/** A text of the rubric with its words looked for in an answer. */
export interface SoughtText {
  wording: Text;
  sought: readonly Sought[];
}

/** How the sentences of an answer bear on the rubric. */
export interface Bearing {
  /** Those that say something to it, in order. */
  telling: number[];
  /** Those that meet any new word of it, be it by chance. */
  meeting: Set<number>;
  /** Of those that tell, the fewest that hold nearly all that all of them met, and those with words that only a trade has: what a grade rests on. */
  carrying: Set<number>;
}

/** What a word must tell before it speaks for its sentence: the commonest words meet any rubric. */
const COMMON = 0.6;
/**
 * What else speaks for a sentence, in units of what its words tell: two of them stand together
 * as they do in the rubric; a word of the question; words of work more than of another life. A sentence
 * about those who speak is likelier to be talk. Learnt from sentences of gold answers and from fillers
 * (fixtures/gold/blind-padding.jsonl), the held-out ones of both left out.
 */
const SPEAKS_FOR = { bond: 0.27, asked: 0.21, work: 0.44, speaker: -0.66 } as const;
/** From here on a sentence says something to the rubric. */
const TELLS = 0.55;

/**
 * The sentences that say something to the rubric. Words of any talk meet words
 * of any rubric, the commoner the oftener, so a sentence is held to have met it
 * by chance unless its words tell enough, or what else it holds speaks for it. What
 * repeats the question in other words meets nothing new. `given` are the stems of the question.
 */
export function bearingOf(texts: readonly SoughtText[], answer: Text, given: ReadonlySet<string>): Bearing {
  const met = metBySentence(texts, given);
  const talk = talkOnce(answer);
  const companies = companiesIn(answer, given);
  const telling = [...met.keys()].sort((a, b) => a - b).filter((sentence) => {
    const costs = met.get(sentence) ?? NOTHING;
    // Talk around the answer meets a word or two of any rubric.
    if (talk.has(sentence) && costs.size < 3) return false;
    const strength = [...costs.values()].reduce((sum, cost) => sum + cost - COMMON, 0) + strengthOf(companies[sentence] ?? ALONE);
    return strength >= TELLS || (strength + SPEAKS_FOR.bond >= TELLS && texts.some(({ wording, sought }) => holdsBond(wording, sought, sentence)));
  });
  return { telling, meeting: new Set(met.keys()), carrying: carryingOf(telling, met, companies) };
}

/** So much of what was met is nearly all of it. */
const NEARLY_ALL = 0.85;

/** So many words that general English does not know stand in no filler. */
const OF_TRADE = 2;

/** The sentence that adds most comes first. */
function carryingOf(telling: readonly number[], met: ReadonlyMap<number, ReadonlyMap<string, number>>, companies: readonly Company[]): Set<number> {
  const open = new Map<string, number>();
  for (const sentence of telling) for (const [stem, cost] of met.get(sentence) ?? NOTHING) open.set(stem, cost);
  const addedBy = (sentence: number): number => [...(met.get(sentence) ?? NOTHING).keys()].reduce((sum, stem) => sum + (open.get(stem) ?? 0), 0);
  const enough = (1 - NEARLY_ALL) * [...open.values()].reduce((sum, cost) => sum + cost, 0);
  const carrying = new Set<number>();
  while ([...open.values()].reduce((sum, cost) => sum + cost, 0) > enough && carrying.size < telling.length) {
    const rest = telling.filter((sentence) => !carrying.has(sentence));
    const best = rest.reduce((most, sentence) => (addedBy(sentence) > addedBy(most) ? sentence : most), rest[0] ?? 0);
    carrying.add(best);
    for (const stem of (met.get(best) ?? NOTHING).keys()) open.delete(stem);
  }
  return new Set(telling.filter((sentence) => carrying.has(sentence) || (companies[sentence] ?? ALONE).strange >= OF_TRADE));
}

const NOTHING: ReadonlyMap<string, number> = new Map();

/** For each sentence the words of it that meet a new one of the rubric, by their stems, with what they tell. */
function metBySentence(texts: readonly SoughtText[], given: ReadonlySet<string>): Map<number, Map<string, number>> {
  const met = new Map<number, Map<string, number>>();
  for (const { sought } of texts) {
    for (const { word, isNew, hits } of sought) {
      if (!isNew) continue;
      for (const hit of hits) {
        if (!speaks(hit, given)) continue;
        const { sentence } = hit.word;
        const costs = met.get(sentence) ?? new Map<string, number>();
        const cost = Math.min(word.cost, hit.word.cost);
        if (cost > (costs.get(hit.word.stem) ?? 0)) costs.set(hit.word.stem, cost);
        met.set(sentence, costs);
      }
    }
  }
  return met;
}

/** A word of grammar inside a phrase, or one that the question gave, is no word of the rubric. */
function speaks({ word, similarity }: Hit, given: ReadonlySet<string>): boolean {
  return similarity >= FIRM && word.content && !CONTRACTION.test(word.text) && !given.has(word.stem);
}

const CONTRACTION = /'/;

/** What a sentence holds beside the words that meet the rubric. */
interface Company {
  /** How many words of matter. */
  matter: number;
  /** What they weigh for the work (work-words.ts). */
  work: number;
  /** How many of them general English does not know. */
  strange: number;
  /** One of them is the question's. */
  asked: boolean;
  /** Who speaks is in it. */
  speaker: boolean;
}

const ALONE: Company = { matter: 0, work: 0, strange: 0, asked: false, speaker: false };

function companiesIn({ sentences, words }: Text, given: ReadonlySet<string>): Company[] {
  const companies = sentences.map((): Company => ({ matter: 0, work: 0, strange: 0, asked: false, speaker: false }));
  for (const word of words) {
    const own = companies[word.sentence];
    if (!own) continue;
    own.speaker ||= isSpeaker(word);
    if (!word.content) continue;
    own.matter++;
    own.work += word.form.workWeight;
    if (!word.form.common) own.strange++;
    own.asked ||= given.has(word.stem);
  }
  return companies;
}

/** What speaks for a sentence beside the words that meet the rubric. */
function strengthOf({ matter, work, asked, speaker }: Company): number {
  const ofWork = SPEAKS_FOR.work * Math.max(-1, Math.min(1, work / Math.max(1, matter)));
  return (asked ? SPEAKS_FOR.asked : 0) + ofWork + (speaker ? SPEAKS_FOR.speaker : 0);
}

const SPEAKERS = new Set("i my me mine myself i'm i've we our us ours we're we've".split(' '));
const PLANS = new Set('would will could can should might'.split(' '));

/** Who speaks. "I would" plans: that is matter. */
function isSpeaker({ text, next }: Word): boolean {
  return SPEAKERS.has(text) && !PLANS.has(next);
}
