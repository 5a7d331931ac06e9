import { findSpan } from '../../grading/evidence.ts';
import type { Report, ReportedQuestion } from '../../schemas/report.ts';

/** What a report advises; the rest of it is computed. */
export type Advice = Pick<Report, 'strengths' | 'weaknesses' | 'recommendations'>;

const MOST = { strengths: 5, weaknesses: 6, recommendations: 5 };
/** A list with less than this says too little. */
const FEWEST = 2;
const LONGEST = 400;

/**
 * Holds a model's advice to the interview: a strength quotes the answer that it
 * names, and not one that was graded poor; a weakness names a question that was
 * asked; nothing of it speaks of grades or of being hired. What fails is left
 * out and counted; a list that has too little left is the computed one, unless
 * that has no more.
 */
export function holdAdvice(said: Advice, { questions, ...computed }: Report): { advice: Advice; dropped: number; held: number } {
  const places = placesOf(questions);
  const held: Advice = {
    strengths: said.strengths.flatMap((strength) => heldStrength(strength, places) ?? []),
    weaknesses: said.weaknesses.flatMap((weakness) => heldWeakness(weakness, places) ?? []),
    recommendations: said.recommendations.filter(isAdvice).map((text) => text.trim()),
  };
  const advice = {
    strengths: enough(held.strengths.slice(0, MOST.strengths), computed.strengths),
    weaknesses: enough(held.weaknesses.slice(0, MOST.weaknesses), computed.weaknesses),
    recommendations: enough(held.recommendations.slice(0, MOST.recommendations), computed.recommendations),
  };
  return { advice, dropped: countOf(said) - countOf(held), held: countOf(held) };
}

function heldStrength({ text, questionId, quote }: Report['strengths'][number], places: Places): Report['strengths'][number] | undefined {
  const place = places.get(questionId);
  const span = place?.answer && place.main.band !== 1 ? findSpan(place.answer, quote) : undefined;
  return place && span && isAdvice(text) ? { text: text.trim(), questionId: place.main.questionId, quote: span.text } : undefined;
}

function heldWeakness({ text, questionId }: Report['weaknesses'][number], places: Places): Report['weaknesses'][number] | undefined {
  const place = places.get(questionId);
  return place && isAdvice(text) ? { text: text.trim(), questionId: place.main.questionId } : undefined;
}

function countOf({ strengths, weaknesses, recommendations }: Advice): number {
  return strengths.length + weaknesses.length + recommendations.length;
}

function enough<Item>(said: Item[], computed: Item[]): Item[] {
  return said.length >= FEWEST || said.length > computed.length ? said : computed;
}

/** Every question that was asked, by its id, with its own answer and the main question it belongs to. */
type Places = Map<string, { main: ReportedQuestion; answer: string | null }>;

function placesOf(questions: ReportedQuestion[]): Places {
  return new Map(questions.flatMap((main) => main.turns.map(({ questionId, answer }) => [questionId, { main, answer }] as const)));
}

const OF_GRADES = /\b\d{1,3}\s*(?:\/|out of|of)\s*(?:4|5|10|100)\b|\bbands?\s+[1-4]\b|\b(?:you|your)\b.{0,20}\b(?:scored?|graded?|rated|rating)\b/iu;
const OF_HIRING = /\b(?:hir(?:e|ed|ing)|(?:strong|leaning) (?:yes|no)|job offer|pass(?:ed)? the interview)\b/iu;

function isAdvice(text: string): boolean {
  return text.trim() !== '' && text.length <= LONGEST && !OF_GRADES.test(text) && !OF_HIRING.test(text);
}
