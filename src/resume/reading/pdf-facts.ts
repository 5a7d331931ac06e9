import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';

const MAX_LINKS = 60;

/** Targets of the links on the first pages, each once, in order: an e-mail address often stands nowhere else. */
export async function readLinks(document: PDFDocumentProxy, pages: number): Promise<string[]> {
  const links = new Set<string>();
  for (let number = 1; number <= pages; number++) {
    const annotations = await annotationsOf(document, number);
    for (const { url, unsafeUrl } of annotations) {
      const target = url ?? unsafeUrl;
      if (typeof target === 'string' && /^(?:https?:|mailto:|tel:)/i.test(target)) links.add(target.replace(/[\u0000-\u0020\u007F-\u009F]/g, '').slice(0, 300));
      if (links.size >= MAX_LINKS) return [...links];
    }
  }
  return [...links];
}

interface LinkTarget {
  url?: unknown;
  unsafeUrl?: unknown;
}

async function annotationsOf(document: PDFDocumentProxy, number: number): Promise<LinkTarget[]> {
  try {
    const page = await document.getPage(number);
    return (await page.getAnnotations({ intent: 'display' })) as LinkTarget[];
  } catch {
    return [];
  }
}

const FIELDS: Record<string, string> = { Title: 'title', Author: 'author', Subject: 'subject', Keywords: 'keywords', Creator: 'creator', Producer: 'producer', CreationDate: 'created', ModDate: 'modified' };

/** What the file says about itself. */
export async function readMetadata(document: PDFDocumentProxy): Promise<Record<string, string>> {
  const info = await document.getMetadata().then(
    ({ info: found }): Record<string, unknown> => ({ ...found }),
    (): Record<string, unknown> => ({}),
  );
  const stated = Object.entries(FIELDS).flatMap(([field, name]) => {
    const value = info[field];
    return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim().slice(0, 500)] as const] : [];
  });
  return Object.fromEntries(stated);
}
