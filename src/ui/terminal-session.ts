import { setTimeout as delay } from 'node:timers/promises';
import { type Key } from './editor/key.ts';
import { createKeyboard } from './keyboard.ts';
import { createVariable, type Observable } from './observable.ts';
import { type TerminalWindow } from './window.ts';

const PASTE_ON = '\u001B[?2004h';
const PASTE_OFF = '\u001B[?2004l';
const CURSOR_ON = '\u001B[?25h';
const CURSOR_OFF = '\u001B[?25l';

// Ink draws at most this often; after two frames the screen is as React has it.
export const FRAMES_PER_SECOND = 60;
const TWO_FRAMES = 2_000 / FRAMES_PER_SECOND;
// A process that cannot be stopped, as when there is no shell to come back to, just goes on.
const NOT_STOPPED = 150;

/** The terminal while it is ours: raw keys and marked pastes. */
export interface TerminalSession {
  /** False while the terminal belongs to someone else: draw nothing then. */
  shown: Observable<boolean>;
  begin: () => void;
  /** Clears the live area and gives the terminal back for good. */
  end: () => Promise<void>;
  /** Gives the terminal away for the time of the task. */
  lend: <Result>(task: () => Promise<Result>) => Promise<Result>;
  /** Stops the process as Ctrl-Z does elsewhere, and comes back painted. */
  suspend: () => Promise<void>;
}

export function createTerminalSession(window: TerminalWindow, onKey: (key: Key) => void): TerminalSession {
  const { stdin, stdout } = process;
  const keyboard = createKeyboard(stdin, onKey);
  const shown = createVariable(true);
  let away = false;

  function take(): void {
    keyboard.open();
    stdout.write(PASTE_ON);
  }

  function giveBack(): void {
    keyboard.close();
    stdout.write(PASTE_OFF + CURSOR_ON);
  }

  async function stepAside(): Promise<void> {
    away = true;
    shown.set(false);
    await delay(TWO_FRAMES);
    window.hold();
    giveBack();
  }

  function comeBack(): void {
    if (!away) return;
    away = false;
    // Ink erases the row above before it draws: it must not be someone else's.
    stdout.write(`\r\n${CURSOR_OFF}`);
    take();
    window.release();
    shown.set(true);
  }

  /** Also when the process was stopped from outside, without a chance to step aside. */
  async function continued(): Promise<void> {
    if (away) return comeBack();
    take();
    window.makeRoom();
    shown.set(false);
    await delay(TWO_FRAMES);
    shown.set(true);
  }

  const onContinued = () => void continued();

  return {
    shown,
    begin: () => {
      process.on('exit', giveBack);
      process.on('SIGCONT', onContinued);
      take();
    },
    end: async () => {
      process.off('exit', giveBack);
      process.off('SIGCONT', onContinued);
      await stepAside();
    },
    lend: async (task) => {
      await stepAside();
      try {
        return await task();
      } finally {
        comeBack();
      }
    },
    suspend: async () => {
      if (process.platform === 'win32' || away) return;
      await stepAside();
      // The whole group, as the terminal's driver would: a starter such as npx stops with us.
      process.kill(0, 'SIGTSTP');
      await delay(NOT_STOPPED);
      comeBack();
    },
  };
}
