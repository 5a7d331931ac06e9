import { expect, it } from 'vitest';
import type { GradingRequest } from '../../../src/grading/grader.ts';
import { createEvaluationAgent } from '../../../src/interview/agents/evaluation.ts';
import type { Evaluation } from '../../../src/schemas/evaluation.ts';
import { askedQuestion, givenAnswer, gradedEvaluation, interviewState } from '../../helpers/states.ts';

const question = askedQuestion({ claim: { id: 'c1', text: 'Cut the bill by 34%.', page: 1, line: 2 } });
const answer = givenAnswer();
const state = interviewState({
  previousQuestions: [question],
  userAnswers: [answer],
  evaluationContext: { question, answer, domain: 'sql', round: 'technical_deep_dive', difficulty: 'medium' },
});

/** A grader that gives what it is told to, and remembers what it was shown. */
function scriptedGrader(evaluation: Evaluation) {
  const seen: GradingRequest[] = [];
  return { seen, grader: { name: 'scripted', grade: async (request: GradingRequest) => (seen.push(request), evaluation) } };
}

it('shows the grader question, rubric, answer and cited lines, and nothing else', async () => {
  const { seen, grader } = scriptedGrader(gradedEvaluation());
  await createEvaluationAgent({ grader })(state);

  expect(seen).toEqual([
    {
      question: { text: question.text, type: 'technical', domain: 'sql', rubric: question.rubric, packHash: 'abc' },
      answer: answer.text,
      resumeLines: ['Cut the bill by 34%.'],
    },
  ]);
});

it('adds the evaluation', async () => {
  const evaluation = gradedEvaluation();
  const change = await createEvaluationAgent({ grader: scriptedGrader(evaluation).grader })(state);
  expect(change).toMatchObject({ evaluationContext: null, evaluationHistory: [{ answerId: 'a1', questionId: 'q1', evaluation: { score: 0.7 } }] });
});

it('drops a strength whose words are not in the answer, and counts it', async () => {
  const invented = { text: 'Names Kubernetes.', span: { start: 0, end: 10, text: 'Kubernetes' } };
  const evaluation = gradedEvaluation({ strengths: [invented] });
  const { evaluationAgentResponse } = await createEvaluationAgent({ grader: scriptedGrader(evaluation).grader })(state);

  expect(evaluationAgentResponse?.strengths).toEqual([]);
  expect(evaluationAgentResponse?.dropped).toBeGreaterThanOrEqual(1);
});
