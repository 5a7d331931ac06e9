import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import type { Notice, ResumeDocument } from '../../schemas/resume.ts';
import { finishLines } from './finish-lines.ts';
import { openPdf, type Operations } from './pdf-engine.ts';
import { rowsToLines } from './pdf-lines.ts';
import { readPage, type PdfPage } from './pdf-page.ts';
import { readLinks, readMetadata } from './pdf-facts.ts';

/** Resumes have one to five pages; academic ones forty. */
const MAX_PAGES = 50;

/** A PDF as lines in reading order, with what a reader would not see marked as hidden. */
export async function readPdf(bytes: Uint8Array, password?: string): Promise<ResumeDocument> {
  const opened = await openPdf(bytes, password);
  const { document, operations } = opened;
  try {
    const pages = await readPages(document, operations);
    const links = await readLinks(document, Math.min(document.numPages, 10));
    const finished = finishLines(rowsToLines(pages), links);
    const metadata = { ...(await readMetadata(document)), ...(links.length > 0 && { links: links.join('\n') }) };
    const notices = [...pageNotices(pages, document.numPages), ...finished.notices];
    return { format: 'pdf', pages: document.numPages, lines: finished.lines, notices, metadata };
  } finally {
    await opened.close().catch(() => undefined);
  }
}

async function readPages(document: PDFDocumentProxy, operations: Operations): Promise<PdfPage[]> {
  const pages: PdfPage[] = [];
  for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number++) {
    pages.push(await readPage(document, number, operations));
  }
  return pages;
}

function pageNotices(pages: PdfPage[], total: number): Notice[] {
  const cut = total > MAX_PAGES ? [{ code: 'pages-cut', message: `The file has ${total} pages; only the first ${MAX_PAGES} were read.` }] : [];
  return [...pages.flatMap(({ notices }) => notices), ...cut];
}
