import { z } from 'zod';
import { FLOOR_KINDS, makeFloorSuite } from '../../src/grading/floor-suite.ts';
import { isHeldOutGold, requestFor } from '../../src/grading/gold.ts';
import type { GradingRequest } from '../../src/grading/grader.ts';
import { seededRandom } from '../../src/grading/seeded-random.ts';
import { splitWholeSentences } from '../../src/grading/sentences.ts';
import { readOnce } from '../../src/grading/text-cache.ts';
import { stemsOnce } from '../../src/grading/coverage.ts';
import { packagePath } from '../../src/package-root.ts';
import type { Question } from '../../src/schemas/question.ts';
import { readBlindAnswers } from './blind-answers.ts';
import { readBlindFloor } from './blind-floor.ts';
import { readJsonLines } from './json-lines.ts';
import { readPackQuestions } from './pack-questions.ts';
import { readToldAnswers, toldRequest } from './told-answers.ts';

/** The first line of the file, which says what it holds. */
const Header = z.strictObject({ about: z.string().min(1) });
/** Words that serve no question, written before what the grader takes for talk was read. */
const Filler = z.strictObject({
  register: z.string().min(1),
  /** {question} stands for the question, {subject} for what it is about. */
  filler: z.string().min(1),
  /** Nothing in the grader is set by what this does. */
  heldOut: z.boolean().default(false),
});
export type Filler = z.infer<typeof Filler>;

/** The fillers of fixtures/gold/blind-padding.jsonl. Throws on a line that is none. */
export function readFillers(): Filler[] {
  const [header, ...lines] = readJsonLines(packagePath('fixtures', 'gold', 'blind-padding.jsonl'));
  Header.parse(header);
  return lines.map((line) => Filler.parse(line));
}

/** An answer that fillers are put into. */
export interface PlainAnswer {
  request: GradingRequest;
  /** What the question is about. */
  subject: string;
  heldOut: boolean;
  /** A false answer, by its kind: padding must not lift it. */
  floor?: string;
}

/** Gold answers and blind ones of the packs, some with nothing but the reference, and told ones. */
export function readPlainAnswers(): PlainAnswer[] {
  const questions = readPackQuestions();
  const gold = questions.flatMap((question) => question.gold.map(({ answer }) => plainAnswer(question, answer, isHeldOutGold(question.id))));
  const blind = readBlindAnswers().map(({ question, answer, heldOut }) => plainAnswer(question, answer, heldOut));
  const told = readToldAnswers().map((one) => ({ request: toldRequest(one), subject: one.claim ?? 'my last job', heldOut: one.heldOut }));
  return [...gold, ...blind, ...[...gold, ...blind].flatMap(byReference), ...told];
}

/** False answers: those of the made floor suite, and those that were written blind. */
export function readFalseAnswers(): PlainAnswer[] {
  const questions = readPackQuestions();
  const made = questions.flatMap((question) => {
    const suite = makeFloorSuite([requestFor(question, '').question, ...questions.slice(0, 1).map((one) => requestFor(one, '').question)]);
    return suite.slice(0, FLOOR_KINDS.length).filter(({ kind }) => FALSE_KINDS.has(kind)).map(({ kind, request }) => ({ ...plainAnswer(question, request.answer, isHeldOutGold(question.id)), floor: `made ${kind}` }));
  });
  const byId = new Map(questions.map((question) => [question.id, question]));
  const blind = readBlindFloor().flatMap(({ kind, question, answer, heldOut }) => {
    const found = byId.get(question);
    return found && kind !== 'honest' ? [{ ...plainAnswer(found, answer, heldOut), floor: `blind ${kind}` }] : [];
  });
  return [...made, ...blind];
}

const FALSE_KINDS = new Set<string>(['dont_know', 'one_word', 'echo', 'instruction', 'off_topic', 'other_reference', 'keywords_only', 'shuffled', 'negated']);

function plainAnswer(question: Question, answer: string, heldOut: boolean): PlainAnswer {
  return { request: requestFor(question, answer), subject: subjectOf(question), heldOut };
}

/** What the question itself names: a tag that it does not say may be half the answer. */
function subjectOf({ text, tags, skills, domain }: Question): string {
  const asked = stemsOnce(readOnce(text));
  return [...tags, ...skills, domain].find((name) => readOnce(name).content.every(({ stem }) => asked.has(stem))) ?? 'a topic like this';
}

/** The same answer where the question has a reference and no key points, for one question in three. */
function byReference({ request, ...rest }: PlainAnswer, index: number): PlainAnswer[] {
  const { question } = request;
  if (index % 3 !== 0 || question.type === 'behavioral') return [];
  return [{ ...rest, request: { ...request, question: { ...question, rubric: { ...question.rubric, keyPoints: [] } } } }];
}

export const PLACES = ['before', 'after', 'around', 'between', 'inside', 'spoken'] as const;
export type Place = (typeof PLACES)[number];

/** Puts fillers into an answer; the same seed picks the same ones. */
export function pad({ request, subject }: PlainAnswer, place: Place, fillers: readonly Filler[], seed: number): GradingRequest {
  const random = seededRandom(seed);
  const pick = (): string => {
    const { filler = '' } = fillers[Math.floor(random() * fillers.length)] ?? {};
    return capital(filler.replaceAll('{question}', request.question.text).replaceAll('{subject}', subject));
  };
  return { ...request, answer: WAYS[place](request.answer.trim(), pick) };
}

const WAYS: Record<Place, (answer: string, pick: () => string) => string> = {
  before: (answer, pick) => `${pick()} ${pick()} ${answer}`,
  after: (answer, pick) => `${answer} ${pick()} ${pick()}`,
  around: (answer, pick) => `${pick()} ${pick()} ${pick()} ${answer} ${pick()} ${pick()} ${pick()}`,
  between: (answer, pick) => piecesOf(answer).map((piece) => `${piece} ${pick()}`).join(' '),
  inside: (answer, pick) => piecesOf(answer).map((piece) => intoPiece(piece, pick)).join(' '),
  // As a dictation has it: nothing ends but the whole.
  spoken: (answer, pick) => `${open(pick())}, and ${small(open(answer))}, and ${small(open(pick()))}.`,
};

function piecesOf(answer: string): string[] {
  return splitWholeSentences(answer).map(({ start }, index, all) => answer.slice(start, all[index + 1]?.start ?? answer.length).trim());
}

/** Behind the first comma of a sentence, or in its middle, between dashes: one sentence still. */
function intoPiece(piece: string, pick: () => string): string {
  const comma = piece.indexOf(', ');
  const words = piece.split(' ');
  const at = comma > 0 ? comma + 2 : words.slice(0, Math.ceil(words.length / 2)).join(' ').length + 1;
  return at >= piece.length ? piece : `${piece.slice(0, at)}– ${small(open(pick()))} – ${piece.slice(at)}`;
}

const open = (text: string): string => text.replace(/[.!?]+$/, '');
const small = (text: string): string => (/^I\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
