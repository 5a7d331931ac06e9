import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';

/** What placing and judging letters needs of a font. */
export interface Font {
  bold: boolean;
  vertical: boolean;
  /** Ems in one unit of the glyphs' widths. */
  unit: number;
}

export const PLAIN_FONT: Font = { bold: false, vertical: false, unit: 0.001 };

/** The font as the engine has it after drawing; a broken font is a plain one. */
export function describeFont(page: PDFPageProxy, name: string): Font {
  const known = engineFont(page, name);
  if (!known) return PLAIN_FONT;
  const unit = Array.isArray(known.fontMatrix) ? Math.abs(Number(known.fontMatrix[0])) : 0.001;
  const bold = known.bold === true || known.black === true || /bold|black|heavy|semib|demi/i.test(typeof known.name === 'string' ? known.name : '');
  return { bold, vertical: known.vertical === true, unit: unit > 0 && Number.isFinite(unit) ? unit : 0.001 };
}

function engineFont(page: PDFPageProxy, name: string): Record<string, unknown> | undefined {
  try {
    return page.commonObjs.get(name) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
