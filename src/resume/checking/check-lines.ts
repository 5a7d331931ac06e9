import type { Line } from '../../schemas/resume.ts';
import type { CheckedLine } from '../../schemas/resume-check.ts';
import { findInjections } from '../parsing/injection.ts';
import { endListsAtName, splitSections } from '../parsing/sections.ts';

/** Each line of a file with the section that the parser puts it in, hidden lines and instructions included. */
export function checkLines(lines: Line[], name: string | null): CheckedLine[] {
  const visible = lines.filter(({ hidden }) => hidden === undefined);
  const { clean } = findInjections(visible);
  const cleanHidden = findInjections(lines.filter(({ hidden }) => hidden !== undefined)).clean;
  const harmless = new Set([...clean, ...cleanHidden]);
  const places = placesOf(clean, name);
  return lines.map((line) => ({ ...line, ...(places.get(placeOf(line)) ?? { section: null, heading: false }), injected: !harmless.has(line) }));
}

type Place = Pick<CheckedLine, 'section' | 'heading'>;

function placesOf(clean: Line[], name: string | null): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { kind, headingLine, lines } of endListsAtName(splitSections(clean), name)) {
    for (const line of lines) places.set(placeOf(line), { section: kind, heading: false });
    if (headingLine) places.set(placeOf(headingLine), { section: kind, heading: true });
  }
  return places;
}

function placeOf({ page, line }: Line): string {
  return `${page}.${line}`;
}
