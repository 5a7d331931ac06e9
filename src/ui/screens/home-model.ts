import { type InterviewSession } from '../../interview/session.ts';
import { type Desk } from '../desk.ts';
import { createEditor, type Editor } from '../editor/editor.ts';
import { chord, type Key } from '../editor/key.ts';
import { createStore, type Observable } from '../observable.ts';
import { type Environment } from '../../environment.ts';
import { type Transcript } from '../transcript.ts';
import { HOME, type HomeChoice, homeItems, homeReducer, type HomeState } from './home-state.ts';
import { errorNotice, type Notice } from './interview-state.ts';
import { type Prefill } from './setup-state.ts';
import { readPath } from './typed-path.ts';

export interface HomeOptions {
  openDesk: () => Promise<Desk>;
  transcript: Transcript;
  env: Environment;
  onSetup: (prefill: Prefill) => void;
  onContinue: (open: () => Promise<InterviewSession>) => void;
  onQuit: () => void;
  /** Without a data folder there is nothing to show. */
  onDeskFailed: (error: unknown) => void;
}

export interface HomeModel {
  state: Observable<HomeState>;
  path: Editor;
  onKey(key: Key): void;
}

/** What keys do on the home screen. */
export function createHome(options: HomeOptions, notice: Notice | null = null): HomeModel {
  const { dispatch, ...state } = createStore(homeReducer, { ...HOME, notice });
  const path = createEditor({ multiline: false });

  let desk: Desk | undefined;

  async function load(): Promise<void> {
    try {
      desk = await options.openDesk();
      dispatch({ type: 'loaded', overview: await desk.overview() });
    } catch (error) {
      options.onDeskFailed(error);
    }
  }

  async function work(words: string, task: (opened: Desk) => Promise<void>): Promise<void> {
    dispatch({ type: 'work-started', work: words });
    try {
      await task(await options.openDesk());
      dispatch({ type: 'work-ended' });
    } catch (error) {
      dispatch({ type: 'noticed', notice: errorNotice(error) });
    }
  }

  function lastRole(): string {
    return state.get().overview?.sessions[0]?.role ?? desk?.defaults().role ?? '';
  }

  function setUp(wish: Omit<Prefill, 'defaults'>): void {
    if (desk) options.onSetup({ ...wish, defaults: desk.defaults() });
  }

  function choose(choice: HomeChoice): void {
    switch (choice.do) {
      case 'continue':
        return options.onContinue(async () => (await options.openDesk()).continueInterview(choice.sessionId));
      case 'sample': {
        const sample = desk?.sampleResume();
        return sample && setUp({ resume: { file: sample.file }, label: 'the sample resume', role: sample.role, notice: null });
      }
      case 'resume': {
        const { id, file, role } = choice.resume;
        return setUp({ resume: { id }, label: file, role: role ?? lastRole(), notice: null });
      }
      case 'no-resume':
        return setUp({ resume: null, label: 'no resume', role: lastRole(), notice: null });
      case 'show':
        path.reset();
        return dispatch({ type: 'shown', view: choice.view });
      case 'report':
        return void work('Opening the report', async (opened) => {
          options.transcript.print({ kind: 'report', report: await opened.report(choice.sessionId) });
        });
      case 'quit':
        return options.onQuit();
    }
  }

  function onPathKey(key: Key): void {
    if (chord(key) === 'escape') return dispatch({ type: 'shown', view: 'menu' });
    dispatch({ type: 'noticed', notice: null });
    if (path.press(key, Infinity) !== 'submit') return;
    const file = readPath(path.text(), options.env.HOME ?? options.env.USERPROFILE);
    if (file === '') return dispatch({ type: 'noticed', notice: { kind: 'info', text: 'Type or drag a file here, then press Enter.' } });
    void work('Reading the resume', async (opened) => {
      const { role, notice } = await opened.lookAt(file);
      setUp({ resume: { file }, label: file, role: role ?? lastRole(), notice });
    });
  }

  function onMenuKey(key: Key): void {
    const items = homeItems(state.get());
    const name = chord(key);
    if (name === 'up' || name === 'ctrl+p') return dispatch({ type: 'moved', by: -1 });
    if (name === 'down' || name === 'ctrl+n' || name === 'tab') return dispatch({ type: 'moved', by: 1 });
    const chosen = key.kind === 'text' ? items[Number(key.text) - 1] : name === 'enter' ? items[state.get().selected] : undefined;
    if (chosen) return choose(chosen.choice);
    const leaves = name === 'escape' || (key.kind === 'text' && key.text === 'q');
    if (!leaves) return;
    if (state.get().view !== 'menu') dispatch({ type: 'shown', view: 'menu' });
    else if (name !== 'escape') options.onQuit();
  }

  void load();
  return {
    state,
    path,
    onKey: (key) => {
      if (state.get().work !== null) return;
      if (state.get().view === 'path') onPathKey(key);
      else onMenuKey(key);
    },
  };
}
