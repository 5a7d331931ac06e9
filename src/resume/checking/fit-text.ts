import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The beginning of a text that fits into so many columns, with `~` where something was cut off. */
export function fitText(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  if (columns < 2) return '';
  let fitting = '';
  let width = 0;
  for (const { segment } of segmenter.segment(text)) {
    width += stringWidth(segment);
    if (width > columns - 1) break;
    fitting += segment;
  }
  return `${fitting.trimEnd()}~`;
}

/** Filled up with spaces to so many columns. */
export function padText(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}
