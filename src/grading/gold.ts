import type { Band, Flag } from '../schemas/evaluation.ts';
import type { Question } from '../schemas/question.ts';
import type { Grader, GradingRequest } from './grader.ts';

/** One gold answer with what a grader made of it; band null when it was left ungraded. */
export interface GoldCase {
  questionId: string;
  type: string;
  domain: string;
  answer: string;
  expected: Band;
  band: Band | null;
  score: number | null;
  flags: Flag[];
  heldOut: boolean;
}

/** How many gold answers got their band. */
export interface Agreement {
  gold: number;
  /** The same band. */
  exact: number;
  /** The same band or its neighbour, the exact ones included. */
  withinOne: number;
}

/** One question in five, by its id: their gold answers are not looked at while the grader is tuned. */
export function isHeldOutGold(questionId: string): boolean {
  return fnv1a(questionId) % 5 === 0;
}

/** Grades every gold answer of the questions. Agreement is counted apart for the held-out fifth. */
export async function goldAgreement(
  questions: readonly Question[],
  grader: Grader,
): Promise<{ all: Agreement; tuned: Agreement; heldOut: Agreement; cases: GoldCase[] }> {
  const cases: GoldCase[] = [];
  for (const question of questions) {
    for (const { band, answer } of question.gold) cases.push(await gradeGold(question, band, answer, grader));
  }
  const countAgreed = (list: GoldCase[]): Agreement => ({
    gold: list.length,
    exact: list.filter((one) => one.band === one.expected).length,
    withinOne: list.filter((one) => one.band !== null && Math.abs(one.band - one.expected) <= 1).length,
  });
  return {
    all: countAgreed(cases),
    tuned: countAgreed(cases.filter(({ heldOut }) => !heldOut)),
    heldOut: countAgreed(cases.filter(({ heldOut }) => heldOut)),
    cases,
  };
}

/** The request in which a pack question is graded. */
export function requestFor(question: Question, answer: string): GradingRequest {
  const { text, type, domain, reference, keyPoints, criteria } = question;
  return { question: { text, type, domain, rubric: { reference, keyPoints, ...(criteria ? { criteria } : {}) } }, answer };
}

async function gradeGold(question: Question, expected: Band, answer: string, grader: Grader): Promise<GoldCase> {
  const { band, score, flags } = await grader.grade(requestFor(question, answer));
  const { id, type, domain } = question;
  return { questionId: id, type, domain, answer, expected, band, score, flags, heldOut: isHeldOutGold(id) };
}

/** The 32-bit FNV-1a hash of a text's UTF-16 units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
