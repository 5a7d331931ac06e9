import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

export interface TextLine {
  /** From 1. */
  number: number;
  /** Without its line end; null where the bytes are no UTF-8. */
  text: string | null;
}

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_FEED = 0x0a;

/** The lines of a file, one chunk in memory at a time. */
export async function* readLines(path: string): AsyncGenerator<TextLine> {
  let number = 0;
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      const piece = chunk.subarray(start, end);
      yield textLine(rest.length > 0 ? Buffer.concat([...rest, piece]) : piece, ++number);
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  if (rest.length > 0) yield textLine(Buffer.concat(rest), number + 1);
}

function textLine(bytes: Buffer, number: number): TextLine {
  if (!isUtf8(bytes)) return { number, text: null };
  const text = bytes.toString('utf8').replace(/\r$/u, '');
  return { number, text: number === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text };
}
