import { detached } from './remember.ts';

/** A power of two, so that a place is the last bits of a hash. */
const PLACES = 1 << 15;
/** So many forms are kept: then all of them are forgotten, and memory stays flat. */
const LIMIT = 20_000;

/**
 * A pure function of a token that knows its earlier results, as remembering()
 * does, and finds them where the token stands: reading is most of the work of
 * grading, and to cut each token out of its text and look it up costs more than
 * the rest of reading it. An open hash table with linear probing (Knuth,
 * The Art of Computer Programming 3, 6.4).
 */
export function formsOfTokens<Form extends { token: string }>(make: (token: string) => Form): (text: string, start: number, end: number) => Form {
  let forms = new Array<Form | undefined>(PLACES);
  let count = 0;
  return (text, start, end) => {
    let place = placeOf(text, start, end);
    for (let form = forms[place]; form !== undefined; form = forms[place]) {
      if (form.token.length === end - start && text.startsWith(form.token, start)) return form;
      place = (place + 1) % PLACES;
    }
    if (count === LIMIT) [forms, count, place] = [new Array<Form | undefined>(PLACES), 0, placeOf(text, start, end)];
    count++;
    return (forms[place] = make(detached(text.slice(start, end))));
  };
}

function placeOf(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 15)) & (PLACES - 1);
}
