import { describeError } from '../../errors.ts';
import { type Saying } from '../../interview/agents/agent.ts';
import { type InterviewEvent } from '../../interview/session.ts';
import { type Phase } from '../../schemas/interview.ts';
import { type ModelUse } from '../../schemas/network.ts';
import { type Report } from '../../schemas/report.ts';
import { shownEvaluation } from '../shown-evaluation.ts';
import { type Asked, type Entry, type Hint } from '../transcript.ts';

/** Words below the question, until the next key. */
export interface Notice {
  kind: 'info' | 'error';
  text: string;
}

export function errorNotice(error: unknown): Notice {
  const { message, remedy } = describeError(error);
  return { kind: 'error', text: `${message} ${remedy}` };
}

/** What was sent for the waiting question and is not known to be saved yet. */
export type Sent = { kind: 'answer'; text: string } | { kind: 'skip' };

export interface InterviewView {
  phase: Phase | null;
  /** The question that waits for its answer. */
  asked: Asked | null;
  hints: readonly Hint[];
  sent: Sent | null;
  /** What is being done, in words; empty while the next question is there and only saved yet; null when it is the person's turn. */
  work: string | null;
  /** Whether Esc lets the work go on without its models. */
  stoppable: boolean;
  /** What a model is saying at this moment; nothing of it is final. */
  saying: Saying | null;
  /** What the models took so far; null where none was chosen. */
  use: ModelUse | null;
  notice: Notice | null;
  /** What a yes would do. */
  confirming: 'skip' | 'end' | null;
  /** The last call failed half-way: going on means beginning where it was saved. */
  broken: boolean;
  report: Report | null;
}

export const OPENING: InterviewView = {
  phase: null,
  asked: null,
  hints: [],
  sent: null,
  work: 'Opening',
  stoppable: false,
  saying: null,
  use: null,
  notice: null,
  confirming: null,
  broken: false,
  report: null,
};

export type InterviewAction =
  | { type: 'told'; event: InterviewEvent }
  | { type: 'work-started'; work: string; stoppable?: boolean; sent?: Sent }
  | { type: 'work-ended' }
  | { type: 'said'; saying: Saying }
  | { type: 'stopped' }
  | { type: 'used'; use: ModelUse | null }
  | { type: 'work-failed'; error: unknown }
  | { type: 'noticed'; notice: Notice }
  | { type: 'confirmation-asked'; of: 'skip' | 'end' }
  | { type: 'confirmation-answered' }
  | { type: 'key-pressed' };

export function interviewReducer(view: InterviewView, action: InterviewAction): InterviewView {
  switch (action.type) {
    case 'told':
      return { ...afterEvent(settlesSent(action.event, view) ? withoutAsked(view) : view, action.event), saying: null };
    case 'work-started':
      return { ...view, work: action.work, stoppable: action.stoppable ?? false, sent: action.sent ?? null, notice: null, confirming: null, broken: false };
    case 'work-ended':
      return { ...(view.sent ? withoutAsked(view) : view), ...IDLE };
    case 'work-failed':
      // An answer that was not saved goes back into the editor; its question still waits.
      return { ...view, ...IDLE, sent: null, broken: view.asked === null, notice: errorNotice(action.error) };
    case 'said':
      return view.work === null ? view : { ...view, saying: action.saying };
    case 'stopped':
      return view.stoppable ? { ...view, work: 'Going on without the model', stoppable: false, saying: null, notice: null } : view;
    case 'used':
      return { ...view, use: action.use };
    case 'noticed':
      return { ...view, notice: action.notice };
    case 'confirmation-asked':
      return { ...view, confirming: action.of, notice: null };
    case 'confirmation-answered':
      return { ...view, confirming: null };
    case 'key-pressed':
      return view.notice === null ? view : { ...view, notice: null };
  }
}

const IDLE = { work: null, stoppable: false, saying: null };

function afterEvent(view: InterviewView, event: InterviewEvent): InterviewView {
  switch (event.type) {
    case 'phase':
      return { ...view, phase: event.phase, work: event.phase === 'report' && view.work !== null ? 'Writing the report' : view.work };
    case 'question': {
      const { question, index, total } = event;
      const again = view.asked?.question.id === question.id;
      return { ...view, asked: { question, index, total }, hints: again ? view.hints : [], work: view.work === null ? null : '', stoppable: false };
    }
    case 'hint':
      return { ...view, hints: [...view.hints, { text: event.text, left: event.left, cost: event.cost }] };
    case 'answer-saved':
      return { ...view, work: 'Reading your answer' };
    case 'evaluation':
      return { ...view, work: 'Choosing the next question' };
    case 'complete':
      return { ...view, asked: null, hints: [], report: event.report };
    case 'message':
      return view;
  }
}

/** Everything that follows an answer says that it was taken. */
function settlesSent(event: InterviewEvent, { sent }: InterviewView): boolean {
  return sent !== null && event.type !== 'phase';
}

function withoutAsked(view: InterviewView): InterviewView {
  return { ...view, asked: null, hints: [], sent: null };
}

/** What goes into the transcript when a call ends and nothing has told that the answer was taken. */
export function sentEntries(view: InterviewView): Entry[] {
  return view.sent === null ? [] : turnEntries(view);
}

/** What an event makes final: entries for the transcript, in order, from the view before it. */
export function entriesOf(event: InterviewEvent, view: InterviewView): Entry[] {
  const turn = settlesSent(event, view) ? turnEntries(view) : [];
  switch (event.type) {
    case 'message':
      return [...turn, { kind: 'said', role: event.role, text: event.text }];
    case 'evaluation':
      return [...turn, { kind: 'feedback', evaluation: shownEvaluation(event), previousScore: event.previousScore }];
    case 'complete':
      return [...turn, { kind: 'report', report: event.report }, ...(view.use ? [{ kind: 'use' as const, use: view.use }] : [])];
    case 'phase':
    case 'question':
    case 'hint':
    case 'answer-saved':
      return turn;
  }
}

/** A turn as it goes into the transcript: question, hints, and what was sent. */
function turnEntries({ asked, hints, sent }: InterviewView): Entry[] {
  return [
    ...(asked ? [{ kind: 'question' as const, asked }] : []),
    ...hints.map((hint) => ({ kind: 'hint' as const, hint })),
    ...(sent?.kind === 'answer' ? [{ kind: 'answer' as const, text: sent.text }] : []),
    ...(sent?.kind === 'skip' ? [{ kind: 'skipped' as const }] : []),
  ];
}
