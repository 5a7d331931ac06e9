/** Lower case without accents: "Müller" -> "muller", "Straße" -> "strasse". */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/[øö]/g, 'o')
    .replace(/[’‘`´]/g, "'");
}

/** Letters and digits alone: "S U M M A R Y" and "Summary:" have the same key. */
export function keyOf(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The words of a text, folded: "Front-End, C++" -> front, end, c. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Pieces of a line that stand apart on the page: two or more spaces lie between them. */
export function cellsOf(text: string): string[] {
  return text
    .trim()
    .split(/\s{2,}|\t+/)
    .filter((cell) => cell !== '');
}

/** All letters are capitals, and there are at least three. */
export function isUpperCase(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 3 && text === text.toUpperCase() && text !== text.toLowerCase();
}

/** Removes separators and brackets that are left over at the ends when a date or a place was taken out. */
export function trimPunctuation(text: string): string {
  let trimmed = text.trim();
  let before;
  do {
    before = trimmed;
    trimmed = trimmed
      .replace(/^[\s,;:|·•∙▪●/\\–—―\-−~_]+/u, '')
      .replace(/[\s,;:|·•∙▪●/\\–—―\-−~_]+$/u, '')
      .replace(/\(\s*[,;–—-]?\s*\)|\[\s*\]/g, ' ')
      .replace(/^\)|\($/g, '')
      .replace(/\s{2,}/g, ' ');
    if (/^\([^()]*\)$/.test(trimmed)) trimmed = trimmed.slice(1, -1);
  } while (trimmed !== before);
  return closeBrackets(trimmed);
}

/** Drops a lone bracket: "Acme (" and "Acme)" become "Acme". */
function closeBrackets(text: string): string {
  const opened = (text.match(/\(/g) ?? []).length;
  const closed = (text.match(/\)/g) ?? []).length;
  if (opened > closed) return text.replace(/\(([^()]*)$/, '$1').trim();
  if (closed > opened) return text.replace(/\)/, '').trim();
  return text;
}
