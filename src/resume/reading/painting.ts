import type { Box } from './matrix.ts';

/** One character as it was painted; positions in points from the top left of the page as shown. */
export interface Glyph {
  text: string;
  x: number;
  /** Baseline. */
  y: number;
  /** Direction of writing in quarter turns would be too coarse for watermarks: degrees, clockwise. */
  angle: number;
  advance: number;
  size: number;
  bold: boolean;
  /** `#rrggbb`, or null for patterns and gradients. */
  fill: string | null;
  opacity: number;
  /** Painted with neither fill nor stroke. */
  invisible: boolean;
  clip: Box;
  /** Place in the order of painting. */
  order: number;
}

/** A filled area or a picture. */
export interface Shape {
  box: Box;
  fill: string | null;
  order: number;
  /** It fills its whole box, so that it hides what lies below. */
  solid: boolean;
  picture: boolean;
}

export interface Painting {
  glyphs: Glyph[];
  shapes: Shape[];
  /** Small painted things: drawn list signs, and parts of icons. */
  dots: Box[];
  width: number;
  height: number;
}
