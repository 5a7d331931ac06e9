import { benchmarkScore } from './benchmark.ts';
import type { GradingRequest } from './grader.ts';
import type { Knowledge } from './knowledge.ts';
import { evidenceOf, onCurve, people } from './model.ts';
import { readOnce } from './text-cache.ts';
import { onlySentences, type Text } from './words.ts';

/** What knowledge is worth: the score that people see, before the floor, and the evidence it rests on; both 0 to 1. */
export function scoreKnowledge({ question }: GradingRequest, knowledge: Knowledge, answer: Text): { score: number; evidence: number } {
  const evidence = evidenceOf(knowledge.signs);
  // Who plans aloud has more words to choose from than who explains what is so.
  const curve = question.type === 'situational' ? people.planCurve : people.curve;
  if (question.rubric.keyPoints.length > 0) return { score: onCurve(curve, evidence), evidence };
  const { reference } = knowledge;
  return { score: reference ? againstReference(readOnce(question.text), reference, knowledge, answer) : 0, evidence };
}

/**
 * Where there is nothing but a reference, the trained model reads the telling
 * sentences alone, so that padding and repetition do not reach it. The graders
 * it learned from gave half for nothing: that half is taken off, and the less of
 * the reference is found, the more of the rest. An answer in which no sentence
 * tells is read by the one that touches the subject most, and trusted as far as that does.
 */
function againstReference(question: Text, reference: Text, knowledge: Knowledge, answer: Text): number {
  const { telling, closest } = knowledge;
  const heard = telling.length > 0;
  const score = benchmarkScore(question, reference, onlySentences(answer, new Set(heard ? telling : [closest.sentence])));
  const stretched = (score - people.reference.nothing) / (people.reference.all - people.reference.nothing);
  const trust = heard ? Math.min(1, people.reference.trust * knowledge.signs.recall) : Math.min(people.reference.untold, closest.touched);
  return Math.min(1, Math.max(0, stretched)) * trust;
}
