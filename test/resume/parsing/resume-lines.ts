import { parseResume } from '../../../src/resume/parsing/parse-resume.ts';
import type { Line, ParsedResume } from '../../../src/schemas/resume.ts';

/**
 * Lines from a sketch: `## ` marks a heading of the file, `**...**` bold type,
 * `- ` a bullet. Every other mark stays text.
 */
export function linesOf(sketch: string): Line[] {
  return sketch
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text, index) => lineOf(text, index + 1));
}

function lineOf(text: string, line: number): Line {
  const heading = /^(#+) (.*)$/.exec(text);
  if (heading !== null) return { text: heading[2] ?? '', page: 1, line, headingLevel: heading[1]?.length };
  const bold = /^\*\*(.*)\*\*$/.exec(text);
  if (bold !== null) return { text: bold[1] ?? '', page: 1, line, bold: true };
  const bullet = /^\s*- (.*)$/.exec(text);
  return bullet === null ? { text, page: 1, line } : { text: bullet[1] ?? '', page: 1, line, bullet: true };
}

export const NOW = new Date('2024-07-15T00:00:00Z');

/** The sketch, understood in July 2024. */
export function understand(sketch: string | Line[]): ParsedResume {
  const lines = typeof sketch === 'string' ? linesOf(sketch) : sketch;
  return parseResume({ file: 'sketch.txt', hash: 'none', document: { format: 'txt', pages: 1, lines, notices: [], metadata: {} } }, { now: NOW });
}
