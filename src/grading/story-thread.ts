import { signsOf } from './crossed.ts';
import type { Text, Word } from './words.ts';
import { goesWithAnything, isNeutral } from './work-words.ts';

/** Speaks of what was spoken of, or goes on from it. */
const REFERS = /^(?:it|its|he|she|him|her|his|they|them|their|that|this|these|those)$/;
const GOES_ON = /^(?:then|so|after|afterwards|but|first|and|next|finally|also|because|when|while|once|that|from|since)$/;
/** Together the words of a sentence weigh so much (work-words.ts) that it is of the work, whatever stands beside it. */
const OF_WORK = 6;

/** Words of the story itself weigh as much at least: an act among other words is one of another life. */
const LEAST_WORK = 3;

/**
 * The sentences in which an act is part of the story. They hang together by their
 * matter, by speaking of what the one before spoke of, or by going on from it;
 * of several such threads the one that is most of the work counts, and what is of the work by
 * itself. What is told between and shares nothing with it is another story. `places` are the
 * sentences that may serve, in order.
 */
export function storyThread(answer: Text, places: readonly number[]): Set<number> {
  const words = new Map(places.map((place): [number, Word[]] => [place, []]));
  for (const word of answer.words) words.get(word.sentence)?.push(word);
  const work = new Map([...words].map(([place, own]): [number, number] => [place, workIn(own)]));
  const threads = tieTogether(places, words);
  const weights = new Map<number, number>();
  for (const [place, thread] of threads) weights.set(thread, (weights.get(thread) ?? 0) + Math.max(0, work.get(place) ?? 0));
  const [main] = [...weights].reduce((best, one) => (one[1] > best[1] ? one : best), [-1, -1]);
  return new Set(places.filter((place) => (work.get(place) ?? 0) >= (threads.get(place) === main ? LEAST_WORK : OF_WORK)));
}

function workIn(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + (word.content ? word.form.workWeight : 0), 0);
}

/** For each sentence the first one of its thread. */
function tieTogether(places: readonly number[], words: ReadonlyMap<number, readonly Word[]>): Map<number, number> {
  const first = new Map<number, number>(places.map((place) => [place, place]));
  const rootOf = (place: number): number => {
    const up = first.get(place) ?? place;
    return up === place ? place : rootOf(up);
  };
  const tie = (one: number, other: number): void => {
    const [a, b] = [rootOf(one), rootOf(other)];
    first.set(Math.max(a, b), Math.min(a, b));
  };
  const bySign = new Map<string, number>();
  places.forEach((place, at) => {
    const own = words.get(place) ?? [];
    const before = places[at - 1];
    if (before !== undefined && (own.some(({ text }) => REFERS.test(text)) || GOES_ON.test(own[0]?.text ?? ''))) tie(before, place);
    for (const sign of signsIn(own)) {
      const known = bySign.get(sign);
      if (known === undefined) bySign.set(sign, place);
      else tie(known, place);
    }
  });
  return new Map(places.map((place) => [place, rootOf(place)]));
}

/** What a sentence is about: its stems and groups of synonyms, words that stand in any story left out. */
function signsIn(words: readonly Word[]): Set<string> {
  const matter = words.filter(({ content, text }) => content && !isNeutral(text) && !goesWithAnything(text));
  return new Set(matter.flatMap(signsOf));
}
