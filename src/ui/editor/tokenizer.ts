import { type Key, press } from './key.ts';
import { keyOfApplicationKey, keyOfSequence } from './sequences.ts';

const ESC = '\u001B';
const PASTE_START = `${ESC}[200~`;
const PASTE_END = `${ESC}[201~`;

const SEQUENCE = /^\u001B\[([0-?]*)[ -/]*([@-~])/u;
const SEQUENCE_BEGUN = /^\u001B\[[0-?]*[ -/]*$/u;
const LINUX_FUNCTION_KEY = /^\u001B\[\[(.)/u;
const APPLICATION_KEY = /^\u001BO([ -~])/u;
// A terminal's answer to a question of some program: OSC, DCS, APC, PM.
const REPORT = /^\u001B[\]P_^][^\u0007\u001B]*(?:\u0007|\u001B\\)/u;
const REPORT_BEGUN = /^\u001B[\]P_^][^\u0007\u001B]*(?:\u001B)?$/u;
const TYPED = /^[^\u0000-\u001F\u007F-\u009F]+/u;

/** Control characters with a name of their own; the others are Ctrl and a letter. */
const CONTROLS: Readonly<Record<string, Key>> = {
  '\r': press('enter'),
  '\t': press('tab'),
  '\b': press('backspace'),
  '\u007F': press('backspace'),
};

/** A key, or undefined for what is none, and the rest of the input. */
interface Step {
  key: Key | undefined;
  rest: string;
}

/**
 * Cuts what a terminal sends into keys. A sequence may come in pieces and many
 * keys in one piece; the keys are the same however the input was cut.
 */
export class Tokenizer {
  #waiting = '';
  #paste: string | undefined;

  /** Whether something is begun that only more input, or `flush`, completes. */
  get pending(): boolean {
    return this.#waiting !== '' || this.#paste !== undefined;
  }

  get pasting(): boolean {
    return this.#paste !== undefined;
  }

  push(input: string): Key[] {
    this.#waiting += input;
    return this.#take(false);
  }

  /** Nothing came for a while: a lone Esc was the key, and a paste without its end is complete. */
  flush(): Key[] {
    const keys = this.#take(true);
    if (this.#paste === undefined) return keys;

    const text = this.#paste + this.#waiting;
    this.#paste = undefined;
    this.#waiting = '';
    return [...keys, { kind: 'paste', text }];
  }

  #take(complete: boolean): Key[] {
    const keys: Key[] = [];
    while (this.#waiting !== '') {
      const step = this.#paste === undefined ? this.#takeKey(complete) : this.#takePaste();
      if (!step) break;
      this.#waiting = step.rest;
      if (step.key) keys.push(step.key);
    }
    return keys;
  }

  #takePaste(): Step | undefined {
    const text = (this.#paste ?? '') + this.#waiting;
    const end = text.indexOf(PASTE_END);
    if (end === -1) {
      // Keep back what may be the beginning of the end.
      const kept = overlap(text, PASTE_END);
      this.#paste = text.slice(0, text.length - kept);
      this.#waiting = text.slice(text.length - kept);
      return undefined;
    }
    this.#paste = undefined;
    return { key: { kind: 'paste', text: text.slice(0, end) }, rest: text.slice(end + PASTE_END.length) };
  }

  #takeKey(complete: boolean): Step | undefined {
    const input = this.#waiting;
    if (input.startsWith(PASTE_START)) {
      this.#paste = '';
      return { key: undefined, rest: input.slice(PASTE_START.length) };
    }
    if (input.startsWith(ESC)) return takeEscape(input, complete);

    const typed = TYPED.exec(input)?.[0];
    if (typed !== undefined) return { key: { kind: 'text', text: typed }, rest: input.slice(typed.length) };
    return { key: keyOfControl(input.charAt(0)), rest: input.slice(1) };
  }
}

function takeEscape(input: string, complete: boolean): Step | undefined {
  const after = (match: RegExpExecArray) => input.slice(match[0].length);

  const linux = LINUX_FUNCTION_KEY.exec(input);
  if (linux) return { key: undefined, rest: after(linux) };
  const sequence = SEQUENCE.exec(input);
  if (sequence) return { key: keyOfSequence(sequence[1] ?? '', sequence[2] ?? ''), rest: after(sequence) };
  const application = APPLICATION_KEY.exec(input);
  if (application) return { key: keyOfApplicationKey(application[1] ?? ''), rest: after(application) };
  const report = REPORT.exec(input);
  if (report) return { key: undefined, rest: after(report) };

  const begun = input === ESC || input === `${ESC}O` || input === `${ESC}${ESC}` || SEQUENCE_BEGUN.test(input) || REPORT_BEGUN.test(input);
  if (begun && !complete) return undefined;
  // A sequence that broke off is dropped; its rest would be typed as letters.
  if (SEQUENCE_BEGUN.test(input) && input.length > 2) return { key: undefined, rest: '' };
  return takeAlt(input, complete);
}

/** Esc and then a key: the same key with Alt. Esc and nothing: the Esc key. */
function takeAlt(input: string, complete: boolean): Step | undefined {
  const rest = input.slice(1);
  if (rest === '' || rest === ESC) return { key: press('escape'), rest };
  if (rest.startsWith(ESC)) {
    const step = takeEscape(rest, complete);
    return step && { key: withAlt(step.key), rest: step.rest };
  }
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  const key = TYPED.test(character) ? press(character) : keyOfControl(character);
  return { key: withAlt(key), rest: rest.slice(character.length) };
}

function withAlt(key: Key | undefined): Key | undefined {
  return key?.kind === 'press' ? { ...key, alt: true } : key;
}

function keyOfControl(character: string): Key | undefined {
  const code = character.charCodeAt(0);
  if (code >= 0x80) return undefined;
  return CONTROLS[character] ?? press(String.fromCharCode(code + 0x40).toLowerCase(), { ctrl: true });
}

/** How many characters at the end of the text begin the mark. */
function overlap(text: string, mark: string): number {
  for (let length = Math.min(text.length, mark.length - 1); length > 0; length -= 1) {
    if (text.endsWith(mark.slice(0, length))) return length;
  }
  return 0;
}
