import { gradeOffline } from '../../src/grading/offline-grader.ts';

/** A line of fixtures/grading/covered-pairs.jsonl: a key point, an answer, and what a person says of the two. */
export interface CoveredPair {
  id: string;
  question: string;
  keyPoint: string;
  also: string[];
  answer: string;
  judged: 'covered' | 'partly' | 'missed';
}

/** What the offline grader says of a pair, given nothing but the key point. */
export function stateOf({ question, keyPoint, also, answer }: CoveredPair): CoveredPair['judged'] {
  const rubric = { reference: null, keyPoints: [{ id: 'point', text: keyPoint, weight: 1, also }] };
  const evaluation = gradeOffline({ question: { text: question, type: 'technical', domain: 'general', rubric }, answer });
  return evaluation.keyPoints[0]?.state ?? 'missed';
}
