import type { Evaluation } from '../schemas/evaluation.ts';
import type { AskedQuestion, InterviewState, Phase, Round } from '../schemas/interview.ts';
import type { ModelUse } from '../schemas/network.ts';
import type { Report } from '../schemas/report.ts';
import type { AgentOptions } from './agents/agent.ts';

/** What an interview tells its audience: a screen, plain lines or a script. */
export type InterviewEvent =
  | { type: 'phase'; phase: Phase; round: Round }
  /** Something said that wants no answer of its own: an explanation, a note that goes with the next question. */
  | { type: 'message'; role: 'interviewer' | 'system'; text: string }
  /** `index` counts main questions from 1; 0 for greeting and closing. Follow-ups keep the index of their parent. */
  | { type: 'question'; question: AskedQuestion; index: number; total: number }
  | { type: 'hint'; text: string; /** Hints left after this one. */ left: number; /** What this hint takes off the score, 0 to 1. */ cost: number }
  | { type: 'answer-saved'; answerId: string; questionId: string }
  /** In coach mode only; the others keep it for the report. `previousScore` after a retry; `shown` where people are shown less, or more, of it at this moment. */
  | { type: 'evaluation'; answerId: string; questionId: string; evaluation: Evaluation; previousScore: number | null; shown?: Shown }
  | { type: 'complete'; report: Report };

/** What of an evaluation would answer the next question or was said before, and is not shown. */
export interface Shown {
  /** Ids of key points that are about to be asked for. */
  heldBack: readonly string[];
  /** Texts of key points that were held back before, and are not asked for after all. */
  released: readonly string[];
  /** What the whole thread leaves to be said: other advice is moot. Left out where nothing was asked further. */
  toWorkOn?: readonly string[];
  /** What is asked next. */
  next: 'follow_up' | 'redirect' | null;
}

/** What goes along with a turn: a way to see what a model is saying, and to stop waiting for it. */
export type Turn = AgentOptions;

/**
 * One interview, held by whoever shows it.
 *
 * Each call saves before it yields: an `answer-saved` that was seen survives
 * `kill -9`. Calls are made one at a time; a stream that is not read to its end
 * leaves the interview where it was saved last, and `begin` goes on from there.
 *
 * A turn whose signal aborts goes on without its models: the question stands
 * as the pack has it, the answer stays ungraded, and the events say so. What a
 * model says of an answer is heard in coach mode only, as its events are.
 */
export interface InterviewSession {
  readonly state: InterviewState;
  /** The unfinished answer that an earlier process left. */
  readonly draft: string;
  /** What the models took since the session was opened; null where none was chosen. */
  readonly use: ModelUse | null;
  /** Whether a turn may have to wait for a model: not after `offline`. */
  readonly usesModels: boolean;
  /** Greets, or goes on from where the interview stood: grades what is not graded, shows the waiting question again, with the hints that were given for it. */
  begin(turn?: Turn): AsyncIterable<InterviewEvent>;
  answer(text: string, turn?: Turn): AsyncIterable<InterviewEvent>;
  skip(turn?: Turn): AsyncIterable<InterviewEvent>;
  hint(): AsyncIterable<InterviewEvent>;
  /** Shows the waiting question again. */
  repeat(): AsyncIterable<InterviewEvent>;
  /** Lets the next answer be a new attempt at the last graded question. */
  retry(): AsyncIterable<InterviewEvent>;
  /** Shows the reference answer of the last graded question (coach mode). */
  reference(): AsyncIterable<InterviewEvent>;
  /** Records the band that the candidate thinks right for the last graded answer. */
  disagree(band: 1 | 2 | 3 | 4, comment: string): AsyncIterable<InterviewEvent>;
  /** Tries again to grade what a model left ungraded. */
  regrade(turn?: Turn): AsyncIterable<InterviewEvent>;
  /** Works without models from here on, and grades on this machine what they left ungraded. */
  offline(): AsyncIterable<InterviewEvent>;
  /** Closes now and reports on what is there. */
  end(turn?: Turn): AsyncIterable<InterviewEvent>;
  saveDraft(text: string): Promise<void>;
}
