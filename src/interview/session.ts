import type { Evaluation } from '../schemas/evaluation.ts';
import type { AskedQuestion, InterviewState, Phase, Round } from '../schemas/interview.ts';
import type { Report } from '../schemas/report.ts';

/** What an interview tells its audience: a screen, plain lines or a script. */
export type InterviewEvent =
  | { type: 'phase'; phase: Phase; round: Round }
  /** Something said that wants no answer of its own: an explanation, a note that goes with the next question. */
  | { type: 'message'; role: 'interviewer' | 'system'; text: string }
  /** `index` counts main questions from 1; 0 for greeting and closing. Follow-ups keep the index of their parent. */
  | { type: 'question'; question: AskedQuestion; index: number; total: number }
  | { type: 'hint'; text: string; /** Hints left after this one. */ left: number; /** What this hint takes off the score, 0 to 1. */ cost: number }
  | { type: 'answer-saved'; answerId: string; questionId: string }
  /** In coach mode only; the others keep it for the report. `previousScore` after a retry. */
  | { type: 'evaluation'; answerId: string; questionId: string; evaluation: Evaluation; previousScore: number | null }
  | { type: 'complete'; report: Report };

/**
 * One interview, held by whoever shows it.
 *
 * Each call saves before it yields: an `answer-saved` that was seen survives
 * `kill -9`. Calls are made one at a time; a stream that is not read to its end
 * leaves the interview where it was saved last, and `begin` goes on from there.
 */
export interface InterviewSession {
  readonly state: InterviewState;
  /** The unfinished answer that an earlier process left. */
  readonly draft: string;
  /** Greets, or goes on from where the interview stood: grades what is not graded, shows the waiting question again. */
  begin(): AsyncIterable<InterviewEvent>;
  answer(text: string): AsyncIterable<InterviewEvent>;
  skip(): AsyncIterable<InterviewEvent>;
  hint(): AsyncIterable<InterviewEvent>;
  /** Shows the waiting question again. */
  repeat(): AsyncIterable<InterviewEvent>;
  /** Lets the next answer be a new attempt at the last graded question. */
  retry(): AsyncIterable<InterviewEvent>;
  /** Shows the reference answer of the last graded question (coach mode). */
  reference(): AsyncIterable<InterviewEvent>;
  /** Records the band that the candidate thinks right for the last graded answer. */
  disagree(band: 1 | 2 | 3 | 4, comment: string): AsyncIterable<InterviewEvent>;
  /** Closes now and reports on what is there. */
  end(): AsyncIterable<InterviewEvent>;
  saveDraft(text: string): Promise<void>;
}
