import { type InterviewSession } from '../../interview/session.ts';
import { type Desk } from '../desk.ts';
import { createEditor, type Editor } from '../editor/editor.ts';
import { chord, type Key } from '../editor/key.ts';
import { createStore, type Observable } from '../observable.ts';
import { errorNotice } from './interview-state.ts';
import { type Prefill, setupReducer, type SetupState, setupState } from './setup-state.ts';

export interface SetupOptions {
  openDesk: () => Promise<Desk>;
  prefill: Prefill;
  onBack: () => void;
  onStarted: (session: InterviewSession) => void;
}

export interface SetupModel {
  state: Observable<SetupState>;
  prefill: Prefill;
  role: Editor;
  onKey(key: Key): void;
}

const STEPS: Readonly<Record<string, number>> = { up: -1, 'shift+tab': -1, 'ctrl+p': -1, down: 1, tab: 1, 'ctrl+n': 1 };
const TURNS: Readonly<Record<string, number>> = { left: -1, right: 1 };

/** What keys do before an interview starts. */
export function createSetup({ openDesk, prefill, onBack, onStarted }: SetupOptions): SetupModel {
  const { dispatch, ...state } = createStore(setupReducer, setupState(prefill.defaults));
  const role = createEditor({ multiline: false, text: prefill.role });

  async function start(): Promise<void> {
    const { questions, mode, difficulty } = state.get();
    const wanted = role.text().trim();
    if (wanted === '') return dispatch({ type: 'noticed', notice: { kind: 'info', text: 'Which role are you preparing for?' } });

    dispatch({ type: 'working', work: 'Preparing the interview' });
    try {
      const desk = await openDesk();
      const choice = { resume: prefill.resume, role: wanted, questions, mode, difficulty };
      onStarted(await desk.startInterview(choice, (work) => dispatch({ type: 'working', work })));
    } catch (error) {
      dispatch({ type: 'noticed', notice: errorNotice(error) });
    }
  }

  function onFieldKey(key: Key, name: string): void {
    const { field } = state.get();
    if (field === 'role') {
      role.press(key, Infinity);
      return dispatch({ type: 'noticed', notice: null });
    }
    const turn = key.kind === 'text' && key.text === ' ' ? 1 : TURNS[name];
    if (turn !== undefined) return dispatch({ type: 'turned', by: turn });
    if (field !== 'questions') return;
    if (name === 'backspace') return dispatch({ type: 'digit-erased' });
    if (key.kind !== 'text') return;
    for (const digit of key.text.replace(/\D/gu, '')) dispatch({ type: 'digit-typed', digit });
  }

  return {
    state,
    prefill,
    role,
    onKey: (key) => {
      if (state.get().work !== null) return;
      const name = chord(key);
      const step = STEPS[name];
      if (name === 'escape') onBack();
      else if (name === 'enter') void start();
      else if (step !== undefined) dispatch({ type: 'moved', by: step });
      else onFieldKey(key, name);
    },
  };
}
