import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import type { Glyph, Painting, Shape } from './painting.ts';
import { PLAIN_FONT, describeFont, type Font } from './pdf-fonts.ts';
import { isRectangle } from './rectangle-path.ts';
import { IDENTITY, apply, area, asMatrix, intersect, multiply, transformBox, type Box, type Matrix } from './matrix.ts';
import type { Operations } from './pdf-engine.ts';

interface State {
  matrix: Matrix;
  clip: Box;
  fill: string | null;
  opacity: number;
  mode: number;
  font: Font;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

interface EngineGlyph {
  unicode?: string;
  width?: number;
  isSpace?: boolean;
  vmetric?: number[] | null;
}

const MAX_GLYPHS = 60_000;
const MAX_SHAPES = 20_000;

/**
 * Replays the drawing operations of a page and notes where every character and
 * every filled area lands, in which colour and in which order. This is what
 * the engine's text extraction leaves out and hidden text is told by.
 */
export function replayPage(page: PDFPageProxy, list: { fnArray: number[]; argsArray: unknown[] }, operations: Operations): Painting {
  const viewport = page.getViewport({ scale: 1 });
  const painter = new Painter(page, viewport.width, viewport.height, asMatrix(viewport.transform) ?? IDENTITY);
  const names = new Map(Object.entries(operations).map(([name, number]) => [number, name]));
  for (let index = 0; index < list.fnArray.length; index++) {
    const name = names.get(list.fnArray[index] ?? -1) ?? '';
    const args = list.argsArray[index];
    painter.perform(name, (args ?? []) as unknown[], operations);
    if (painter.glyphs.length > MAX_GLYPHS) break;
  }
  return { glyphs: painter.glyphs, shapes: painter.shapes, dots: painter.dots, width: viewport.width, height: viewport.height };
}

class Painter {
  readonly glyphs: Glyph[] = [];
  readonly shapes: Shape[] = [];
  readonly dots: Box[] = [];
  private order = 0;
  private state: State;
  private readonly saved: State[] = [];
  private readonly base: Matrix;
  private textMatrix: Matrix = IDENTITY;
  private lineMatrix: Matrix = IDENTITY;
  private clipPending = false;
  private readonly fonts = new Map<string, Font>();

  constructor(
    private readonly page: PDFPageProxy,
    width: number,
    height: number,
    matrix: Matrix,
  ) {
    this.base = matrix;
    // A clip far larger than the page, so that text outside it is told as being outside.
    const clip = { left: -1e5, top: -1e5, right: width + 1e5, bottom: height + 1e5 };
    this.state = { matrix, clip, fill: '#000000', opacity: 1, mode: 0, font: PLAIN_FONT, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 };
  }

  perform(name: string, args: unknown[], operations: Operations): void {
    this.order++;
    const number = Number(args[0]);
    switch (name) {
      case 'save':
        return this.save();
      case 'restore':
      case 'paintFormXObjectEnd':
      case 'endAnnotation':
        return this.restore();
      case 'transform':
        return this.transform(asMatrix(args));
      case 'paintFormXObjectBegin':
        this.save();
        return this.transform(asMatrix(args[0]));
      case 'beginAnnotation':
        return this.beginAnnotation(args);
      case 'setGState':
        return this.setGraphicsState(args[0]);
      case 'setFillRGBColor':
        this.state.fill = typeof args[0] === 'string' ? args[0].toLowerCase() : null;
        return;
      case 'setFillColorN':
      case 'setFillTransparent':
        this.state.fill = null;
        return;
      case 'beginText':
        this.textMatrix = this.lineMatrix = IDENTITY;
        return;
      case 'setFont':
        return this.setFont(args);
      case 'setCharSpacing':
        this.state.charSpacing = number || 0;
        return;
      case 'setWordSpacing':
        this.state.wordSpacing = number || 0;
        return;
      case 'setHScale':
        this.state.scale = number / 100 || 1;
        return;
      case 'setLeading':
        this.state.leading = number || 0;
        return;
      case 'setTextRise':
        this.state.rise = number || 0;
        return;
      case 'setTextRenderingMode':
        this.state.mode = number || 0;
        return;
      case 'setTextMatrix':
        this.textMatrix = this.lineMatrix = asMatrix(args.length === 6 ? args : args[0]) ?? IDENTITY;
        return;
      case 'moveText':
        return this.moveText(number, Number(args[1]));
      case 'setLeadingMoveText':
        this.state.leading = -Number(args[1]);
        return this.moveText(number, Number(args[1]));
      case 'nextLine':
        return this.moveText(0, -this.state.leading);
      case 'showText':
        return this.showText(args[0]);
      case 'clip':
      case 'eoClip':
        this.clipPending = true;
        return;
      case 'constructPath':
        return this.path(args, operations);
      case 'shadingFill':
        return this.addShape(this.state.clip, null, false, false);
      default:
        if (/^paint.*(?:Image|Mask)/.test(name)) this.picture(name);
    }
  }

  private save(): void {
    if (this.saved.length < 5000) this.saved.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private transform(matrix: Matrix | undefined): void {
    if (matrix) this.state.matrix = multiply(this.state.matrix, matrix);
  }

  private beginAnnotation(args: unknown[]): void {
    this.save();
    this.state.matrix = this.base;
    this.transform(asMatrix(args[2]));
    this.transform(asMatrix(args[3]));
  }

  private setGraphicsState(pairs: unknown): void {
    if (!Array.isArray(pairs)) return;
    for (const pair of pairs as unknown[]) {
      const [key, value] = Array.isArray(pair) ? (pair as [unknown, unknown]) : [];
      if (key === 'ca') this.state.opacity = Number(value);
      if (key === 'Font' && Array.isArray(value)) this.setFont(value as unknown[]);
    }
  }

  private setFont([name, size]: unknown[]): void {
    this.state.size = Number(size) || 0;
    this.state.font = this.fontNamed(String(name));
  }

  private fontNamed(name: string): Font {
    const known = this.fonts.get(name);
    if (known) return known;
    const font = describeFont(this.page, name);
    this.fonts.set(name, font);
    return font;
  }

  private moveText(x: number, y: number): void {
    this.lineMatrix = multiply(this.lineMatrix, [1, 0, 0, 1, x || 0, y || 0]);
    this.textMatrix = this.lineMatrix;
  }

  /** Text space advances as the PDF specification says (9.4.4); numbers between glyphs are thousandths of the size. */
  private showText(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return;
    const { size, font, scale, charSpacing, wordSpacing } = this.state;
    let along = 0;
    for (const glyph of glyphs as (number | EngineGlyph | null)[]) {
      if (typeof glyph === 'number') {
        along += ((font.vertical ? 1 : -1) * glyph * size) / 1000;
      } else if (glyph) {
        const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
        const width = font.vertical ? (glyph.vmetric?.[0] ?? -1000) : (glyph.width ?? 0);
        const advance = width * font.unit * size;
        this.place(glyph, along, advance);
        along += font.vertical ? advance - spacing : advance + spacing;
      }
    }
    const [x, y] = font.vertical ? [0, along] : [along * scale, 0];
    this.textMatrix = multiply(this.textMatrix, [1, 0, 0, 1, x, y]);
  }

  private place(glyph: EngineGlyph, along: number, advance: number): void {
    const { state } = this;
    const text = glyph.unicode ?? '';
    if (text === '') return;
    const whole = multiply(state.matrix, this.textMatrix);
    const [dx, dy] = state.font.vertical ? [0, along] : [along * state.scale, state.rise];
    const [x, y] = apply(whole, dx, dy);
    const [endX, endY] = apply(whole, dx + (state.font.vertical ? 0 : Math.abs(advance) * state.scale), dy + (state.font.vertical ? -Math.abs(advance) : 0));
    const [unitX, unitY] = apply(whole, dx + (state.font.vertical ? 0 : 1), dy - (state.font.vertical ? 1 : 0));
    if (![x, y, endX, endY].every(Number.isFinite)) return;
    this.glyphs.push({
      text,
      x,
      y,
      angle: Math.round((Math.atan2(unitY - y, unitX - x) * 180) / Math.PI),
      advance: Math.hypot(endX - x, endY - y),
      size: Math.abs(state.size) * Math.sqrt(Math.abs(whole[0] * whole[3] - whole[1] * whole[2])),
      bold: state.font.bold || state.mode === 2,
      fill: state.mode === 1 ? null : state.fill,
      opacity: state.opacity,
      invisible: state.mode === 3 || state.mode === 7,
      clip: state.clip,
      order: this.order,
    });
  }

  private path(args: unknown[], operations: Operations): void {
    const [operation, data, bounds] = args as [number, unknown, ArrayLike<number> | null];
    const [x1, y1, x2, y2] = bounds ? Array.from(bounds) : [];
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return;
    const box = transformBox(this.state.matrix, x1, y1, x2, y2);
    const fills = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].some((name) => operations[name] === operation);
    if (fills && this.state.opacity > 0.1) this.addShape(intersect(box, this.state.clip), this.state.opacity < 0.9 ? null : this.state.fill, isRectangle(data) && this.state.opacity > 0.9, false);
    else if (operation !== operations.endPath) this.addDot(box);
    if (this.clipPending) this.state.clip = intersect(this.state.clip, box);
    this.clipPending = false;
  }

  /** Pictures fill the unit square; masks are drawn shapes and hide nothing for sure. */
  private picture(name: string): void {
    const isMask = name.includes('Mask');
    this.addShape(intersect(transformBox(this.state.matrix, 0, 0, 1, 1), this.state.clip), null, !isMask, !isMask);
  }

  private addDot(box: Box): void {
    const isSmall = box.right - box.left < 24 && box.bottom - box.top < 24;
    if (isSmall && this.dots.length < MAX_SHAPES) this.dots.push(box);
  }

  private addShape(box: Box, fill: string | null, solid: boolean, picture: boolean): void {
    this.addDot(box);
    if (area(box) > 0 && this.shapes.length < MAX_SHAPES) this.shapes.push({ box, fill, order: this.order, solid, picture });
  }
}
