import { type InterviewSession } from '../../interview/session.ts';
import { type Desk, type ModelOffer } from '../desk.ts';
import { createEditor, type Editor } from '../editor/editor.ts';
import { chord, type Key } from '../editor/key.ts';
import { createStore, type Observable } from '../observable.ts';
import { type Transcript } from '../transcript.ts';
import { errorNotice } from './interview-state.ts';
import { type Prefill, setupReducer, type SetupState, setupState } from './setup-state.ts';

export interface SetupOptions {
  openDesk: () => Promise<Desk>;
  prefill: Prefill;
  /** An offer is printed whole, however low the terminal is. */
  transcript: Transcript;
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
export function createSetup({ openDesk, prefill, transcript, onBack, onStarted }: SetupOptions): SetupModel {
  const { dispatch, ...state } = createStore(setupReducer, setupState(prefill));
  const role = createEditor({ multiline: false, text: prefill.role });

  /** Asks first whether a key that was found may be used, if it is there and nobody was asked before. */
  function start(): Promise<void> {
    const wanted = role.text().trim();
    if (wanted === '') dispatch({ type: 'noticed', notice: { kind: 'info', text: 'Which role are you preparing for?' } });
    return wanted === '' ? Promise.resolve() : work('Preparing the interview', async (desk) => {
      const { questions, mode, difficulty } = state.get();
      const choice = { resume: prefill.resume, role: wanted, questions, mode, difficulty };
      const offer = desk.offer(choice);
      if (offer) return ask(offer);
      onStarted(await desk.startInterview(choice, (words) => dispatch({ type: 'working', work: words })));
    });
  }

  function ask(offer: ModelOffer): void {
    transcript.print({ kind: 'offer', offer });
    dispatch({ type: 'offered', offer });
  }

  async function answer(accepted: boolean): Promise<void> {
    await work('Writing your choice down', (desk) => desk.answerOffer(accepted));
    const { notice } = state.get();
    if (notice === null) return start();
    dispatch({ type: 'noticed', notice: { ...notice, text: `${notice.text} Until you leave, your choice holds: press Enter to start.` } });
  }

  async function work(words: string, task: (desk: Desk) => Promise<void>): Promise<void> {
    dispatch({ type: 'working', work: words });
    try {
      await task(await openDesk());
    } catch (error) {
      dispatch({ type: 'noticed', notice: errorNotice(error) });
    }
  }

  /** Enter alone is no yes. */
  function onOfferKey(key: Key, name: string): void {
    const letter = key.kind === 'text' ? key.text.toLowerCase() : '';
    if (letter === 'y') void answer(true);
    else if (letter === 'n' || name === 'enter') void answer(false);
    else if (name === 'escape') dispatch({ type: 'offer-left' });
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
      if (state.get().offer) onOfferKey(key, name);
      else if (name === 'escape') onBack();
      else if (name === 'enter') void start();
      else if (step !== undefined) dispatch({ type: 'moved', by: step });
      else onFieldKey(key, name);
    },
  };
}
