import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { bundled } from './bundled.ts';
import { openTerminal, type TerminalOptions, type TestTerminal } from './terminal.ts';

export const ESC = '\u001B';
/** Wipes what a terminal has scrolled away. */
export const WIPE = `${ESC}[3J`;

export interface ScriptedScreens {
  /** The first word names the screen, the second is a time of the script. */
  open(words: string[], options?: TerminalOptions): TestTerminal;
  /** A shell in a terminal, and the command that shows the screens there. */
  openShell(): { terminal: TestTerminal; command: string };
}

/**
 * The screens over a scripted interview (scripted-app.tsx), bundled before the
 * first test of a file; every terminal that was opened is closed after its test.
 */
export function scriptedScreens(): ScriptedScreens {
  const opened: TestTerminal[] = [];
  let app = '';
  beforeAll(async () => {
    app = await bundled('scripted-app.tsx');
  });
  afterEach(() => {
    for (const terminal of opened.splice(0)) terminal.kill('SIGKILL');
  });
  afterAll(() => rm(app, { force: true }));

  const start = (command: string[], options: TerminalOptions): TestTerminal => {
    const terminal = openTerminal(command, options);
    opened.push(terminal);
    return terminal;
  };
  return {
    open: (words, options = {}) => start([process.execPath, app, ...words], options),
    openShell: () => ({ terminal: start(['bash', '--norc', '-i'], { env: { PS1: '$ ' } }), command: `${process.execPath} ${app}` }),
  };
}
