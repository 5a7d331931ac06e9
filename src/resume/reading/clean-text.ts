/** ESC sequences: CSI, OSC and other strings up to their end, then two-byte ones. */
const TERMINAL_CODES =
  /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B[\]PX^_]|[\u0090\u0098\u009D-\u009F])[^\u0007\u001B\u009C\n]*(?:\u0007|\u001B\\|\u009C)?|\u001B[ -/]*[0-~]?/g;
/** C0, C1, DEL, noncharacters, lone surrogates. Tab and line ends are handled before. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]|\p{Cs}/gu;
/** Direction marks and overrides, which can turn text round on a screen. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const ZERO_WIDTH = /[\u200B\u2060-\u2064\u206A-\u206F\uFEFF\u180E\u115F\u1160\u3164\uFFA0]|\u034F|\p{Variation_Selector}/gu;
/** Joiners carry meaning in Indic, Persian and emoji text; elsewhere they hide. */
const STRAY_JOINER = /(?<!\p{M}|\p{Extended_Pictographic}|\p{Script=Arabic}|\p{Emoji_Modifier})[\u200C\u200D]/gu;
const TAGS = /[\u{E0000}-\u{E007F}]+/gu;
/** Bullets of Symbol and Wingdings, as they come out of PDF and Word files, and the sign that stands for a letter nobody had. */
const SYMBOL_BULLETS = /[\uF0B7\uF0A7\uF0D8\uF0FC\uF076\uF0A8\uF06C\uF06E\uF02D\u3013]/g;
/** Icon fonts draw pictures at these code points; as text they say nothing. */
const PRIVATE_USE = /[\uE000-\uF8FF]|[\u{F0000}-\u{10FFFD}]/gu;

export interface CleanText {
  text: string;
  /** What was taken out and should be told. */
  removed: Set<'terminal-codes' | 'bidi' | 'zero-width' | 'hidden-tags'>;
  /** ASCII written in invisible tag characters, decoded. */
  tagged: string;
}

/**
 * One line of text, safe to print and easy to compare: NFKC (which also opens
 * ligatures), no terminal codes, controls, direction or zero-width characters,
 * no icons, plain spaces. Runs of spaces are kept up to three, because they
 * part columns.
 */
export function cleanLine(raw: string): CleanText {
  const removed: CleanText['removed'] = new Set();
  const drop = (text: string, pattern: RegExp, name: 'terminal-codes' | 'bidi' | 'zero-width' | 'hidden-tags') =>
    text.replace(pattern, () => {
      removed.add(name);
      return '';
    });

  let tagged = '';
  let text = raw.replace(TAGS, (run) => {
    removed.add('hidden-tags');
    tagged += [...run].map((tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000)).join('');
    return '';
  });
  text = drop(text, TERMINAL_CODES, 'terminal-codes');
  text = drop(text, BIDI, 'bidi');
  text = drop(text, ZERO_WIDTH, 'zero-width');
  text = drop(text, STRAY_JOINER, 'zero-width');
  return { text: normalise(text), removed, tagged: tagged.replace(/[^ -~]/g, '') };
}

function normalise(text: string): string {
  return text
    .replace(/\t/g, '   ')
    .replace(CONTROLS, '')
    .replace(/\u00AD(?=\S)/g, '')
    .replace(SYMBOL_BULLETS, '•')
    .replace(PRIVATE_USE, '')
    .normalize('NFKC')
    .replace(/[\p{Zs}\u2028\u2029\n\r]/gu, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/ {4,}/g, '   ')
    .trim();
}

/** Removes what could steer a terminal from a name that is about to be printed. */
export function stripTerminalCodes(text: string): string {
  return text.replace(TERMINAL_CODES, '').replace(CONTROLS, '').replace(BIDI, '').replace(/[\n\r\t]/g, ' ');
}
