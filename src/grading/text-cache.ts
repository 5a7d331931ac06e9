import { readText, type Text } from './words.ts';

const LIMIT = 1_000;
const texts = new Map<string, Text>();

/** Reads a text of a rubric or question; the same text is read once, for many answers. */
export function readOnce(source: string): Text {
  const known = texts.get(source);
  if (known) return known;
  if (texts.size >= LIMIT) texts.clear();
  const text = readText(source);
  texts.set(source, text);
  return text;
}
