import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import type { Notice } from '../../schemas/resume.ts';
import type { Box } from './matrix.ts';
import { findHidden } from './pdf-hidden.ts';
import type { Operations } from './pdf-engine.ts';
import type { Glyph, Painting } from './painting.ts';
import { replayPage } from './pdf-painting.ts';
import { fallbackGlyphs } from './pdf-fallback.ts';
import { joinGlyphs, type Piece } from './pieces.ts';
import { turnUpright } from './upright.ts';

export interface PdfPage {
  number: number;
  width: number;
  height: number;
  /** What a reader sees, upright, in the page's main direction of writing. */
  pieces: Piece[];
  /** Text in other directions, each direction by itself. */
  turned: Piece[][];
  hidden: Piece[];
  /** Small painted things, among them drawn list signs. */
  dots: Box[];
  notices: Notice[];
}

/** One page: a page that cannot be read costs a notice, not the file. */
export async function readPage(document: PDFDocumentProxy, number: number, operations: Operations): Promise<PdfPage> {
  try {
    const page = await document.getPage(number);
    const painting = await paint(page, operations);
    page.cleanup();
    return describePage(number, painting);
  } catch {
    const notice = { code: 'page-unreadable', message: 'This page is damaged and could not be read.', page: number };
    return { number, width: 1, height: 1, pieces: [], turned: [], hidden: [], dots: [], notices: [notice] };
  }
}

/** Drawing operations know colours and order; where the engine cannot make them, its text extraction has to do. */
async function paint(page: PDFPageProxy, operations: Operations): Promise<Painting> {
  try {
    const painting = replayPage(page, await page.getOperatorList(), operations);
    if (painting.glyphs.length > 0) return painting;
    return { ...painting, glyphs: await fallbackGlyphs(page) };
  } catch {
    const { width, height } = page.getViewport({ scale: 1 });
    return { glyphs: await fallbackGlyphs(page), shapes: [], dots: [], width, height };
  }
}

function describePage(number: number, painting: Painting): PdfPage {
  const { hidden, ocrLayer } = findHidden(painting);
  const seen = painting.glyphs.filter((_, index) => hidden[index] === undefined);
  const { main, others, width, height } = turnUpright(seen, painting);
  const unseen = [...new Set(hidden)].flatMap((kind) => {
    const glyphs = painting.glyphs.filter((_, index) => kind !== undefined && hidden[index] === kind);
    return glyphs.length === 0 ? [] : joinGlyphs(turnUpright(glyphs, painting).main, kind);
  });
  return {
    number,
    width,
    height,
    pieces: joinGlyphs(main, undefined),
    turned: others.map((glyphs) => joinGlyphs(glyphs, undefined)),
    hidden: unseen,
    dots: painting.dots,
    notices: pageNotices(number, painting, seen, ocrLayer),
  };
}

function pageNotices(number: number, { shapes }: Painting, seen: Glyph[], ocrLayer: boolean): Notice[] {
  const letters = seen.filter(({ text }) => text.trim() !== '');
  const garbled = letters.filter(({ text }) => /^[\uE000-\uF8FF\uFFFD\u0000-\u001F]/.test(text)).length;
  if (letters.length === 0) {
    const hasPicture = shapes.some(({ picture }) => picture);
    const message = hasPicture ? 'This page is a picture without text (a scan); nothing could be read from it.' : 'This page is empty, or its text is drawn as shapes.';
    return [{ code: hasPicture ? 'scanned' : 'page-empty', message, page: number }];
  }
  if (ocrLayer) return [{ code: 'ocr-layer', message: 'This page is a scan; its text comes from text recognition and may be wrong.', page: number }];
  if (garbled <= letters.length * 0.3 || letters.length < 40) return [];
  return [{ code: 'text-garbled', message: 'The fonts of this page do not say which letters they show; much of the text is lost.', page: number }];
}
