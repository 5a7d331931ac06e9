import { setTimeout as delay } from 'node:timers/promises';
import { render } from 'ink';
import { describeError, EXIT } from '../errors.ts';
import { AppView } from './app-view.tsx';
import { type Desk } from './desk.ts';
import { editInFile, externalEditor } from './editor/external-editor.ts';
import { chord, type Key } from './editor/key.ts';
import { createNavigation, type Start } from './navigation.ts';
import { type InterviewOptions } from './screens/interview-model.ts';
import { type Environment } from '../environment.ts';
import { createTerminalSession, FRAMES_PER_SECOND, type TerminalSession } from './terminal-session.ts';
import { applyColourWishes, createTheme } from './theme.ts';
import { createTranscript } from './transcript.ts';
import { openWindow } from './window.ts';

export interface AppOptions {
  openDesk: () => Promise<Desk>;
  start: Start;
  version: string;
  env: Environment;
}

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const GO_ON = 'Everything is saved. Go on with: hotseat interview --continue';
/** Saving takes milliseconds; a disk that hangs must not keep anybody. */
const LONGEST_GOODBYE = 2_000;

/**
 * Shows the screens until the person leaves, and gives the exit code: 0 done,
 * 3 when an interview was left before its report, 129, 130 or 143 for a
 * signal. The first frame is drawn before the desk is opened. Rejects when
 * there is nothing to show (no data folder, no interview). Whatever happens,
 * the terminal is given back as it was.
 */
export async function runApp({ openDesk, start, version, env }: AppOptions): Promise<number> {
  applyColourWishes(env);
  const window = openWindow(process.stdout);
  const transcript = createTranscript();
  const terminal = createTerminalSession(window, onKey);
  const ending = promised<Ending>();
  const painted = promised<void>();
  const desk = once(() => painted.promise.then(openDesk));
  const navigation = createNavigation({
    openDesk: desk.open,
    start,
    transcript,
    size: window.size,
    env,
    editElsewhere: (text) => editElsewhere(text, terminal, env),
    onDone: ({ unfinished }) => ending.resolve(unfinished ? { code: EXIT.inconclusive, words: GO_ON } : { code: EXIT.done, words: '' }),
    onFailed: ending.reject,
  });

  function onKey(key: Key): void {
    const name = chord(key);
    if (name === 'ctrl+c') void leave(SIGNALS.SIGINT);
    else if (name === 'ctrl+z') void terminal.suspend();
    else navigation.onKey(key);
  }

  let leaving = false;
  /** Pressing again makes it no faster: the goodbye is short, and the terminal must be given back. */
  async function leave(code: number): Promise<void> {
    if (leaving) return;
    leaving = true;
    ending.resolve({ code, words: await goodbye(navigation.leave()) });
  }

  const stopListening = listen(leave, terminal);
  const ink = render(
    <AppView {...{ navigation, transcript, version }} size={window.size} steady={window.steady} theme={createTheme(env)} shown={terminal.shown} onFrame={window.drawn} />,
    { stdout: window.stdout, exitOnCtrlC: false, maxFps: FRAMES_PER_SECOND },
  );
  ink.waitUntilExit().catch(ending.reject);
  terminal.begin();
  setImmediate(painted.resolve);

  const { code, words } = await ending.promise.finally(async () => {
    await terminal.end();
    ink.unmount();
    stopListening();
    window.close();
    await desk.close();
  });
  if (words !== '') process.stdout.write(`${words}\n`);
  return code;
}

interface Ending {
  code: number;
  words: string;
}

/** What to say to someone who leaves, once their draft is saved. */
async function goodbye(saved: Promise<{ interviewing: boolean }>): Promise<string> {
  const late = delay(LONGEST_GOODBYE, undefined, { ref: false }).then(() => {
    throw new Error('Saving takes too long.');
  });
  try {
    const { interviewing } = await Promise.race([saved, late]);
    return interviewing ? GO_ON : '';
  } catch (error) {
    return `Your last draft could not be saved. ${describeError(error).message}`;
  }
}

function listen(leave: (code: number) => Promise<void>, terminal: TerminalSession): () => void {
  // While the terminal is lent, a Ctrl-C is meant for the other program.
  const interrupted = () => terminal.shown.get() && void leave(SIGNALS.SIGINT);
  const terminated = () => void leave(SIGNALS.SIGTERM);
  const hungUp = () => void leave(SIGNALS.SIGHUP);
  const ignore = () => undefined;

  process.on('SIGINT', interrupted).on('SIGTERM', terminated).on('SIGHUP', hungUp);
  process.stdin.on('end', hungUp).on('error', hungUp);
  // A terminal that went away cannot be written to; there is still a draft to save.
  process.stdout.on('error', ignore);
  return () => {
    process.off('SIGINT', interrupted).off('SIGTERM', terminated).off('SIGHUP', hungUp);
    process.stdin.off('end', hungUp).off('error', hungUp);
  };
}

async function editElsewhere(text: string, terminal: TerminalSession, env: Environment): ReturnType<InterviewOptions['editElsewhere']> {
  const editor = externalEditor(env);
  const edited = await terminal.lend(async () => {
    process.stdout.write(`Opening ${editor.name}. To come back: ${editor.leave}.\n`);
    return editInFile(text, editor).catch(() => undefined);
  });
  if (edited !== undefined) return { text: edited };
  return { text, notice: { kind: 'error', text: `${editor.name} did not work. Your answer is as it was. Set VISUAL or EDITOR to an editor you have.` } };
}

/** Opens on the first call, gives the same desk to all, and closes it if it was opened. */
function once(open: () => Promise<Desk>) {
  let opened: Promise<Desk> | undefined;
  return {
    open: () => (opened ??= open()),
    close: async () => {
      const desk = await opened?.catch(() => undefined);
      await desk?.close();
    },
  };
}

function promised<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<Value>((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}
