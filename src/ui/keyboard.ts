import { StringDecoder } from 'node:string_decoder';
import { type Key } from './editor/key.ts';
import { Tokenizer } from './editor/tokenizer.ts';

/** The part of `process.stdin` that is used here. */
export interface KeyboardInput {
  isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
  on(event: 'data', listener: (data: Buffer | string) => void): unknown;
  off(event: 'data', listener: (data: Buffer | string) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

/**
 * Reads keys from the terminal itself: Ink hands on whole chunks, in which
 * `text + Enter` and fast repeats are lost.
 */
export interface Keyboard {
  /** Raw mode on. Calling it again repairs the mode after the shell has changed it. */
  open(): void;
  /** Gives the terminal back as it was. */
  close(): void;
}

// A lone Esc and the beginning of a sequence look alike until something follows, or nothing does.
const ESCAPE_DELAY = 60;
const PASTE_DELAY = 2_000;

export function createKeyboard(input: KeyboardInput, onKey: (key: Key) => void): Keyboard {
  const decoder = new StringDecoder('utf8');
  const tokenizer = new Tokenizer();
  let timer: NodeJS.Timeout | undefined;
  let isOpen = false;

  function handle(keys: Key[]): void {
    for (const key of keys) onKey(key);
  }

  function read(data: Buffer | string): void {
    clearTimeout(timer);
    handle(tokenizer.push(typeof data === 'string' ? data : decoder.write(data)));
    if (!tokenizer.pending) return;
    timer = setTimeout(() => handle(tokenizer.flush()), tokenizer.pasting ? PASTE_DELAY : ESCAPE_DELAY);
  }

  return {
    open: () => {
      // A shell may have changed the mode behind Node, which then believes that nothing is to do.
      if (isOpen) input.setRawMode?.(false);
      input.setRawMode?.(true);
      if (isOpen) return;
      isOpen = true;
      input.on('data', read);
      input.resume();
    },
    close: () => {
      clearTimeout(timer);
      if (!isOpen) return;
      isOpen = false;
      input.off('data', read);
      input.setRawMode?.(false);
      input.pause();
    },
  };
}
