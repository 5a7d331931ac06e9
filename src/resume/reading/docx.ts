import mammoth from 'mammoth';
import type { Notice, ResumeDocument } from '../../schemas/resume.ts';
import { readDocxParts } from './docx-archive.ts';
import { htmlToLines, type DocxLine } from './docx-blocks.ts';
import { MAX_DEPTH, markRuns } from './docx-marks.ts';
import { finishLines, type RawLine } from './finish-lines.ts';
import { walkMarkup } from './markup.ts';
import { ReadingFailure } from './reading-failure.ts';
import { writeStoredZip } from './stored-zip.ts';

/** A Word file: its page headers, its text with headings, items and tables, its page footers. */
export async function readDocx(bytes: Uint8Array): Promise<ResumeDocument> {
  const parts = await readDocxParts(bytes);
  const main = [...parts.keys()].find((name) => /^word\/document\d*\.xml$/i.test(name));
  if (!main) throw new ReadingFailure('file-not-a-resume-format', 'is an archive without a Word document in it');
  const body = await convert(parts, main);
  const headers = await convertMargins(parts, main, /^word\/header\d*\.xml$/i, body);
  const footers = await convertMargins(parts, main, /^word\/footer\d*\.xml$/i, [...headers, ...body]);
  const finished = finishLines(relativeSizes([...headers, ...body, ...footers]));
  const notices = [...marginNotice(headers.length), ...pictureNotice(parts.get(main)), ...finished.notices];
  return { format: 'docx', pages: 1, lines: finished.lines, notices, metadata: readMetadata(parts) };
}

/** The converter leaves out page headers and footers: each is read as a small document of its own. */
async function convertMargins(parts: Map<string, Buffer>, main: string, pattern: RegExp, known: DocxLine[]): Promise<DocxLine[]> {
  const names = [...parts.keys()].filter((name) => pattern.test(name)).sort().slice(0, 6);
  const seen = new Set(known.map(({ text }) => text));
  const lines: DocxLine[] = [];
  for (const name of names) {
    const xml = parts.get(name)?.toString('utf8').replace(/<(\/?)w:(?:hdr|ftr)\b([^>]*)>/g, (_, slash: string, rest: string) => (slash ? '</w:body></w:document>' : `<w:document${rest}><w:body>`));
    const own = new Map([...parts, [main, Buffer.from(xml ?? '')]]);
    const relations = parts.get(name.replace('word/', 'word/_rels/') + '.rels');
    if (relations) own.set(main.replace('word/', 'word/_rels/') + '.rels', relations);
    for (const line of await convert(own, main)) {
      if (seen.has(line.text) || /^(?:page\s*)?\d*(?:\s*(?:of|\/|\|)\s*\d*)?$/i.test(line.text)) continue;
      seen.add(line.text);
      lines.push(line);
    }
  }
  return lines;
}

async function convert(parts: Map<string, Buffer>, main: string): Promise<DocxLine[]> {
  const xml = decodeXml(parts.get(main) ?? Buffer.alloc(0));
  checkDepth(xml);
  const marked = new Map([...parts, [main, Buffer.from(markRuns(xml))]]);
  const html = await mammoth
    .convertToHtml({ buffer: writeStoredZip(marked) }, { styleMap: STYLES, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), ignoreEmptyParagraphs: true })
    .catch(() => {
      throw new ReadingFailure('file-damaged');
    });
  return htmlToLines(html.value);
}

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh", "p[style-name='Quote'] => p:fresh"];

function decodeXml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le').slice(1).replace(/encoding="[^"]*"/i, '');
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

/** Depth makes parsers recurse until their stack ends; text of such a document is no resume. */
function checkDepth(xml: string): void {
  let depth = 0;
  for (const token of walkMarkup(xml)) {
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth--;
    if (depth > MAX_DEPTH) throw new ReadingFailure('file-too-complex', 'nests its tables deeper than a resume can');
  }
  if (!/<w:(?:document|body)\b/.test(xml)) throw new ReadingFailure('file-damaged');
}

/** Runs without a size of their own have the body's: the commonest size, by letters, is 1. */
function relativeSizes(lines: DocxLine[]): RawLine[] {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(size ?? 0, (letters.get(size ?? 0) ?? 0) + text.length);
  const body = [...letters].sort(([, one], [, other]) => other - one)[0]?.[0] || 22;
  return lines.map(({ size, ...line }) => ({ ...line, page: 1, ...(size && { size: Math.round((size / body) * 100) / 100 }) }));
}

function marginNotice(count: number): Notice[] {
  return count === 0 ? [] : [{ code: 'page-header', message: 'Text stands in the page header; many parsers do not see it there.' }];
}

function pictureNotice(xml: Buffer | undefined): Notice[] {
  const boxes = xml?.includes('w:txbxContent') ? [{ code: 'text-box', message: 'Text stands in text boxes; many parsers lose it or its place.' }] : [];
  return boxes;
}

const FIELDS: Record<string, string> = { 'dc:title': 'title', 'dc:creator': 'author', 'dc:subject': 'subject', 'cp:keywords': 'keywords', 'dc:description': 'description', 'cp:lastModifiedBy': 'lastModifiedBy', 'dcterms:created': 'created', 'dcterms:modified': 'modified', Application: 'application', Company: 'company' };

function readMetadata(parts: Map<string, Buffer>): Record<string, string> {
  const metadata: Record<string, string> = {};
  for (const name of ['docProps/core.xml', 'docProps/app.xml']) {
    let field: string | undefined;
    for (const token of walkMarkup(parts.get(name)?.toString('utf8') ?? '')) {
      if (token.kind === 'open') field = FIELDS[token.name];
      else if (token.kind === 'close') field = undefined;
      else if (field && token.text.trim() !== '') metadata[field] = token.text.trim().slice(0, 500);
    }
  }
  return metadata;
}
