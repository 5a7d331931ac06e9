import { createRequire } from 'node:module';
import { type Terminal as XtermTerminal } from '@xterm/headless';
import { spawn } from 'node-pty';
import { packagePath } from '../../src/package-root.ts';

// The package is CommonJS without named exports that Node can see.
const { Terminal } = createRequire(import.meta.url)('@xterm/headless') as { Terminal: typeof XtermTerminal };

export interface TerminalOptions {
  cols?: number;
  rows?: number;
  /** On top of a clean environment; nothing of the test's own is inherited but PATH and HOME. */
  env?: Record<string, string>;
}

/** A real program in a real terminal, of which tests see what a person sees. */
export interface TestTerminal {
  type(input: string): void;
  /** Waits for words on the screen; white space counts as one space, so that folding does not matter. */
  shows(text: string): Promise<void>;
  /** Waits until the words are gone. */
  hides(text: string): Promise<void>;
  /** The rows on the screen. */
  screen(): string;
  /** Everything that can be scrolled to, screen included. */
  scrollback(): string;
  /** The bytes as they came. */
  bytes(): string;
  cursor(): { x: number; y: number };
  resize(cols: number, rows: number): void;
  kill(signal: string): void;
  /** The exit code; a signal counts as 128 and its number. */
  exited: Promise<number>;
}

const PATIENCE = 15_000;

/** Starts a command, such as `['node', '--import', 'tsx', 'app.tsx']`, in a terminal of its own. */
export function openTerminal([file = '', ...words]: string[], { cols = 80, rows = 24, env = {} }: TerminalOptions = {}): TestTerminal {
  const xterm = new Terminal({ cols, rows, scrollback: 5_000, allowProposedApi: true });
  const { PATH = '', HOME = '' } = process.env;
  const pty = spawn(file, words, {
    cols,
    rows,
    cwd: packagePath(),
    name: 'xterm-256color',
    env: { PATH, HOME, TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env },
  });
  const watchers = new Set<() => void>();
  let bytes = '';
  let isOver = false;

  const wake = () => {
    for (const watcher of [...watchers]) watcher();
  };
  pty.onData((data) => {
    bytes += data;
    xterm.write(data, wake);
  });
  // The terminal's answers to questions of the program.
  xterm.onData((data) => pty.write(data));
  const exited = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      isOver = true;
      wake();
      // What was written last may still be on its way into the emulator.
      xterm.write('', () => resolve(signal ? 128 + signal : exitCode));
    });
  });

  function lines(first: number): string {
    const buffer = xterm.buffer.active;
    const rowsShown = Array.from({ length: buffer.length - first }, (_, index) => buffer.getLine(first + index)?.translateToString(true) ?? '');
    return rowsShown.join('\n');
  }

  const screen = () => lines(xterm.buffer.active.baseY);

  function until(condition: () => boolean, wish: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = (settle: () => void) => {
        clearTimeout(timer);
        watchers.delete(check);
        settle();
      };
      const check = () => {
        if (condition()) stop(resolve);
        else if (isOver) stop(() => reject(new Error(`The program ended before ${wish}:\n${screen()}`)));
      };
      const timer = setTimeout(() => stop(() => reject(new Error(`Waited too long for ${wish}:\n${screen()}`))), PATIENCE);
      watchers.add(check);
      check();
    });
  }

  const flat = (text: string) => text.replace(/\s+/gu, ' ');
  const holds = (text: string) => flat(screen()).includes(flat(text));

  return {
    type: (input) => pty.write(input),
    shows: (text) => until(() => holds(text), `the screen shows "${text}"`),
    hides: (text) => until(() => !holds(text), `the screen no longer shows "${text}"`),
    screen,
    scrollback: () => lines(0),
    bytes: () => bytes,
    cursor: () => ({ x: xterm.buffer.active.cursorX, y: xterm.buffer.active.cursorY }),
    resize: (newCols, newRows) => {
      xterm.resize(newCols, newRows);
      pty.resize(newCols, newRows);
    },
    kill: (signal) => pty.kill(signal),
    exited,
  };
}
