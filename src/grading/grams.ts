import type { Word } from './words.ts';

/** How often each run of letters comes: an open table of numbers, for a map would take most of the time of grading. */
interface Grams {
  /** A number for each run, plus one; 0 where the place is free. */
  runs: Int32Array;
  counts: Int32Array;
  /** Places in use of both arrays, a power of two. */
  places: number;
  /** Runs in all. */
  total: number;
}

/**
 * Cosine of how often each run of `size` letters (at most four) comes in the
 * words of two texts, spaces between them included. `whole` is the text that is
 * asked about again and again: it is counted once.
 */
export function gramCosine(part: readonly Word[], whole: readonly Word[], size: number): number {
  const [a, b] = [gramsNow(part, size), gramsOnce(whole, size)];
  let dot = 0;
  for (let place = 0; place < a.places; place++) {
    const count = a.counts[place] ?? 0;
    if (count > 0) dot += count * countOf(b, (a.runs[place] ?? 0) - 1);
  }
  const length = Math.sqrt(squares(a) * squares(b));
  return length > 0 ? dot / length : 0;
}

/** The share of the runs of `whole` that are also in `part`. */
export function containment(part: readonly Word[], whole: readonly Word[], size: number): number {
  const [a, b] = [gramsNow(part, size), gramsOnce(whole, size)];
  let shared = 0;
  for (let place = 0; place < b.places; place++) {
    const count = b.counts[place] ?? 0;
    if (count > 0) shared += Math.min(count, countOf(a, (b.runs[place] ?? 0) - 1));
  }
  return b.total > 0 ? shared / b.total : 0;
}

const known = new WeakMap<readonly Word[], Map<number, Grams>>();

function gramsOnce(words: readonly Word[], size: number): Grams {
  const bySize = known.get(words) ?? new Map<number, Grams>();
  known.set(words, bySize);
  const counted = bySize.get(size) ?? countRuns(words, size, tableFor(words));
  bySize.set(size, counted);
  return counted;
}

let scratch: Grams = { runs: new Int32Array(0), counts: new Int32Array(0), places: 0, total: 0 };

/** Good until the next call: the table is used again. */
function gramsNow(words: readonly Word[], size: number): Grams {
  const places = placesFor(words);
  if (places > scratch.runs.length) scratch = tableFor(words);
  scratch.places = places;
  scratch.total = 0;
  scratch.runs.fill(0, 0, places);
  scratch.counts.fill(0, 0, places);
  return countRuns(words, size, scratch);
}

function tableFor(words: readonly Word[]): Grams {
  const places = placesFor(words);
  return { runs: new Int32Array(places), counts: new Int32Array(places), places, total: 0 };
}

/** At least half of the places stay free. */
function placesFor(words: readonly Word[]): number {
  let letters = 1;
  for (const { text } of words) letters += text.length + 1;
  return 2 ** Math.ceil(Math.log2(2 * letters));
}

const SPACE = 32;

function countRuns(words: readonly Word[], size: number, counted: Grams): Grams {
  const mask = 2 ** (7 * size) - 1;
  let run = SPACE;
  let length = 1;
  for (const { text } of words) {
    for (let at = 0; at <= text.length; at++) {
      const letter = at < text.length ? text.charCodeAt(at) & 127 : SPACE;
      run = ((run << 7) | letter) & mask;
      if (++length >= size) countRun(counted, run);
    }
  }
  return counted;
}

function countRun(counted: Grams, run: number): void {
  const place = placeOf(counted, run);
  counted.runs[place] = run + 1;
  counted.counts[place] = (counted.counts[place] ?? 0) + 1;
  counted.total++;
}

/** Where a run is counted, or the free place where it would be. */
function placeOf({ runs, places }: Grams, run: number): number {
  let place = (Math.imul(run, 0x9e3779b1) >>> 9) & (places - 1);
  while (runs[place] !== 0 && runs[place] !== run + 1) place = (place + 1) & (places - 1);
  return place;
}

function countOf(counted: Grams, run: number): number {
  return counted.counts[placeOf(counted, run)] ?? 0;
}

function squares({ counts, places }: Grams): number {
  let sum = 0;
  for (let place = 0; place < places; place++) sum += (counts[place] ?? 0) ** 2;
  return sum;
}
