import { extname } from 'node:path';
import type { ResumeDocument } from '../../schemas/resume.ts';
import { ReadingFailure } from './reading-failure.ts';

export type Format = ResumeDocument['format'];

/** First bytes of files that people send by mistake, and what to call them. */
const OTHERS: [string, string][] = [
  ['\x89PNG', 'is a PNG picture'],
  ['\xFF\xD8\xFF', 'is a JPEG picture'],
  ['GIF8', 'is a GIF picture'],
  ['RIFF', 'is a picture or a recording'],
  ['II*\0', 'is a TIFF picture'],
  ['MM\0*', 'is a TIFF picture'],
  ['{\\rtf', 'is a rich text file (.rtf)'],
  ['\x1F\x8B', 'is a compressed file (.gz)'],
  ['7z\xBC\xAF', 'is an archive (.7z)'],
  ['Rar!', 'is an archive (.rar)'],
  ['\x7FELF', 'is a program'],
  ['%!PS', 'is a PostScript file'],
  ['SQLite format 3', 'is a database'],
];

/**
 * The format by what the file holds; the name only parts Markdown from text.
 * Throws `ReadingFailure` for what is no resume format, saying what it is.
 */
export function sniffFormat(bytes: Uint8Array, fileName: string): Format {
  const head = latin1(bytes.subarray(0, 1024));
  // Mail programs put lines in front of a PDF; readers accept it within the first kilobyte.
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'docx';
  if (head.startsWith('\xD0\xCF\x11\xE0')) throw oldWordFailure(bytes);
  const other = OTHERS.find(([magic]) => head.startsWith(magic));
  if (other) throw new ReadingFailure('file-not-a-resume-format', other[1]);
  if (/^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(head)) {
    throw new ReadingFailure('file-not-a-resume-format', 'is a web page (HTML)');
  }
  if (isBinary(bytes)) throw new ReadingFailure('file-not-a-resume-format');
  return /^\.(?:md|markdown|mdown|mkd)$/i.test(extname(fileName)) ? 'md' : 'txt';
}

/** What a name promises, where it promises something. */
export function promisedFormat(fileName: string): Format | undefined {
  const extension = extname(fileName).toLowerCase();
  if (extension === '.pdf' || extension === '.docx') return extension === '.pdf' ? 'pdf' : 'docx';
  if (/^\.(?:md|markdown|mdown|mkd)$/.test(extension)) return 'md';
  return /^\.(?:txt|text)$/.test(extension) ? 'txt' : undefined;
}

/** Word wraps a protected .docx into its old container; the name of the stream inside tells. */
function oldWordFailure(bytes: Uint8Array): ReadingFailure {
  const isProtected = latin1(bytes).includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e');
  if (isProtected) return new ReadingFailure('file-encrypted', 'is a Word file protected with a password; only PDF files can be opened with one');
  return new ReadingFailure('file-not-a-resume-format', 'is an old Word or Office file (.doc)');
}

/** Text has no zero bytes (unless it is UTF-16) and hardly any control characters. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  const utf16 = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  if (utf16) return false;
  const controls = sample.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) ? 1 : 0), 0);
  return controls > sample.length * 0.02 && !isUtf16WithoutMark(sample);
}

/** Western UTF-16 has a zero in every other byte. */
export function isUtf16WithoutMark(sample: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  sample.subarray(0, 2048).forEach((byte, index) => byte === 0 && (zeros[index % 2] = (zeros[index % 2] ?? 0) + 1));
  const half = Math.min(sample.length, 2048) / 2;
  const [even = 0, odd = 0] = zeros;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.6 && odd < half * 0.1 ? 'utf-16be' : undefined;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
