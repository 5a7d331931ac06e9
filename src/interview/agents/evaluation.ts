import { checkEvaluation } from '../../grading/evidence.ts';
import type { Grader, GradingRequest } from '../../grading/grader.ts';
import type { AskedQuestion } from '../../schemas/interview.ts';
import type { Agent } from './agent.ts';

/** Grades the latest answer against its rubric. Sees the question, the rubric, the answer and the cited resume lines; nothing else. */
export function createEvaluationAgent({ grader }: { grader: Grader }): Agent {
  return async ({ evaluationContext, evaluationHistory }, options) => {
    if (!evaluationContext) return {};
    const { question, answer } = evaluationContext;
    const graded = await grader.grade(gradingRequest(question, answer.text), options);
    const evaluation = checkEvaluation(answer.text, graded);
    return {
      evaluationAgentResponse: evaluation,
      evaluationHistory: [...evaluationHistory, { answerId: answer.id, questionId: question.id, evaluation }],
      evaluationContext: null,
    };
  };
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
