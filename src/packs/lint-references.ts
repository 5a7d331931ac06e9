import type { Grader } from '../grading/grader.ts';
import { requestFor } from '../grading/gold.ts';
import type { Question } from '../schemas/question.ts';
import type { QuestionFinding } from './lint-question.ts';

/** A finding about a key point, by its id. */
export type PointFinding = Omit<QuestionFinding, 'path'> & { keyPoint: string };

/**
 * Grades the question's own reference: a key point that the grader does not
 * find there it will not find in a candidate's answer either. The reference of
 * a behavioural question is one story among many, so there a point that it
 * does not show is worth a warning only.
 */
export async function lintReference(question: Question, grader: Grader): Promise<PointFinding[]> {
  const { keyPoints } = await grader.grade(requestFor(question, question.reference));
  const isStory = question.type === 'behavioral';
  return keyPoints.flatMap(({ id, text, state }): PointFinding[] => {
    if (state === 'covered' || (isStory && state === 'partly')) return [];
    const shown = question.keyPoints.find((point) => point.id === id)?.shownBy;
    return [{
      rule: 'key-point-not-in-reference',
      severity: state === 'missed' && !isStory ? 'error' : 'warning',
      keyPoint: id,
      message: `The grader finds ${state === 'missed' ? 'nothing' : 'only a part'} of the key point "${text}" in the reference.`,
      remedy: shown ? `Tell it in the story: its ${shown} is not found.` : 'Say it in the reference, or add the words that the reference has for it under also.',
    }];
  });
}
