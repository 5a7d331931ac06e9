import { describe, expect, it } from 'vitest';
import { ESC, scriptedScreens, WIPE } from '../helpers/scripted-screens.ts';

/** The model of the interview speaks. The second word is the time between two words of it. */
const screens = scriptedScreens();

describe('a model that speaks', () => {
  it('is seen speaking, and what it said is replaced by what is final', async () => {
    const terminal = screens.open(['interview', '20'], { env: { SPEAKS: '30' } });
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
    const terminal = screens.open(['interview', '2'], { cols, rows, env: { SPEAKS: '400' } });
    await terminal.shows('Are you ready to begin?');
    terminal.type('yes\r');
    await terminal.shows('word400');
    await terminal.shows('You write that you made the search faster.');
    expect(terminal.scrollback()).not.toMatch(/word\d/u);
    expect(terminal.scrollback().split('Good to meet you.')).toHaveLength(2);
    expect(terminal.bytes()).not.toContain(WIPE);
  });

  it('leaves nothing behind when the terminal changes its size meanwhile', async () => {
    // No word is on its way while the terminal changes and the program does not know it yet.
    const terminal = screens.open(['interview', '20'], { env: { SPEAKS: '40', WAITS_AFTER: '8,20,30' } });
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
    const terminal = screens.open(['interview', '50'], { env: { SPEAKS: '1000' } });
    await terminal.shows('Are you ready to begin?');
    terminal.type('yes\r');
    await terminal.shows('Esc: do not wait for the model');
    terminal.type('early');
    terminal.type(ESC);
    await terminal.shows('Question 1 of 3');
    await terminal.shows('❯ early');
    await terminal.hides('do not wait');
  });

  it('is drawn no more often than the screens are, however fast it speaks', async () => {
    const terminal = screens.open(['interview', '0'], { env: { SPEAKS: '3000' } });
    await terminal.shows('Are you ready to begin?');
    const before = terminal.bytes().length;
    terminal.type('yes\r');
    await terminal.shows('Question 1 of 3');
    // Three thousand frames of two kilobytes would be six megabytes.
    expect(terminal.bytes().length - before).toBeLessThan(500_000);
  });
});
