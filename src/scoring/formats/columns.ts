import stringWidth from 'string-width';

/** No line for people is wider. */
export const WIDTH = 80;

/** The text in exactly `width` columns of a terminal: filled up with spaces, or cut with an ellipsis. */
export function fitted(text: string, width: number): string {
  const cut = shortened(text, width);
  return cut + ' '.repeat(Math.max(0, width - stringWidth(cut)));
}

/** The text in at most `width` columns, letters and emoji whole. */
export function shortened(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    used += stringWidth(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

export function widest(texts: Iterable<string>): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, stringWidth(text));
  return most;
}
