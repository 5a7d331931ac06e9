import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import { apply, asMatrix, multiply, IDENTITY } from './matrix.ts';
import type { Glyph } from './painting.ts';

const NO_CLIP = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };

/** Text with its places but without colours, from the engine's own extraction: whole words in place of characters. */
export async function fallbackGlyphs(page: PDFPageProxy): Promise<Glyph[]> {
  const view = asMatrix(page.getViewport({ scale: 1 }).transform) ?? IDENTITY;
  const { items } = await page.getTextContent();
  return items.flatMap((item, order): Glyph[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const matrix = multiply(view, asMatrix(item.transform) ?? IDENTITY);
    const [x, y] = apply(matrix, 0, 0);
    const [toX, toY] = apply(matrix, 1, 0);
    const angle = Math.round((Math.atan2(toY - y, toX - x) * 180) / Math.PI);
    const size = item.height || Math.hypot(matrix[2], matrix[3]);
    return [{ text: item.str.replace(/\0/g, ''), x, y, angle, advance: item.width, size, bold: false, fill: null, opacity: 1, invisible: false, clip: NO_CLIP, order }];
  });
}
