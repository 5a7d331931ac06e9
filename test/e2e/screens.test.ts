import { describe, expect, it } from 'vitest';
import { ESC, scriptedScreens, WIPE } from '../helpers/scripted-screens.ts';
import type { TestTerminal } from '../helpers/terminal.ts';

/** The second word is the time that grading takes. */
const screens = scriptedScreens();

/** What the program says at its end about what reached the interview. */
function answers(terminal: TestTerminal): unknown {
  return said(terminal, 'answers');
}

function said(terminal: TestTerminal, name: string): unknown {
  const bytes = terminal.bytes().replace(/\r/gu, '');
  return JSON.parse(new RegExp(`${name}: (.*)$`, 'mu').exec(bytes)?.[1] ?? 'null');
}

/** Begins, and pastes more lines into the first answer than any of the screens has. */
async function pasteSixtyLines(terminal: TestTerminal): Promise<void> {
  await terminal.shows('Are you ready to begin?');
  terminal.type('yes\r');
  await terminal.shows('Question 1 of 3');
  const pasted = Array.from({ length: 60 }, (_, index) => `line ${index + 1}`).join('\r');
  terminal.type(`${ESC}[200~${pasted}${ESC}[201~`);
  await terminal.shows('line 60');
}

describe('an interview in a terminal', () => {
  it('loses nothing that is typed fast, and leaves the whole transcript to the terminal', async () => {
    const terminal = screens.open(['interview']);
    await terminal.shows('Are you ready to begin?');
    terminal.type('yes\r');
    await terminal.shows('Question 1 of 3');
    terminal.type('I added a composite index on two columns\r');
    await terminal.shows('Question 2 of 3');
    terminal.type(`${ESC}[200~An index is\r\n- a lookup\r\n- slower writes${ESC}[201~`);
    await terminal.shows('- slower writes');
    expect(terminal.screen()).toContain('Question 2 of 3');
    terminal.type('\r');
    await terminal.shows('Question 3 of 3');
    terminal.type('日本語👩‍💻x\u007F\u007F👍🏽\u001B[Dの\r');

    expect(await terminal.exited).toBe(0);
    expect(answers(terminal)).toEqual(['yes', 'I added a composite index on two columns', 'An index is\n- a lookup\n- slower writes', '日本語の👍🏽']);
    const transcript = terminal.scrollback();
    for (const words of ['Are you ready to begin?', '❯ I added a composite index', '72/100 good', '❯ An index is', 'Hiring recommendation: leaning yes (practice estimate)']) {
      expect(transcript.split(words)).toHaveLength(2 + (words === '72/100 good' ? 5 : 0));
    }
    expect(terminal.bytes()).not.toContain(WIPE);
    expect(terminal.bytes()).toContain(`${ESC}[?2004l`);
  });

  it('draws its first frame before anything is opened, and keeps what is typed meanwhile', async () => {
    const terminal = screens.open(['interview'], { env: { DESK_BLOCKS: '400' } });
    await terminal.shows('Opening');
    terminal.type('early');
    await terminal.shows('❯ early');
  });

  it('goes from the home screen into an interview and back', async () => {
    const terminal = screens.open(['home'], { env: { DESK_BLOCKS: '400' } });
    await terminal.shows('Opening');
    await terminal.shows('3. Try it with the sample resume');
    terminal.type('3\r');
    await terminal.shows('Are you ready to begin?');
    terminal.type('/end\r');
    await terminal.shows('Your report is above.');
    expect(terminal.scrollback()).toContain('Hiring recommendation: leaning yes (practice estimate)');
    terminal.type('q');
    expect(await terminal.exited).toBe(0);
  });

  it.each([
    ['once', '\u0003'],
    ['again and again', '\u0003\u0003\u0003'],
  ])('keeps the draft on Ctrl-C pressed %s, says how to go on, and gives the terminal back', async (_, keys) => {
    const terminal = screens.open(['interview']);
    await terminal.shows('Are you ready to begin?');
    terminal.type(`half an ans${keys}`);

    expect(await terminal.exited).toBe(130);
    expect(said(terminal, 'drafts')).toEqual(['half an ans']);
    expect(terminal.screen()).toContain('Go on with: hotseat interview --continue');
    expect(terminal.screen()).not.toContain('❯ half');
    const bytes = terminal.bytes();
    expect(bytes.lastIndexOf(`${ESC}[?2004l`)).toBeGreaterThan(bytes.lastIndexOf(`${ESC}[?2004h`));
    expect(bytes.lastIndexOf(`${ESC}[?25h`)).toBeGreaterThan(bytes.lastIndexOf(`${ESC}[?25l`));
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ])('saves the draft on %s and exits with %i', async (signal, code) => {
    const terminal = screens.open(['interview']);
    await terminal.shows('Are you ready to begin?');
    terminal.type('half');
    await terminal.shows('❯ half');
    terminal.kill(signal);

    expect(await terminal.exited).toBe(code);
    expect(said(terminal, 'drafts')).toEqual(['half']);
  });

  it('leaves unfinished with 3', async () => {
    const terminal = screens.open(['interview']);
    await terminal.shows('Are you ready to begin?');
    terminal.type('/pause\r');

    expect(await terminal.exited).toBe(3);
    expect(terminal.screen()).toContain('hotseat interview --continue');
  });

  it('works in 40 columns and 20 rows, with an answer longer than the screen', async () => {
    const terminal = screens.open(['interview'], { cols: 40, rows: 20 });
    await pasteSixtyLines(terminal);
    await terminal.shows('↓0 lines');
    terminal.type('\r');
    await terminal.shows('Question 2 of 3');
    expect(terminal.scrollback()).toMatch(/❯ line 1\n {2}line 2\n/u);
    expect(terminal.bytes()).not.toContain(WIPE);
  });

  it('comes through a change of size while an answer is written', async () => {
    const terminal = screens.open(['interview']);
    await terminal.shows('Are you ready to begin?');
    terminal.type('yes\r');
    await terminal.shows('Question 1 of 3');
    terminal.type('an answer that is long enough to be folded when the terminal gets narrow');
    await terminal.shows('gets narrow');
    let dots = 0;
    // The status line says how wide the screens believe the terminal to be.
    for (const [cols, rows, hidden, shown] of [
      [44, 24, '/hint', 'Alt+Enter new line'],
      [100, 30, 'nothing', 'Ctrl+C leave'],
      [30, 12, '/hint', 'Enter send · /help'],
      [80, 24, 'nothing', 'Ctrl+C leave'],
    ] as const) {
      terminal.resize(cols, rows);
      await terminal.hides(hidden);
      await terminal.shows(shown);
      terminal.type('.');
      await terminal.shows(`gets narrow${'.'.repeat((dots += 1))}`);
    }

    expect(terminal.scrollback().split('Question 1 of 3')).toHaveLength(2);
    expect(terminal.scrollback().split('❯ an answer')).toHaveLength(2);
    expect(terminal.scrollback()).toContain('❯ yes');
    expect(terminal.bytes()).not.toContain(WIPE);
  });

  it('draws nothing of the old size into a terminal that has become too low for it', async () => {
    const terminal = screens.open(['interview'], { cols: 60, rows: 30 });
    await pasteSixtyLines(terminal);
    terminal.resize(30, 12);
    await terminal.hides('/hint');
    await terminal.shows('↓0 lines · Enter send');
    terminal.type('!');
    await terminal.shows('line 60!');

    // What the terminal itself pushes up before anybody can take it away, and no more.
    expect(terminal.scrollback().split('Question 1 of 3')).toHaveLength(2);
    expect(terminal.scrollback().split('You write')).toHaveLength(3);
    expect(terminal.bytes()).not.toContain(WIPE);
  });

  it('goes on after Ctrl-Z', async () => {
    const { terminal, command } = screens.openShell();
    await terminal.shows('$ ');
    terminal.type(`${command} interview\r`);
    await terminal.shows('Are you ready to begin?');
    terminal.type('half\u001A');
    await terminal.shows('Stopped');
    terminal.type('fg\r');
    await terminal.shows('❯ half');
    terminal.type(' and half\r');
    await terminal.shows('Question 1 of 3');
  });

  it('goes on where Ctrl-Z stops nothing', async () => {
    const terminal = screens.open(['interview']);
    await terminal.shows('Are you ready to begin?');
    terminal.type('half\u001A');
    await terminal.hides('Enter send');
    await terminal.shows('❯ half');
    terminal.type('!');
    await terminal.shows('❯ half!');
  });

  it('puts the terminal\'s own cursor where the next letter goes, for input methods', async () => {
    const terminal = screens.open(['interview']);
    await terminal.shows('Are you ready to begin?');
    terminal.type('日本語');
    await terminal.shows('❯ 日本語');
    const { x, y } = terminal.cursor();
    expect(terminal.screen().split('\n')[y]).toBe('❯ 日本語');
    expect(x).toBe('❯ '.length + 3 * 2);
  });

  it('opens the editor of the environment and takes the answer back', async () => {
    const terminal = screens.open(['interview'], { env: { EDITOR: `sh -c 'stat -c %a "$0" && printf "written elsewhere" >> "$0"'` } });
    await terminal.shows('Are you ready to begin?');
    terminal.type('text \u0007');
    await terminal.shows('❯ text written elsewhere');
    expect(terminal.scrollback()).toContain('Opening sh. To come back: save and close it.');
    expect(terminal.scrollback()).toContain('600');
  });

  it('keeps the answer when the editor does not work', async () => {
    const terminal = screens.open(['interview'], { env: { EDITOR: 'false' } });
    await terminal.shows('Are you ready to begin?');
    terminal.type('precious\u0007');
    await terminal.shows('! false did not work. Your answer is as it was.');
    await terminal.shows('❯ precious');
  });

  it('is drawn again, and reads keys, after it was stopped from outside', async () => {
    const terminal = screens.open(['interview']);
    await terminal.shows('Are you ready to begin?');
    terminal.type('half');
    await terminal.shows('❯ half');
    terminal.kill('SIGSTOP');
    terminal.kill('SIGCONT');
    terminal.type('!');
    await terminal.shows('❯ half!');
  });

  it('uses no colour where none is wanted', async () => {
    const terminal = screens.open(['interview'], { env: { NO_COLOR: '1' } });
    await terminal.shows('Are you ready to begin?');
    expect(terminal.bytes()).not.toMatch(new RegExp(`${ESC}\\[\\d+m`, 'u'));
  });

  it('redraws nothing while nothing happens', async () => {
    const terminal = screens.open(['interview']);
    await terminal.shows('Are you ready to begin?');
    terminal.type('x');
    await terminal.shows('❯ x');
    const before = terminal.bytes().length;
    // Whatever a timer would draw comes before the answer to this key.
    terminal.type('y');
    await terminal.shows('❯ xy');
    expect(terminal.bytes().length - before).toBeLessThan(1_500);
  });
});
