import { type Mode } from '../../schemas/interview.ts';
import { type Difficulty } from '../../schemas/question.ts';
import { type InterviewChoice, type ModelOffer } from '../desk.ts';
import { DIFFICULTIES, MODES } from '../words.ts';
import { type Notice } from './interview-state.ts';

/** What is known before the set-up screen is shown. */
export interface Prefill {
  resume: InterviewChoice['resume'];
  /** The resume in words. */
  label: string;
  role: string;
  /** What to know of the resume before anything starts. */
  notice: string | null;
  /** What the other fields begin with. */
  defaults: Pick<InterviewChoice, 'questions' | 'mode' | 'difficulty'>;
}

export const FIELDS = ['role', 'questions', 'mode', 'difficulty'] as const;
export type Field = (typeof FIELDS)[number];

export interface SetupState {
  field: Field;
  questions: number;
  /** Digits being typed, until the field is left. */
  typed: string;
  mode: Mode;
  difficulty: Difficulty;
  /** What is being asked before the interview starts. */
  offer: ModelOffer | null;
  work: string | null;
  notice: Notice | null;
}

export type SetupAction =
  | { type: 'moved'; by: number }
  | { type: 'turned'; by: number }
  | { type: 'digit-typed'; digit: string }
  | { type: 'digit-erased' }
  | { type: 'offered'; offer: ModelOffer }
  | { type: 'offer-left' }
  | { type: 'working'; work: string }
  | { type: 'noticed'; notice: Notice | null };

const FEWEST = 1;
const MOST = 50;

/** The screen as it begins, with the settings' defaults. */
export function setupState({ defaults: { questions, mode, difficulty }, notice }: Prefill): SetupState {
  return { field: 'role', questions, typed: '', mode, difficulty, offer: null, work: null, notice: notice === null ? null : { kind: 'info', text: notice } };
}

export function setupReducer(state: SetupState, action: SetupAction): SetupState {
  switch (action.type) {
    case 'moved':
      return { ...state, field: neighbour(FIELDS, state.field, action.by), typed: '', notice: null };
    case 'turned':
      return { ...turned(state, action.by), typed: '', notice: null };
    case 'digit-typed':
      return withDigits(state, state.typed + action.digit);
    case 'digit-erased':
      return withDigits(state, state.typed === '' ? `${state.questions}`.slice(0, -1) : state.typed.slice(0, -1));
    case 'offered':
      return { ...state, offer: action.offer, work: null, notice: null };
    case 'offer-left':
      return { ...state, offer: null };
    case 'working':
      return { ...state, offer: null, work: action.work, notice: null };
    case 'noticed':
      return { ...state, work: null, notice: action.notice };
  }
}

function turned(state: SetupState, by: number): SetupState {
  switch (state.field) {
    case 'role':
      return state;
    case 'questions':
      return { ...state, questions: clamp(state.questions + by) };
    case 'mode':
      return { ...state, mode: neighbour(MODES, state.mode, by) };
    case 'difficulty':
      return { ...state, difficulty: neighbour(DIFFICULTIES, state.difficulty, by) };
  }
}

/** Typed digits that make no allowed number begin a new one. */
function withDigits(state: SetupState, typed: string): SetupState {
  const number = Number(typed);
  if (typed === '' || number < FEWEST) return { ...state, typed: '' };
  if (number > MOST) return { ...state, typed: typed.slice(-1), questions: clamp(Number(typed.slice(-1))) };
  return { ...state, typed, questions: number, notice: null };
}

function clamp(questions: number): number {
  return Math.min(MOST, Math.max(FEWEST, questions));
}

function neighbour<Value>(values: readonly Value[], value: Value, by: number): Value {
  const index = (values.indexOf(value) + by + values.length) % values.length;
  return values[index] ?? value;
}
