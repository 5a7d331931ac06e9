import { type InterviewEvent, type InterviewSession, type Turn } from '../../interview/session.ts';
import { type Report } from '../../schemas/report.ts';
import { type Store } from '../observable.ts';
import { type Transcript } from '../transcript.ts';
import { createLiveTurn, type LiveTurn } from './live-turn.ts';
import { entriesOf, type InterviewAction, type InterviewView, type Sent, sentEntries } from './interview-state.ts';

export interface SessionRunner {
  /** Makes one call to the session and shows what it tells. Does nothing while another call runs. */
  run: (work: string, events: (session: InterviewSession, turn: Turn) => AsyncIterable<InterviewEvent>, sent?: Sent) => Promise<void>;
  /** Lets the call that is running go on without its models. */
  stop: () => void;
  /** Undefined until it is opened. */
  session: () => InterviewSession | undefined;
}

export interface RunnerOptions {
  store: Store<InterviewView, InterviewAction>;
  transcript: Transcript;
  open: () => Promise<InterviewSession>;
  /** Before the first question. */
  onOpened: (session: InterviewSession) => void;
  onOpenFailed: (error: unknown) => void;
  /** An answer that was sent and could not be saved. */
  onUnsaved: (text: string) => void;
  /** It is the person's turn. */
  onTurn: () => void;
  onComplete: (report: Report) => void;
}

/** Calls an interview one call at a time, and turns what it tells into the view and the transcript. */
export function createSessionRunner({ store, transcript, ...on }: RunnerOptions): SessionRunner {
  let session: InterviewSession | undefined;
  let turn: LiveTurn | undefined;

  function tell(event: InterviewEvent, use: InterviewSession['use']): void {
    turn?.settle();
    store.dispatch({ type: 'used', use });
    transcript.print(...entriesOf(event, store.get()));
    store.dispatch({ type: 'told', event });
  }

  const run: SessionRunner['run'] = async (work, events, sent) => {
    if (!session || store.get().work !== null) return;
    turn = createLiveTurn((saying) => store.dispatch({ type: 'said', saying }));
    store.dispatch({ type: 'work-started', work, stoppable: session.usesModels, sent });
    try {
      for await (const event of events(session, turn)) tell(event, session.use);
      // The stream may have said nothing after the answer; the turn is over all the same.
      transcript.print(...sentEntries(store.get()));
      store.dispatch({ type: 'work-ended' });
    } catch (error) {
      const unsaved = store.get().sent;
      store.dispatch({ type: 'work-failed', error });
      if (unsaved?.kind === 'answer') on.onUnsaved(unsaved.text);
    }
    turn.stop();
    store.dispatch({ type: 'used', use: session.use });
    const { report } = store.get();
    if (report) on.onComplete(report);
    else on.onTurn();
  };

  async function open(): Promise<void> {
    try {
      session = await on.open();
    } catch (error) {
      return on.onOpenFailed(error);
    }
    on.onOpened(session);
    store.dispatch({ type: 'work-ended' });
    await run('Beginning', (opened, live) => opened.begin(live));
  }

  void open();
  return {
    run,
    stop: () => {
      turn?.stop();
      store.dispatch({ type: 'stopped' });
    },
    session: () => session,
  };
}
