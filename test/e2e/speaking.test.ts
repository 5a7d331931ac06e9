import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundled } from '../helpers/bundled.ts';
import { openTerminal, type TerminalOptions, type TestTerminal } from '../helpers/terminal.ts';

const ESC = '\u001B';
const WIPE = `${ESC}[3J`;
const opened: TestTerminal[] = [];
let app = '';

beforeAll(async () => {
  app = await bundled('scripted-app.tsx');
});
afterAll(() => rm(app, { force: true }));

/** The screens over a scripted interview whose model speaks. The second word is the time between two words of it. */
function openApp(words: string[], options: TerminalOptions): TestTerminal {
  const terminal = openTerminal([process.execPath, app, ...words], options);
  opened.push(terminal);
  return terminal;
}

afterEach(() => {
  for (const terminal of opened.splice(0)) terminal.kill('SIGKILL');
});

describe('a model that speaks', () => {
  it('is seen speaking, and what it said is replaced by what is final', async () => {
    const terminal = openApp(['interview', '20'], { env: { SPEAKS: '30' } });
    await terminal.shows('Are you ready to begin?');
    terminal.type('yes\r');
    await terminal.shows('● The next question, not final yet');
    await terminal.shows('word1 word2');
    await terminal.shows('Question 1 of 3');
    await terminal.hides('not final yet');
    terminal.type('I added an index\r');
    await terminal.shows('● Feedback, not final yet');
    terminal.type('typed meanwhile');
    await terminal.shows('❯ typed meanwhile');
    await terminal.shows('Question 2 of 3');
    await terminal.shows('❯ typed meanwhile');

    const transcript = terminal.scrollback();
    expect(transcript).not.toContain('word1 ');
    expect(transcript).not.toContain('not final yet');
    for (const words of ['Are you ready to begin?', 'Question 1 of 3', '❯ I added an index', '72/100 good']) expect(transcript.split(words)).toHaveLength(2);
    expect(terminal.bytes()).not.toContain(WIPE);
  });

  it.each([
    [80, 24],
    [40, 20],
    [30, 12],
  ])('never fills a terminal of %i columns and %i rows, and shows its last words', async (cols, rows) => {
    const terminal = openApp(['interview', '2'], { cols, rows, env: { SPEAKS: '400' } });
    await terminal.shows('Are you ready to begin?');
    terminal.type('yes\r');
    await terminal.shows('word400');
    await terminal.shows('You write that you made the search faster.');
    expect(terminal.scrollback()).not.toMatch(/word\d/u);
    expect(terminal.scrollback().split('Good to meet you.')).toHaveLength(2);
    expect(terminal.bytes()).not.toContain(WIPE);
  });

  it('leaves nothing behind when the terminal changes its size meanwhile', async () => {
    // Slowly, so that no word is on its way while the terminal changes and the program does not know it yet.
    const terminal = openApp(['interview', '120'], { env: { SPEAKS: '40' } });
    await terminal.shows('Are you ready to begin?');
    terminal.type('yes\r');
    await terminal.shows('word8');
    terminal.resize(44, 16);
    await terminal.shows('word20');
    terminal.resize(90, 30);
    await terminal.shows('word30');
    terminal.resize(80, 24);
    await terminal.shows('Question 1 of 3');
    expect(terminal.scrollback().split('Good to meet you.')).toHaveLength(2);
    expect(terminal.scrollback()).not.toContain('not final yet');
    expect(terminal.bytes()).not.toContain(WIPE);
  });

  it('is not waited for after one Esc, and the interview goes on', async () => {
    const terminal = openApp(['interview', '50'], { env: { SPEAKS: '1000' } });
    await terminal.shows('Are you ready to begin?');
    terminal.type('yes\r');
    await terminal.shows('Esc: do not wait for the model');
    terminal.type('early');
    terminal.type(ESC);
    await terminal.shows('Question 1 of 3');
    await terminal.shows('❯ early');
    expect(terminal.screen()).not.toContain('do not wait');
  });

  it('is drawn no more often than the screens are, however fast it speaks', async () => {
    const terminal = openApp(['interview', '0'], { env: { SPEAKS: '3000' } });
    await terminal.shows('Are you ready to begin?');
    const before = terminal.bytes().length;
    terminal.type('yes\r');
    await terminal.shows('Question 1 of 3');
    // Three thousand frames of two kilobytes would be six megabytes.
    expect(terminal.bytes().length - before).toBeLessThan(500_000);
  });
});
