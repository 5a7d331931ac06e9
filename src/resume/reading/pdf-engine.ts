import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFParse } from 'pdf-parse';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import { ReadingFailure } from './reading-failure.ts';

/** Numbers of the drawing operations, by name, as the engine under pdf-parse has them. */
export type Operations = Record<string, number>;

export interface OpenPdf {
  document: PDFDocumentProxy;
  operations: Operations;
  close(): Promise<void>;
}

/** Pictures are only needed for where they stand; larger ones than this are skipped by the engine. */
const MAX_IMAGE_PIXELS = 2 ** 24;

/**
 * Opens a PDF through pdf-parse and hands out the document under it, because
 * positions, fonts and colours are not in pdf-parse's own results. The bytes
 * are gone afterwards. Rejects with `ReadingFailure`.
 */
export async function openPdf(bytes: Uint8Array, password?: string): Promise<OpenPdf> {
  const fonts = engineFolder();
  const parser = new PDFParse({
    data: bytes,
    password,
    verbosity: 0,
    // Chinese, Japanese and Korean text without its own fonts needs these tables.
    cMapUrl: join(fonts, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(fonts, 'standard_fonts/'),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: MAX_IMAGE_PIXELS,
  });
  const document = await (parser as unknown as { load(): Promise<PDFDocumentProxy> }).load().catch(refuse);
  return { document, operations: engineOperations(), close: () => parser.destroy() };
}

function refuse(error: unknown): never {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name !== 'PasswordException') throw new ReadingFailure('file-damaged');
  throw new ReadingFailure(/incorrect/i.test(message) ? 'file-password-wrong' : 'file-encrypted');
}

/** The engine's own folder, wherever the package manager put it. */
function engineFolder(): string {
  const own = createRequire(import.meta.url);
  return dirname(createRequire(own.resolve('pdf-parse')).resolve('pdfjs-dist/package.json'));
}

/** pdf-parse shares its engine as a global when its worker is set, even to what it was. */
function engineOperations(): Operations {
  PDFParse.setWorker();
  const { pdfjs } = globalThis as unknown as { pdfjs: { OPS: Operations } };
  return pdfjs.OPS;
}
