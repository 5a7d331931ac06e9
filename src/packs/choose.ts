import type { Difficulty } from '../schemas/question.ts';
import type { BankQuestion } from './bank.ts';

/** Two questions at least this near (cosine) ask the same. */
export const SAME_QUESTION = 0.85;

/** Two questions of different domains are about this near where nothing connects them. */
const UNRELATED = 0.45;

export interface Wish {
  type: BankQuestion['type'];
  /** Domains with the questions that the plan still wants of each; empty: any domain. */
  domains: Record<string, number>;
  difficulty: Difficulty;
  /** What the next question should be about: role, resume passages, job description. */
  meaning: Float32Array;
  /** Ids that were asked, here or in the last interviews: neither they nor anything like them is asked again. */
  asked: readonly string[];
  /** 0 to 1 for a question's id, from the seed: breaks near-ties. */
  chance(id: string): number;
}

const LADDER: readonly Difficulty[] = ['easy', 'medium', 'hard'];
const WEIGHTS = { meaning: 0.4, difficulty: 0.3, coverage: 0.15, diversity: 0.15, chance: 0.05 };

/**
 * The question that fits best: nearest in meaning, then by difficulty,
 * coverage of the plan and distance from what was asked. Undefined when the
 * bank has nothing left that was not asked.
 */
export function chooseQuestion(bank: readonly BankQuestion[], wish: Wish): BankQuestion | undefined {
  const asked = bank.filter(({ id }) => wish.asked.includes(id));
  const fresh = bank.filter(
    (question) => question.type === wish.type && !wish.asked.includes(question.id) && nearest(question, asked) < SAME_QUESTION,
  );
  const inPlan = fresh.filter(({ domain }) => (wish.domains[domain] ?? 0) > 0);
  const candidates = inPlan.length > 0 ? inPlan : fresh;

  const ranked = candidates.map((question) => ({ question, fit: fitOf(question, wish, asked) }));
  ranked.sort((left, right) => right.fit - left.fit || (left.question.id < right.question.id ? -1 : 1));
  return ranked[0]?.question;
}

function fitOf(question: BankQuestion, wish: Wish, asked: readonly BankQuestion[]): number {
  const steps = Math.abs(LADDER.indexOf(question.difficulty) - LADDER.indexOf(wish.difficulty));
  const wanted = Math.max(1, ...Object.values(wish.domains));
  return (
    WEIGHTS.meaning * Math.max(0, cosine(question.vector, wish.meaning)) +
    WEIGHTS.difficulty * (1 - steps / 2) +
    WEIGHTS.coverage * ((wish.domains[question.domain] ?? 0) / wanted) +
    WEIGHTS.diversity * diversityOf(nearest(question, asked)) +
    WEIGHTS.chance * wish.chance(question.id)
  );
}

/** 1 for another subject, 0 for the same question; in between are other sides of one subject, such as two questions on webhooks. */
function diversityOf(nearness: number): number {
  return 1 - Math.min(1, Math.max(0, (nearness - UNRELATED) / (SAME_QUESTION - UNRELATED)));
}

function nearest(question: BankQuestion, others: readonly BankQuestion[]): number {
  return others.reduce((best, other) => Math.max(best, cosine(question.vector, other.vector)), -1);
}

/** Vectors have length 1, so the dot product is the cosine. */
export function cosine(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}
