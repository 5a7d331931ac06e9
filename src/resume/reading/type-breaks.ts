import type { Glyph } from './painting.ts';

/** The type changes at a letter so that it begins something new, although only a space parts it from the word before. */
export function isSetApart(row: Glyph[], glyph: Glyph): boolean {
  return changesSize(row, glyph) || endsBoldLead(row, glyph);
}

/** A name in large letters before an address in small ones; words in small capitals keep their large initials. */
function changesSize(row: Glyph[], glyph: Glyph): boolean {
  const at = row.indexOf(glyph);
  const end = row.findIndex(({ text }, index) => index > at && text.trim() === '');
  const after = largest(row.slice(at, end < 0 ? undefined : end));
  const last = row.findLastIndex(({ text }, index) => index < at && text.trim() !== '');
  const start = row.findLastIndex(({ text }, index) => index < last && text.trim() === '');
  const before = largest(row.slice(start + 1, last + 1));
  return Math.min(before, after) > 0 && Math.min(before, after) < Math.max(before, after) * 0.68;
}

/** "**Engineer** Acme": the bold beginning of a short line is a title, what follows in capitals is another thing. */
function endsBoldLead(row: Glyph[], glyph: Glyph): boolean {
  const at = row.indexOf(glyph);
  const lead = row.slice(0, at).filter(({ text }) => text.trim() !== '');
  if (glyph.bold || !/^\p{Lu}/u.test(glyph.text) || row.length > 90 || lead.length < 4 || !lead.every(({ bold }) => bold)) return false;
  return /^[\p{L}\p{N})]$/u.test(lead.at(-1)?.text ?? '') && row.slice(at).every(({ bold, text }) => !bold || text.trim() === '');
}

function largest(glyphs: Glyph[]): number {
  return Math.max(0, ...glyphs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).map(({ size }) => size));
}
