import { describeError, HotseatError } from '../../errors.ts';
import type { InterviewState } from '../../schemas/interview.ts';

/** What a model is saying at this moment: all of it so far, and nothing when it begins again. None of it is final, checked or saved. */
export interface Saying {
  of: 'question' | 'feedback';
  text: string;
}

export interface AgentOptions {
  /** Aborts when nobody wants to wait for a model any longer: the agent goes on without it and says so. It does not reject for it. */
  signal?: AbortSignal;
  onSaying?: (saying: Saying) => void;
}

/** State in, change out. Agents talk only through the state; none of them saves, shows or waits. */
export type Agent = (state: InterviewState, options?: AgentOptions) => Promise<Partial<InterviewState>>;

export interface Agents {
  orchestrator: Agent;
  question: Agent;
  cleaning: Agent;
  evaluation: Agent;
  report: Agent;
}

/** Hands on what a model words of a question; undefined where nobody looks, so that nothing is streamed. */
export function questionWatcher(onSaying: AgentOptions['onSaying']): ((text: string) => void) | undefined {
  return onSaying && ((text) => onSaying({ of: 'question', text }));
}

/**
 * Why an agent goes on without its model, as a sentence: the model failed, or
 * nobody waited. Throws again what is neither, for that is a bug.
 */
export function reasonToGoOn(error: unknown, signal: AbortSignal | undefined, nobodyWaited: string): string {
  if (signal?.aborted) return nobodyWaited;
  if (error instanceof HotseatError) return describeError(error).message;
  throw error;
}
