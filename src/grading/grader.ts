import type { Evaluation } from '../schemas/evaluation.ts';
import type { Rubric } from '../schemas/question.ts';
import type { GradedType } from './rubric.ts';

/** All that a grader may see: question, rubric, answer and cited resume lines. */
export interface GradingRequest {
  question: {
    text: string;
    type: GradedType;
    domain: string;
    rubric: Rubric;
    packHash?: string;
  };
  answer: string;
  /** Lines of the resume that the question names. */
  resumeLines?: string[];
}

/**
 * Grades one answer, alone, never relative to others.
 *
 * Always resolves with an Evaluation: what cannot be graded is `ungraded` with
 * its reason, never a default number. Every span of it is verbatim in the
 * answer. Rejects only when the signal aborts.
 */
export interface Grader {
  readonly name: string;
  grade(request: GradingRequest, options?: GradingOptions): Promise<Evaluation>;
}

export interface GradingOptions {
  signal?: AbortSignal;
  /** Called with the feedback so far, while a model writes it; empty when it begins again. It is not checked yet. */
  onFeedback?: (text: string) => void;
}
