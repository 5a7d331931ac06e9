// CSI, OSC (ended by BEL or ST), the other string sequences, and two-character escapes.
const ESCAPES = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[PX^_][^\u001B]*(?:\u001B\\)?|[ -/]*[0-~])/gu;
const LINE_ENDS = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/gu;
// C0 and C1 without the line feed, marks that turn the direction of text, and invisible format characters.
const UNPRINTABLE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;

const TAB = '    ';

/**
 * Text that a terminal shows and does not obey: no escape sequence, no control
 * character but the line feed, nothing that turns the direction of what stands
 * beside it. Tabs become four spaces, every kind of line end a line feed.
 *
 * Whatever comes from a resume, a pack, a model or a clipboard goes through here.
 */
export function printable(text: string): string {
  return text
    .replace(ESCAPES, '')
    .replace(LINE_ENDS, '\n')
    .replaceAll('\t', TAB)
    .replace(UNPRINTABLE, '')
    .replace(LONE_SURROGATES, '\uFFFD');
}

/** The same on one line, for labels and quotations. */
export function printableLine(text: string): string {
  return printable(text).replace(/\s+/gu, ' ').trim();
}
