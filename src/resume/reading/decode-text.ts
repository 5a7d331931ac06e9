import type { Notice } from '../../schemas/resume.ts';
import { isUtf16WithoutMark } from './sniff-format.ts';

/** Text of a file without a declared encoding: by its mark, as UTF-8, else as Windows-1252, which is said. */
export function decodeText(bytes: Uint8Array): { text: string; notices: Notice[] } {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), notices: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notices: [] };
  } catch {
    const message = 'The file is not UTF-8; it was read as Windows-1252 (Western European). Check accented letters.';
    return { text: new TextDecoder('windows-1252').decode(bytes), notices: [{ code: 'encoding-guessed', message }] };
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf16WithoutMark(bytes);
}
