import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';

export interface TextLine {
  /** From 1. */
  number: number;
  /** Without its line end; null where the bytes are no UTF-8. */
  text: string | null;
}

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_FEED = 0x0a;

/** So much of a file is read at a time. */
const CHUNK = 1 << 18;

/** The lines of a file, one chunk in memory at a time. */
export function* readLines(path: string): Generator<TextLine> {
  let number = 0;
  let rest: Buffer[] = [];
  for (const chunk of chunksOf(path)) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      const piece = chunk.subarray(start, end);
      yield textLine(rest.length > 0 ? Buffer.concat([...rest, piece]) : piece, ++number);
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(Buffer.from(chunk.subarray(start)));
  }
  if (rest.length > 0) yield textLine(Buffer.concat(rest), number + 1);
}

/** The first bytes of a file, `most` of them where it has as many. */
export function startBytes(path: string, most: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(most);
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** A file in chunks, each in the place of the one before. A stream would take longer to set up than most files to read. */
function* chunksOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(CHUNK);
    for (let length = readSync(file, bytes); length > 0; length = readSync(file, bytes)) yield bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function textLine(bytes: Buffer, number: number): TextLine {
  if (!isUtf8(bytes)) return { number, text: null };
  const text = bytes.toString('utf8').replace(/\r$/u, '');
  return { number, text: number === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text };
}
