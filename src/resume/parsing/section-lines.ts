import type { Line, SectionKind } from '../../schemas/resume.ts';

/** The lines under one heading, the heading itself apart. */
export interface SectionLines {
  kind: SectionKind;
  heading: string;
  headingLine: Line | null;
  lines: Line[];
}
