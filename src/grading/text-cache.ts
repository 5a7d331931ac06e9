import { readText, type Text } from './words.ts';

/** As many texts as fit into this many characters, about 25 bytes of memory for each: the rubrics of all built-in packs. */
const MOST_CHARACTERS = 1_000_000;

// Two halves: when the young one is full it becomes the old one, and what is asked for there comes back.
let young = new Map<string, Text>();
let old = new Map<string, Text>();
let characters = 0;

/** Reads a text of a rubric or question; the same text is read once, for many answers. */
export function readOnce(source: string): Text {
  const known = young.get(source);
  if (known) return known;
  const text = old.get(source) ?? readText(source);
  characters += source.length;
  if (characters > MOST_CHARACTERS / 2) {
    old = young;
    young = new Map();
    characters = source.length;
  }
  young.set(source, text);
  return text;
}

let finders = 0;

/** What is found out about a text once, and kept with it. */
export function foundOnce<Found extends object>(find: (text: Text) => Found): (text: Text) => Found {
  const place = finders++;
  return (text) => (text.findings[place] ??= find(text)) as Found;
}
