import { type InterviewSession } from '../interview/session.ts';
import { editorWidth } from './components/editor-lines.ts';
import { type Desk } from './desk.ts';
import { type Key } from './editor/key.ts';
import { createVariable, type Observable } from './observable.ts';
import { createHome, type HomeModel } from './screens/home-model.ts';
import { createInterview, type InterviewModel, type InterviewOptions } from './screens/interview-model.ts';
import { errorNotice, type Notice } from './screens/interview-state.ts';
import { createSetup, type SetupModel } from './screens/setup-model.ts';
import { type Prefill } from './screens/setup-state.ts';
import { type Environment } from '../environment.ts';
import { type Transcript } from './transcript.ts';
import { type Size } from './window.ts';

export type Start = { screen: 'home' } | { screen: 'interview'; begin: (desk: Desk) => Promise<InterviewSession> };

export type Screen =
  | { name: 'home'; model: HomeModel }
  | { name: 'setup'; model: SetupModel }
  | { name: 'interview'; model: InterviewModel };

export interface NavigationOptions {
  openDesk: () => Promise<Desk>;
  start: Start;
  transcript: Transcript;
  size: Observable<Size>;
  env: Environment;
  editElsewhere: InterviewOptions['editElsewhere'];
  /** The person is done here. `unfinished`: an interview was left before its report. */
  onDone: (result: { unfinished: boolean }) => void;
  onFailed: (error: unknown) => void;
}

export interface Navigation {
  screen: Observable<Screen>;
  onKey(key: Key): void;
  /** Saves what is being written, and says whether an interview is open. */
  leave(): Promise<{ interviewing: boolean }>;
}

/** Which screen follows which. Keys go to the screen of this moment, drawn or not. */
export function createNavigation(options: NavigationOptions): Navigation {
  const { openDesk, transcript, size, onDone, onFailed } = options;
  const startedAtHome = options.start.screen === 'home';
  let unfinished = false;

  function home(notice: Notice | null = null): Screen {
    const model = createHome(
      {
        openDesk,
        transcript,
        env: options.env,
        onSetup: (prefill) => go(setup(prefill)),
        onContinue: (open) => go(interview(open)),
        onQuit: () => onDone({ unfinished }),
        onDeskFailed: onFailed,
      },
      notice,
    );
    return { name: 'home', model };
  }

  function setup(prefill: Prefill): Screen {
    const model = createSetup({
      openDesk,
      prefill,
      transcript,
      onBack: () => go(home()),
      onStarted: (session) => go(interview(async () => session)),
    });
    return { name: 'setup', model };
  }

  function interview(open: () => Promise<InterviewSession>): Screen {
    const model = createInterview({
      open,
      transcript,
      editorWidth: () => editorWidth(size.get().columns),
      editElsewhere: options.editElsewhere,
      onPause: () => void pause(model),
      onComplete: () => afterInterview('Your report is above. Scroll up to read it.'),
      onOpenFailed: (error) => (startedAtHome ? go(home(errorNotice(error))) : onFailed(error)),
    });
    return { name: 'interview', model };
  }

  async function pause(model: InterviewModel): Promise<void> {
    unfinished = true;
    await model.keepDraft().catch(() => undefined);
    if (startedAtHome) go(home({ kind: 'info', text: 'Everything is saved. Go on whenever you like.' }));
    else onDone({ unfinished });
  }

  function afterInterview(words: string): void {
    unfinished = false;
    if (startedAtHome) go(home({ kind: 'info', text: words }));
    else onDone({ unfinished });
  }

  const { start } = options;
  const screen = createVariable<Screen>(start.screen === 'home' ? home() : interview(async () => start.begin(await openDesk())));
  const go = screen.set;

  return {
    screen,
    onKey: (key) => screen.get().model.onKey(key),
    leave: async () => {
      const { name, model } = screen.get();
      return { interviewing: name === 'interview' && (await model.keepDraft()) };
    },
  };
}
