import { foundOnce } from './text-cache.ts';
import type { Text, Word } from './words.ts';

/**
 * How often each run of letters comes in a text at hand: an open table of
 * numbers, for a map would take most of the time of grading. There is one,
 * which is used again for the next text.
 */
interface Table {
  /** A number for each run, plus one; 0 where the place is free. */
  runs: Int32Array;
  counts: Int32Array;
  /** Places in use, a power of two. */
  places: number;
  /** The sum of the squares of the counts. */
  squares: number;
}

/** The same of a text that is asked about again and again, as a list. */
interface Grams {
  runs: readonly number[];
  counts: readonly number[];
  total: number;
  squares: number;
}

/**
 * Cosine of how often each run of three letters comes in the words of two
 * texts, spaces between them included.
 */
export function gramCosine(part: readonly Word[], whole: Text): number {
  const { runs, counts, squares } = threesOnce(whole);
  const table = countRuns(part, 3);
  const dot = runs.reduce((sum, run, index) => sum + (counts[index] ?? 0) * countOf(table, run), 0);
  const length = Math.sqrt(table.squares * squares);
  return length > 0 ? dot / length : 0;
}

/** The share of the runs of four letters of `whole` that are also in `part`. */
export function containment(part: readonly Word[], whole: Text): number {
  const { runs, counts, total } = foursOnce(whole);
  const table = countRuns(part, 4);
  const shared = runs.reduce((sum, run, index) => sum + Math.min(counts[index] ?? 0, countOf(table, run)), 0);
  return total > 0 ? shared / total : 0;
}

/**
 * How far the runs of four letters of two texts are the same, those left out
 * that a third text gave: the harmonic mean of the shares of both.
 */
export function freshOverlap(part: readonly Word[], whole: Text, given: Text): number {
  const [wanted, asked] = [foursOnce(whole), askedOnce(given)];
  const said = gramsOf(part, 4);
  const fresh = ({ runs, counts }: Grams, worth: (run: number, count: number) => number): number =>
    runs.reduce((sum, run, index) => (asked.has(run) ? sum : sum + worth(run, counts[index] ?? 0)), 0);
  const total = fresh(said, (_, count) => count) + fresh(wanted, (_, count) => count);
  // The table still holds what was counted last: the runs of `part`.
  return total > 0 ? (2 * fresh(wanted, (run, count) => Math.min(count, countOf(table, run)))) / total : 0;
}

const askedOnce = foundOnce((text) => new Set(foursOnce(text).runs));
const threesOnce = foundOnce(({ words }) => gramsOf(words, 3));
const foursOnce = foundOnce(({ words }) => gramsOf(words, 4));

function gramsOf(words: readonly Word[], size: number): Grams {
  const { runs, counts, places, squares } = countRuns(words, size);
  const found: Grams & { runs: number[]; counts: number[] } = { runs: [], counts: [], total: 0, squares };
  for (let place = 0; place < places; place++) {
    const count = counts[place] ?? 0;
    if (count === 0) continue;
    found.runs.push((runs[place] ?? 0) - 1);
    found.counts.push(count);
    found.total += count;
  }
  return found;
}

const SPACE = 32;
let table: Table = { runs: new Int32Array(0), counts: new Int32Array(0), places: 0, squares: 0 };

function countRuns(words: readonly Word[], size: number): Table {
  clear(words);
  const mask = 2 ** (7 * size) - 1;
  let run = SPACE;
  let length = 1;
  for (const { text } of words) {
    for (let at = 0; at <= text.length; at++) {
      const letter = at < text.length ? text.charCodeAt(at) & 127 : SPACE;
      run = ((run << 7) | letter) & mask;
      if (++length >= size) countRun(table, run);
    }
  }
  return table;
}

/** Makes the table empty, and so large that at least half of it stays free. */
function clear(words: readonly Word[]): void {
  let letters = 1;
  for (const { text } of words) letters += text.length + 1;
  const places = 2 ** Math.ceil(Math.log2(2 * letters));
  if (places > table.runs.length) table = { runs: new Int32Array(places), counts: new Int32Array(places), places, squares: 0 };
  table.runs.fill(0, 0, places);
  table.counts.fill(0, 0, places);
  table.places = places;
  table.squares = 0;
}

function countRun(counted: Table, run: number): void {
  const place = placeOf(counted, run);
  const before = counted.counts[place] ?? 0;
  counted.runs[place] = run + 1;
  counted.counts[place] = before + 1;
  counted.squares += 2 * before + 1;
}

function countOf(counted: Table, run: number): number {
  return counted.counts[placeOf(counted, run)] ?? 0;
}

/** Where a run is counted, or the free place where it would be. */
function placeOf({ runs, places }: Table, run: number): number {
  let place = (Math.imul(run, 0x9e3779b1) >>> 9) & (places - 1);
  while (runs[place] !== 0 && runs[place] !== run + 1) place = (place + 1) & (places - 1);
  return place;
}
