import { cleanup, render } from 'ink-testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppView } from '../../../src/ui/app-view.tsx';
import { Tokenizer } from '../../../src/ui/editor/tokenizer.ts';
import { createNavigation, type Start } from '../../../src/ui/navigation.ts';
import { createVariable } from '../../../src/ui/observable.ts';
import { createTheme } from '../../../src/ui/theme.ts';
import { createTranscript } from '../../../src/ui/transcript.ts';
import { OFFER, type ScriptOptions, scriptedDesk } from '../../helpers/scripted-desk.ts';

const ESC = '\u001B';

afterEach(cleanup);

/** The screens without a terminal: keys go in where the keyboard would put them. */
function openScreens(screen: Start['screen'], options: ScriptOptions = {}, env: Record<string, string> = { HOTSEAT_NO_ANIMATION: '1' }) {
  const script = scriptedDesk(options);
  const done = vi.fn();
  const failed = vi.fn();
  const transcript = createTranscript();
  const size = createVariable({ columns: 100, rows: 40 });
  const navigation = createNavigation({
    openDesk: async () => script.desk,
    start: screen === 'home' ? { screen } : { screen, begin: (desk) => desk.continueInterview('s1') },
    transcript,
    size,
    env: { HOME: '/home/jo' },
    editElsewhere: async (text) => ({ text: `${text} and more` }),
    onDone: done,
    onFailed: failed,
  });
  const theme = createTheme({ LANG: 'C.UTF-8', ...env });
  const props = { navigation, transcript, size, steady: createVariable(true), theme, version: '1.2.3', shown: createVariable(true), onFrame: () => undefined };
  const { lastFrame } = render(<AppView {...props} />);
  const tokenizer = new Tokenizer();

  return {
    ...script,
    done,
    failed,
    navigation,
    type: (input: string) => {
      for (const key of [...tokenizer.push(input), ...tokenizer.flush()]) navigation.onKey(key);
    },
    shows: (text: string) => vi.waitFor(() => expect(lastFrame()?.replace(/\s+/gu, ' ')).toContain(text), { timeout: 5_000, interval: 10 }),
    frame: () => lastFrame() ?? '',
  };
}

describe('the home screen', () => {
  it('greets a newcomer with what it is and where the data stays', async () => {
    const screen = openScreens('home', { firstRun: true });
    await screen.shows('hotseat interviews you, here in the terminal.');
    await screen.shows('Nothing leaves this machine');
    await screen.shows('1. Try it with the sample resume');
  });

  it('offers to go on, and does', async () => {
    const screen = openScreens('home');
    await screen.shows('1. Go on with my interview Backend Engineer, question 3 of 6');
    screen.type('\r');
    await screen.shows('Are you ready to begin?');
    expect(screen.calls).toEqual(['continue s1']);
  });

  it('starts with the sample resume on two keys, with what was set up', async () => {
    const screen = openScreens('home', { firstRun: true });
    await screen.shows('1. Try it');
    screen.type('1');
    await screen.shows('Your interview about the sample resume');
    screen.type(`\u0015Data Engineer${ESC}[B12${ESC}[B${ESC}[C${ESC}[B${ESC}[D\r`);
    await screen.shows('Are you ready to begin?');
    expect(screen.choices).toEqual([
      { resume: { file: 'fixtures/demo/resume.md' }, role: 'Data Engineer', questions: 12, mode: 'real', difficulty: 'easy' },
    ]);
  });

  it('says of a dragged file at once that it cannot be read, and stays where the path can be mended', async () => {
    const screen = openScreens('home');
    await screen.shows('Read another resume');
    screen.type('4');
    screen.type(`${ESC}[200~/home/jo/my\\ missing.pdf ${ESC}[201~\r`);
    await screen.shows('There is no file of that name. Check the path and try again.');
    await screen.shows('/home/jo/my\\ missing.pdf');
    expect(screen.calls).toEqual(['look at /home/jo/my missing.pdf']);
    screen.type(ESC);
    await screen.shows('Go on with my interview');
  });

  it('sets up an interview for the last job of a file that it was given', async () => {
    const screen = openScreens('home');
    await screen.shows('Read another resume');
    screen.type('4');
    screen.type('~/cv.pdf\r');
    await screen.shows('Your interview about /home/jo/cv.pdf');
    await screen.shows('Role Nurse');
    screen.type('\r');
    await screen.shows('Are you ready to begin?');
    expect(screen.choices).toMatchObject([{ resume: { file: '/home/jo/cv.pdf' }, role: 'Nurse' }]);
  });

  it('says before the start that a file has nothing to talk about', async () => {
    const screen = openScreens('home');
    await screen.shows('Read another resume');
    screen.type('4');
    screen.type('/home/jo/shopping.txt\r');
    await screen.shows('Your interview about /home/jo/shopping.txt');
    await screen.shows('Nothing in it looks like a resume.');
    await screen.shows('Role Backend Engineer');
  });

  it('prints an old report', async () => {
    const screen = openScreens('home');
    await screen.shows('Look at my reports');
    screen.type('6\r');
    await screen.shows('Hiring recommendation: leaning yes (practice estimate)');
  });

  it('quits', async () => {
    const screen = openScreens('home');
    await screen.shows('Quit');
    screen.type('q');
    expect(screen.done).toHaveBeenCalledWith({ unfinished: false });
  });
});

describe('the set-up screen', () => {
  async function offered(options: ScriptOptions = {}) {
    const screen = openScreens('home', { firstRun: true, offer: OFFER, ...options });
    await screen.shows('1. Try it');
    screen.type('1');
    await screen.shows('Your interview about the sample resume');
    screen.type('\r');
    await screen.shows('Use the models at api.openai.com from now on? Enter alone means no.');
    return screen;
  }

  it('says in plain words what a found key would mean, before anything starts', async () => {
    const screen = await offered();
    for (const words of [
      'A key for OpenAI was found, and nobody has said yet whether to use it.',
      'What goes to api.openai.com: the questions, your answers and passages of your resume. gpt-4o-mini words the questions, gpt-4o grades.',
      'Names, e-mails, phone numbers, links and addresses are masked before anything is sent.',
      'For this interview: about 22 calls and 48k tokens, about $0.120 by the prices of 2026-04.',
      '"provider" in /home/jo/.hotseat/config.yaml, or --provider for one interview.',
    ])
      await screen.shows(words);
    expect(screen.choices).toEqual([]);
  });

  it.each([
    ['y', 'accepted'],
    ['n', 'declined'],
    ['\r', 'declined'],
  ])('takes %j as %s, and starts', async (key, outcome) => {
    const screen = await offered();
    screen.type(key);
    await screen.shows('Are you ready to begin?');
    expect(screen.calls).toEqual([`offer ${outcome}`]);
  });

  it('goes back without an answer', async () => {
    const screen = await offered();
    screen.type(ESC);
    await screen.shows('Enter start');
    expect(screen.calls).toEqual([]);
  });

  it('says when the answer cannot be written down, and starts all the same', async () => {
    const screen = await offered({ offerUnwritable: true });
    screen.type('n');
    await screen.shows('! The settings are not valid YAML. Correct them. Until you leave, your choice holds: press Enter to start.');
    screen.type('\r');
    await screen.shows('Are you ready to begin?');
  });
});

describe('the interview screen with a model', () => {
  const model = { feedback: 'You name the lookup.', question: 'What does it cost?' };
  const forEver = () => new Promise<void>(() => undefined);
  const moving = {};

  it('shows what it is saying, and then what is final', async () => {
    let goOn = () => {};
    const pause = () => new Promise<void>((resolve) => (goOn = resolve));
    const screen = openScreens('interview', { model: { ...model, pause } }, moving);
    await screen.shows('ready');
    screen.type('yes\r');
    for (const words of ['What', 'What does', 'What does it', 'What does it cost?']) {
      await screen.shows(`The next question, not final yet. ${words} ❯`);
      goOn();
    }
    await screen.shows('Question 1 of 3');
    expect(screen.frame()).not.toContain('not final');
  });

  it('goes on at one Esc, keeps what is typed, and says that nothing was graded', async () => {
    const pauses = [() => Promise.resolve(), () => Promise.resolve(), () => Promise.resolve(), () => Promise.resolve(), forEver];
    const screen = openScreens('interview', { model: { ...model, pause: () => (pauses.shift() ?? forEver)() } }, moving);
    await screen.shows('ready');
    screen.type('yes\r');
    await screen.shows('Question 1 of 3');
    screen.type('I added an index.\r');
    await screen.shows('Feedback, not final yet. You');
    await screen.shows('Esc: do not wait for the model');
    screen.type('early words');
    screen.type(ESC);
    await screen.shows('Not graded: Nobody waited for the grade.');
    await screen.shows('Question 2 of 3');
    await screen.shows('❯ early words');
    expect(screen.frame()).not.toContain('do not wait');
  });

  it('leaves only when nothing goes on behind it', async () => {
    const screen = openScreens('interview', { model: { ...model, pause: forEver } }, moving);
    await screen.shows('ready');
    screen.type('yes\r');
    await screen.shows('The next question, not final yet.');
    screen.type('\u0004');
    await screen.shows('Question 1 of 3');
    await vi.waitFor(() => expect(screen.done).toHaveBeenCalledWith({ unfinished: true }));
  });

  it('says what was taken, on the status line and behind the report', async () => {
    const screen = openScreens('interview', { model: { ...model, pause: () => Promise.resolve() } });
    await screen.shows('3 calls · 4.1k tokens · $0.012');
    screen.type('/end\r');
    await screen.shows('Models: 3 calls to models.example; 3,800 tokens sent and 320 received; $0.012; 4.2 s of waiting.');
  });
});

describe('the interview screen', () => {
  it('takes answers, shows feedback, and ends with the report', async () => {
    const screen = openScreens('interview');
    await screen.shows('Are you ready to begin?');
    screen.type('yes\r');
    await screen.shows('Question 1 of 3');
    await screen.shows('Your resume, page 1, line 12: Cut search time by 40%');
    screen.type('I added an index.\r');
    await screen.shows('72/100 good');
    await screen.shows('Question 2 of 3');
    screen.type('A lookup.\r');
    await screen.shows('Question 3 of 3');
    screen.type('We talked.\r');
    await screen.shows('Hiring recommendation: leaning yes (practice estimate)');
    expect(screen.answers).toEqual(['yes', 'I added an index.', 'A lookup.', 'We talked.']);
    expect(screen.done).toHaveBeenCalledWith({ unfinished: false });
  });

  it('keeps what is typed while it grades', async () => {
    let goOn = () => {};
    const screen = openScreens('interview', { beforeGrading: () => new Promise<void>((resolve) => (goOn = resolve)) });
    await screen.shows('ready');
    screen.type('yes\rearly words\r');
    await screen.shows('One moment: the next question comes first.');
    await vi.waitFor(() => expect(screen.answers).toEqual(['yes']));
    goOn();
    await screen.shows('Question 1 of 3');
    await screen.shows('❯ early words');
    expect(screen.answers).toEqual(['yes']);
  });

  it('sends what is entered for a question that is not saved yet as soon as it is', async () => {
    let goOn = () => {};
    const screen = openScreens('interview', { afterAsking: () => new Promise<void>((resolve) => (goOn = resolve)) });
    await screen.shows('ready');
    screen.type('yes\r');
    await screen.shows('Question 1 of 3');
    screen.type('I added an index.\r');
    expect(screen.answers).toEqual(['yes']);
    goOn();
    await screen.shows('Question 2 of 3');
    expect(screen.answers).toEqual(['yes', 'I added an index.']);
  });

  it('does not send an empty answer', async () => {
    const screen = openScreens('interview');
    await screen.shows('ready');
    screen.type('  \r');
    await screen.shows('Nothing to send yet.');
    expect(screen.answers).toEqual([]);
  });

  it('puts an answer that could not be saved back into the editor', async () => {
    const screen = openScreens('interview', { failsOnce: 'precious' });
    await screen.shows('ready');
    screen.type('precious\r');
    await screen.shows('! The answer could not be saved. Free some space and press Enter again.');
    await screen.shows('❯ precious');
    screen.type('\r');
    await screen.shows('Question 1 of 3');
    expect(screen.answers).toEqual(['precious']);
  });

  it('brings an unfinished answer back', async () => {
    const screen = openScreens('interview', { draft: 'half an answer' });
    await screen.shows('Your unfinished answer is back.');
    await screen.shows('❯ half an answer');
  });

  it('knows its commands', async () => {
    const screen = openScreens('interview');
    await screen.shows('ready');
    screen.type('/hint\r');
    await screen.shows('Hint: Think of what a write has to do. (-5 points, 1 left)');
    screen.type('/foo\r');
    await screen.shows('There is no /foo.');
    screen.type('\u0015/help\r');
    await screen.shows('/reference show the reference answer');
    screen.type('/disagree\r');
    await screen.shows('Say the band you think right');
    screen.type('/disagree 3 both\r');
    await screen.shows('Noted for the report.');
    screen.type('/reference\r');
    await screen.shows('Reference answer: An index turns');
    expect(screen.calls.slice(1)).toEqual(['hint', 'disagree 3 both', 'reference']);
    expect(screen.answers).toEqual([]);
  });

  it('keeps a half-written answer when a command stands below it', async () => {
    const screen = openScreens('interview');
    await screen.shows('ready');
    screen.type('half\n/hint\r');
    await screen.shows('Hint:');
    await screen.shows('❯ half');
  });

  it('asks before skipping loses a draft, and skips at once without one', async () => {
    const screen = openScreens('interview');
    await screen.shows('ready');
    screen.type('half\n/skip\r');
    await screen.shows('Skip this question?');
    screen.type('\r');
    await screen.shows('❯ half');
    screen.type('\n/skip\r');
    await screen.shows('Skip this question?');
    screen.type(' an answer');
    await screen.shows('❯ half an answer');
    screen.type('\n/skip\ry');
    await screen.shows('Question 1 of 3');
    await screen.shows('Skipped.');
    expect(screen.calls).toContain('skip');
  });

  it('ends on request with a report', async () => {
    const screen = openScreens('interview');
    await screen.shows('ready');
    screen.type('/end\r');
    await screen.shows('Hiring recommendation:');
    expect(screen.done).toHaveBeenCalledWith({ unfinished: false });
  });

  it('leaves unfinished on /pause and on Ctrl+D', async () => {
    for (const keys of ['/pause\r', '\u0004']) {
      const screen = openScreens('interview');
      await screen.shows('ready');
      screen.type(keys);
      await vi.waitFor(() => expect(screen.done).toHaveBeenCalledWith({ unfinished: true }));
    }
  });

  it('takes back what was written in another editor', async () => {
    const screen = openScreens('interview');
    await screen.shows('ready');
    screen.type('words\u0007');
    await screen.shows('❯ words and more');
  });

  it('saves the draft a moment after the last key, and when leaving', async () => {
    const screen = openScreens('interview');
    await screen.shows('ready');
    screen.type('first');
    await vi.waitFor(() => expect(screen.drafts).toEqual(['first']), { timeout: 5_000 });
    screen.type(' second');
    expect(await screen.navigation.leave()).toEqual({ interviewing: true });
    expect(screen.drafts.at(-1)).toBe('first second');
  });

  it('does not take a command being typed for an unfinished answer', async () => {
    const screen = openScreens('interview');
    await screen.shows('ready');
    screen.type('/hin');
    await screen.navigation.leave();
    expect(screen.drafts).toEqual(['']);
  });

  it('goes home from an interview that was started there', async () => {
    const screen = openScreens('home');
    await screen.shows('Go on with my interview');
    screen.type('1');
    await screen.shows('ready');
    screen.type('/pause\r');
    await screen.shows('Everything is saved. Go on whenever you like.');
    screen.type('q');
    expect(screen.done).toHaveBeenCalledWith({ unfinished: true });
  });

  it('has nothing to show when the interview cannot be opened, and says why at home', async () => {
    const refused = new Error('taken');
    const alone = openScreens('interview', { refuses: refused });
    await vi.waitFor(() => expect(alone.failed).toHaveBeenCalledWith(refused));
    const home = openScreens('home', { refuses: refused });
    await home.shows('Go on with my interview');
    home.type('1');
    await home.shows('! taken');
  });
});
