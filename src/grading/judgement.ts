import type { Flag, Span } from '../schemas/evaluation.ts';
import { confidenceOf } from './confidence.ts';
import { spanOf } from './evidence.ts';
import { type FloorCase, floorRulesFor } from './floor.ts';
import { fluencyOf } from './fluency.ts';
import type { GradingRequest } from './grader.ts';
import { hearOut } from './instructions.ts';
import { completenessOf, type PointMatch } from './key-points.ts';
import { type Knowledge, readKnowledge, subjectOf } from './knowledge.ts';
import { scoreKnowledge } from './knowledge-score.ts';
import { foreignLanguage } from './language.ts';
import { NOT_PERTINENT } from './pertinence.ts';
import type { GradedType } from './rubric.ts';
import { sentimentOf } from './sentiment.ts';
import { readStory, type Story } from './star.ts';
import { judgeStory } from './story-score.ts';
import { readOnce } from './text-cache.ts';
import { isReferenceItself } from './verbatim.ts';
import type { Text, Word } from './words.ts';

/** One side of an answer: what it is worth, 0 to 1, with the words that show it. */
export interface Side {
  value: number;
  spans: Span[];
}

/** What was found in an answer before the floor. */
export interface Found {
  score: number;
  evidence: number;
  completeness: number;
  relevance: number;
  points: PointMatch[];
  /** The words that carry the grade, best first. */
  spans: Span[];
  /** Criteria that can be told apart, by id. */
  sides: Record<string, Side>;
  story?: Story;
}

/** All that the offline grader found out about an answer, before it is put into words. */
export interface Judgement extends Found {
  answer: Text;
  /** Why the answer cannot be graded. */
  foreign: string | undefined;
  similarity: number;
  confidence: number;
  sentiment: number;
  flags: Flag[];
  knowledge: Knowledge;
}

/** Answers to these questions are told experience: their story counts, and a reference is only an example. */
export function isTold(type: GradedType): boolean {
  return type === 'behavioral' || type === 'intro' || type === 'resume';
}

/** answer -> what it shows -> floor -> judgement. */
export function judge(request: GradingRequest): Judgement {
  const { answer, instructed } = hearOut(request.answer);
  const knowledge = readKnowledge(request, answer);
  const sought = findIn(request, knowledge, answer);
  const heard = floorRulesFor(floorCaseOf(request, knowledge, sought, { answer, instructed }));
  const isReference = !isTold(request.question.type) && isReferenceItself(request.question.rubric, answer) && !heard.some(({ flag }) => flag === 'dont_know');
  const found = isReference ? wholeReference(knowledge, answer) : sought;
  const rules = isReference ? heard.filter(({ flag }) => flag === 'instruction') : heard;
  const score = Math.min(found.score, ...rules.map(({ cap }) => cap));
  const foreign = answer.words.length > 0 || /\p{L}/u.test(answer.source) ? foreignLanguage(answer, () => subjectOf(request)) : undefined;
  const { evidence, completeness, relevance, points, spans, sides, story } = found;
  return {
    score,
    evidence,
    completeness,
    relevance,
    points,
    spans,
    sides,
    story,
    answer,
    foreign,
    similarity: knowledge.signs.recall,
    confidence: confidenceOf(score, answer, rules.length > 0),
    sentiment: sentimentOf(answer),
    flags: rules.map(({ flag }) => flag),
    knowledge,
  };
}

function findIn(request: GradingRequest, knowledge: Knowledge, answer: Text): Found {
  if (!isTold(request.question.type)) return judgeKnowledge(request, knowledge, answer);
  return judgeStory(request, readStory(answer, readOnce(request.question.text), request.question.type !== 'intro'), knowledge, answer);
}

/** Nothing is missing where the reference itself is said. */
function wholeReference({ points }: Knowledge, { source, words }: Text): Found {
  const span = spanOf(source, words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
  const side = { value: 1, spans: [span] };
  return {
    score: 1,
    evidence: 1,
    completeness: 1,
    relevance: 1,
    points: points.map(({ point }) => ({ point, value: 1, span })),
    spans: [span],
    sides: { correctness: side, judgement: side, completeness: side, clarity: side },
  };
}

/** What the floor rules see beside the answer. The reference of a told experience is only an example, and no rule holds it against that. */
function floorCaseOf(request: GradingRequest, knowledge: Knowledge, found: Found, { answer, instructed }: Pick<FloorCase, 'answer' | 'instructed'>): FloorCase {
  const { contradicted, order, reference } = knowledge;
  const { telling, touched } = touchOf(request, knowledge, found);
  return {
    answer,
    instructed,
    question: readOnce(request.question.text),
    reference: isTold(request.question.type) ? null : reference,
    evidence: found.evidence,
    telling,
    touched,
    told: toldWords(request, knowledge, answer),
    serving: new Set(knowledge.telling),
    contradicted,
    order,
  };
}

/** How far the answer has to do with the question: by the rubric's words, or for a told experience by its pertinence. */
function touchOf({ question }: GradingRequest, { telling, touched }: Knowledge, { relevance }: Found): { telling: number; touched: number } {
  if (!isTold(question.type)) return { telling: telling.length, touched };
  const pertinent = relevance > NOT_PERTINENT ? 1 : 0;
  return { telling: pertinent, touched: pertinent };
}

/** The words that a grade rests on: a sentence beside them that meets little hides nothing. In a told experience every sentence may serve. */
function toldWords({ question }: GradingRequest, { carrying }: Knowledge, { words }: Text): Word[] {
  return isTold(question.type) || carrying.size === 0 ? words : words.filter(({ sentence }) => carrying.has(sentence));
}

function judgeKnowledge(request: GradingRequest, knowledge: Knowledge, answer: Text): Found {
  const { score, evidence } = scoreKnowledge(request, knowledge, answer);
  const { points, telling } = knowledge;
  const spans = bestSpans(points, telling, answer);
  const sides = knowledgeSides(score, knowledge, answer, spans);
  return { score, evidence, completeness: completenessOf(points), relevance: relevanceOf(telling, answer), points, spans, sides };
}

/** Correctness follows the score; completeness the points made; clarity the sentences, as far as there is something to be clear about. */
function knowledgeSides(score: number, { signs, contradicted }: Knowledge, answer: Text, spans: Span[]): Record<string, Side> {
  const fluency = fluencyOf(answer.words)?.mean ?? 0.2;
  const fluent = Math.min(1, Math.max(0, (fluency + 0.15) / 0.35));
  const correct = { value: score * (1 - contradicted), spans };
  return {
    correctness: correct,
    judgement: correct,
    completeness: { value: Math.max(score - 0.25, Math.min(1, signs.firmPoints * 1.1), score === 1 ? 1 : 0), spans },
    clarity: { value: Math.min(score + 0.25, 0.45 + 0.55 * fluent), spans },
  };
}

/** The share of the answer's matter that stands in sentences to the point. */
function relevanceOf(telling: readonly number[], { content }: Text): number {
  const heard = new Set(telling);
  return content.length > 0 ? content.filter(({ sentence }) => heard.has(sentence)).length / content.length : 0;
}

function bestSpans(points: readonly PointMatch[], telling: readonly number[], answer: Text): Span[] {
  const made = [...points].sort((a, b) => b.value * b.point.weight - a.value * a.point.weight).flatMap(({ span }) => span ?? []);
  if (made.length > 0) return made.slice(0, 3);
  const piece = answer.sentences[telling[0] ?? -1] ?? answer.sentences[0];
  return piece ? [spanOf(answer.source, piece.start, piece.end)] : [];
}
