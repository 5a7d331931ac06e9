import { checkEvaluation } from '../../grading/evidence.ts';
import type { Grader, GradingRequest } from '../../grading/grader.ts';
import { ungradedEvaluation, unheard } from '../../grading/ungraded.ts';
import type { Evaluation } from '../../schemas/evaluation.ts';
import type { AskedQuestion } from '../../schemas/interview.ts';
import type { Agent, AgentOptions } from './agent.ts';

/** Grades the latest answer against its rubric. Sees the question, the rubric, the answer and the cited resume lines; nothing else. */
export function createEvaluationAgent({ grader }: { grader: Grader }): Agent {
  return async ({ evaluationContext, evaluationHistory }, options) => {
    if (!evaluationContext) return {};
    const { question, answer } = evaluationContext;
    const graded = await gradeUnlessStopped(grader, gradingRequest(question, answer.text), options);
    const evaluation = checkEvaluation(answer.text, graded);
    return {
      evaluationAgentResponse: evaluation,
      evaluationHistory: [...evaluationHistory, { answerId: answer.id, questionId: question.id, evaluation }],
      evaluationContext: null,
    };
  };
}

/** As the grader grades; ungraded when nobody waits for it any longer. */
export async function gradeUnlessStopped(grader: Grader, request: GradingRequest, { signal, onSaying }: AgentOptions = {}): Promise<Evaluation> {
  try {
    return await grader.grade(request, { signal, ...(onSaying ? { onFeedback: (text: string) => onSaying({ of: 'feedback', text }) } : {}) });
  } catch (error) {
    if (!signal?.aborted) throw error;
    return ungradedEvaluation('Nobody waited for the grade.', unheard(grader.name));
  }
}

/** What the grader is given for a question as it was asked. */
export function gradingRequest(question: AskedQuestion, answer: string): GradingRequest {
  const { type, text, domain, rubric, source, claim } = question;
  if (type === 'conversation') throw new Error('Conversation is not graded.');
  return {
    question: { text, type, domain, rubric, ...(source ? { packHash: source.packHash } : {}) },
    answer,
    ...(claim ? { resumeLines: [claim.text] } : {}),
  };
}
