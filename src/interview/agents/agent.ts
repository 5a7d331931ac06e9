import type { InterviewState } from '../../schemas/interview.ts';

/** State in, change out. Agents talk only through the state; none of them saves, shows or waits. */
export type Agent = (state: InterviewState, options?: { signal?: AbortSignal }) => Promise<Partial<InterviewState>>;

export interface Agents {
  orchestrator: Agent;
  question: Agent;
  cleaning: Agent;
  evaluation: Agent;
  report: Agent;
}
