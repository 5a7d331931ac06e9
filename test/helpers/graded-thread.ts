import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { gradingRequest } from '../../src/interview/agents/evaluation.ts';
import { loadBuiltInPacks } from '../../src/packs/load.ts';
import type { AskedQuestion, InterviewState } from '../../src/schemas/interview.ts';
import type { Question } from '../../src/schemas/question.ts';
import { askedQuestion, givenAnswer, interviewState } from './states.ts';

export function packQuestion(id: string): Question {
  const found = loadBuiltInPacks().flatMap(({ pack }) => pack.questions).find((question) => question.id === id);
  if (!found) throw new Error(`No pack has ${id}.`);
  return found;
}

/** A question of the built-in packs as it is asked first in an interview. */
export function askedFromPack(id: string): AskedQuestion {
  const { text, type, domain, difficulty, reference, keyPoints, followUps, hints } = packQuestion(id);
  return askedQuestion({ text, type, intent: type, domain, difficulty, rubric: { reference, keyPoints }, followUps, hints });
}

/** What asks for one key point of a question, as the question agent makes it. */
export function followUpTo(main: AskedQuestion, keyPoint: string): AskedQuestion {
  const text = main.followUps.find((followUp) => followUp.keyPoint === keyPoint)?.text ?? 'And further?';
  const rubric = { reference: null, keyPoints: main.rubric.keyPoints.filter(({ id }) => id === keyPoint) };
  return { ...main, intent: 'follow_up', text, rubric, followUps: [], hints: [], parent: main.id, keyPoint };
}

/** An interview of these questions in this order, each answered and graded on this machine. */
export function gradedThread(...turns: [AskedQuestion, string][]): InterviewState {
  const asked = turns.map(([question], index) => ({ ...question, id: `q${index + 1}` }));
  const answers = turns.map(([, text], index) => givenAnswer({ id: `a${index + 1}`, questionId: `q${index + 1}`, text }));
  return interviewState({
    previousQuestions: asked,
    userAnswers: answers,
    evaluationHistory: asked.map((question, index) => {
      const answer = answers[index];
      return { answerId: answer?.id ?? '', questionId: question.id, evaluation: gradeOffline(gradingRequest(question, answer?.text ?? '')) };
    }),
  });
}
