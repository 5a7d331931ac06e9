import type { Line } from '../../schemas/resume.ts';
import { isUpperCase } from './words.ts';

/** How a line looks, as a key: lines of the same role in a file share it. */
export function styleOf(line: Line): string {
  const size = Math.round((line.size ?? 1) * 10) / 10;
  return [line.headingLevel ?? 0, line.bold === true ? 'bold' : '', size, isUpperCase(line.text) ? 'caps' : ''].join('|');
}

/** How much a line stands out: 0 is body text; a heading of the file counts most. */
export function emphasisOf(line: Line): number {
  const level = line.headingLevel === undefined ? 0 : 8 - line.headingLevel;
  const size = Math.max(-1, ((line.size ?? 1) - 1) * 6);
  return level + size + (line.bold === true ? 1 : 0) + (isUpperCase(line.text) ? 1 : 0);
}
