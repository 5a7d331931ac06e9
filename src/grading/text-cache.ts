import { readText, type Text } from './words.ts';

/** As many texts as fit into this many characters, about 100 bytes of memory for each with all that is found out: the rubrics of all built-in packs. */
const MOST_CHARACTERS = 1_000_000;

let most = MOST_CHARACTERS;

/** Several threads keep as many texts together as one does alone. */
export function shareTextsAmong(threads: number): void {
  most = MOST_CHARACTERS / threads;
}

/** Those that were asked for last come last. */
const texts = new Map<string, Text>();
let characters = 0;

/** Reads a text of a rubric or question; the same text is read once, for many answers. */
export function readOnce(source: string): Text {
  const known = texts.get(source);
  if (known) texts.delete(source);
  else characters += source.length;
  const text = known ?? readText(source);
  texts.set(source, text);
  if (characters > most) forgetOldest();
  return text;
}

function forgetOldest(): void {
  for (const source of texts.keys()) {
    if (characters <= most) return;
    texts.delete(source);
    characters -= source.length;
  }
}

let finders = 0;

/** What is found out about a text once, and kept with it. */
export function foundOnce<Found extends object>(find: (text: Text) => Found): (text: Text) => Found {
  const place = finders++;
  return (text) => (text.findings[place] ??= find(text)) as Found;
}
