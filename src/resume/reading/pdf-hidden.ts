import type { Line } from '../../schemas/resume.ts';
import { area, intersect, type Box } from './matrix.ts';
import type { Glyph, Painting, Shape } from './painting.ts';

type Hiding = Line['hidden'];

const BAND = 24;
/** Below this size in points nobody reads, on a page of ordinary size. */
const TINY = 2;
/** Channels that differ by less than this look the same. */
const SAME_COLOUR = 12;

export interface SeenGlyphs {
  /** Why each character cannot be seen; undefined where it can. */
  hidden: Hiding[];
  /** The text of a scan, laid under or over its picture by text recognition. */
  ocrLayer: boolean;
}

/** Tells for each character of a page whether a reader sees it. */
export function findHidden(painting: Painting): SeenGlyphs {
  const bands = bandShapes(painting);
  const ocrLayer = hasOcrLayer(painting);
  const tiny = tinyLimit(painting);
  const hidden = painting.glyphs.map((glyph): Hiding => {
    if (glyph.text.trim() === '') return undefined;
    if (glyph.size < tiny) return 'tiny';
    if (isOutside(glyph, painting)) return 'off_page';
    if (ocrLayer) return undefined;
    if (glyph.invisible || glyph.opacity < 0.05) return 'hidden_style';
    const near = bands.get(Math.floor(glyph.y / BAND)) ?? [];
    if (isCovered(glyph, near)) return 'covered';
    return isSameColour(glyph.fill, background(glyph, near)) ? 'white' : undefined;
  });
  return { hidden, ocrLayer };
}

/** Shapes by horizontal bands of the page, so that a character asks only those near it. */
function bandShapes({ shapes, height }: Painting): Map<number, Shape[]> {
  const bands = new Map<number, Shape[]>();
  for (const shape of shapes) {
    const first = Math.floor(Math.max(-BAND, shape.box.top) / BAND);
    const last = Math.floor(Math.min(height + BAND, shape.box.bottom) / BAND);
    for (let band = first; band <= last; band++) bands.set(band, [...(bands.get(band) ?? []), shape]);
  }
  return bands;
}

/** A page that is one picture, with most of its text invisible or below the picture. */
function hasOcrLayer({ glyphs, shapes, width, height }: Painting): boolean {
  const page = { left: 0, top: 0, right: width, bottom: height };
  const scans = shapes.filter(({ picture, box }) => picture && area(intersect(box, page)) > area(page) * 0.5);
  const covering = scans.at(-1);
  if (!covering) return false;
  const unseen = glyphs.filter(({ invisible, order }) => invisible || order < covering.order);
  return unseen.length > glyphs.length * 0.5;
}

/** Pages may be drawn at any scale: where even the largest text is small, it is measured by that. */
function tinyLimit({ glyphs, height }: Painting): number {
  const largest = glyphs.reduce((size, glyph) => Math.max(size, glyph.size), 0);
  return Math.min(TINY * Math.max(1, height / 1200), largest * 0.25);
}

function isOutside({ x, y, size, advance, angle }: Glyph, { width, height }: Painting): boolean {
  const reach = Math.abs(angle) < 45 ? advance : size;
  return x + reach < 0 || x > width || y < 0 || y - size > height;
}

function isCovered(glyph: Glyph, shapes: Shape[]): boolean {
  const body = bodyOf(glyph);
  return isClipped(glyph) || shapes.some(({ solid, order, box }) => solid && order > glyph.order && holds(box, body));
}

/** Cut off by far: a word that runs a little over the edge of its box was meant to be read. */
function isClipped({ x, y, size, clip }: Glyph): boolean {
  const margin = size * 6;
  return x > clip.right + margin || x < clip.left - margin || y > clip.bottom + margin || y < clip.top - margin;
}

/** What the character stands on: the last thing painted before it at its place; white paper without one, null when unknown. */
function background(glyph: Glyph, shapes: Shape[]): string | null {
  const { left, right, top, bottom } = bodyOf(glyph);
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  const below = shapes.findLast(({ order, box }) => order < glyph.order && box.left <= x && box.right >= x && box.top <= y && box.bottom >= y);
  return below ? below.fill : '#ffffff';
}

/** The middle of the character, a little smaller than its cell, so that touching edges do not count. */
function bodyOf({ x, y, size, advance, angle }: Glyph): Box {
  if (Math.abs(angle) > 20) return { left: x - size * 0.2, right: x + size * 0.2, top: y - size * 0.2, bottom: y + size * 0.2 };
  return { left: x + advance * 0.2, right: x + Math.max(advance * 0.8, 0.5), top: y - size * 0.45, bottom: y - size * 0.1 };
}

function holds(outer: Box, inner: Box): boolean {
  return outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom;
}

function isSameColour(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  return channels(one).every((value, index) => Math.abs(value - (channels(other)[index] ?? 0)) < SAME_COLOUR);
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}
