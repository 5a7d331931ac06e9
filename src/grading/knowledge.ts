import type { KeyPoint, Rubric } from '../schemas/question.ts';
import { indexAnswer, uniqueWords } from './alignment.ts';
import { contradictedSentences } from './contradiction.ts';
import { contentBySentence, FIRM, isSaidBefore, seek, shareFound, type Sought, stemsOnce } from './coverage.ts';
import type { GradingRequest } from './grader.ts';
import { matchPoint, type PointMatch, pointsOf, seekPoint, wordingsOf } from './key-points.ts';
import { readSigns, type Signs } from './signs.ts';
import { talkOnce } from './talk.ts';
import { bearingOf, type SoughtText } from './telling.ts';
import { readOnce } from './text-cache.ts';
import { truthOf } from './truth.ts';
import type { Text } from './words.ts';
import { sharedOrder } from './word-order.ts';

/** What an answer shows of what the rubric asks for. */
export interface Knowledge {
  points: PointMatch[];
  /** The reference, or the key points in its place; null where there is neither. */
  reference: Text | null;
  signs: Signs;
  /** Sentences that say something to the rubric, those that turn it round left out. */
  telling: number[];
  /** Those of all that bear on the rubric which hold nearly all that was met of it (telling.ts). */
  carrying: ReadonlySet<number>;
  /** Share of the sentences to the point that turn a statement of the rubric round. */
  contradicted: number;
  /** Share of the rubric's matter, the words of the question included, that is touched anywhere; where a sentence tells it is not looked for, and 1. */
  touched: number;
  /** The sentence that touches most of it, and what it touches: all that can be told where no sentence tells. */
  closest: { sentence: number; touched: number };
  /** How far words of the reference keep their order (word-order.ts); 1 where there is no reference. */
  order: number;
}

/** Looks for the rubric in the answer. */
export function readKnowledge({ question }: GradingRequest, answer: Text): Knowledge {
  const [asked, index] = [readOnce(question.text), indexAnswer(answer)];
  const given = stemsOnce(asked);
  const { keyPoints, reference } = expectedBy(question.rubric);
  const sought = reference ? seek(reference, index, given) : [];
  const points = keyPoints.map((point) => seekPoint(point, index, given));
  const texts: SoughtText[] = [...(reference ? [{ wording: reference, sought }] : []), ...points.flatMap(({ variants }) => variants)];

  const stems = contentBySentence(answer);
  const { telling: serving, meeting, carrying } = bearingOf(texts, answer, given);
  const denied = contradictedSentences(asked, truthOf(question.rubric, reference), answer, meeting);
  // What is said again, word by word, was heard the first time.
  const telling = serving.filter((sentence) => !isSaidBefore(stems, sentence) && !denied.has(sentence));
  const matches = points.map((point) => matchPoint(point, telling, index));
  const touch = telling.length > 0 ? TOUCHED : touchOf(sought, answer);
  return {
    points: matches,
    reference,
    signs: readSigns({ points: matches, reference: reference ?? asked, sought, telling, focus: focusOf(texts, wholeOf(sought), telling, answer, given) }),
    telling,
    carrying,
    contradicted: denied.size / Math.max(1, new Set([...serving, ...denied]).size),
    touched: touch.touched,
    closest: touch.closest,
    order: reference ? sharedOrder(reference, answer) : 1,
  };
}

type Touch = Pick<Knowledge, 'touched' | 'closest'>;
const TOUCHED: Touch = { touched: 1, closest: { sentence: -1, touched: 0 } };

/** Talk about the talk touches nothing. */
function touchOf(sought: readonly Sought[], answer: Text): Touch {
  const talk = talkOnce(answer);
  const sentences = answer.sentences.flatMap((_, sentence) => (talk.has(sentence) ? [] : sentence));
  let closest = { sentence: -1, touched: 0 };
  sentences.forEach((sentence, at) => {
    const touched = shareFound(sought, sentences, at, at + 1, costOf);
    if (touched > closest.touched) closest = { sentence, touched };
  });
  return { touched: shareFound(sought, sentences, 0, sentences.length, costOf), closest };
}

const costOf = ({ word }: Sought): number => word.cost;

/** Stems of question, rubric and cited lines. */
export function subjectOf({ question, resumeLines = [] }: GradingRequest): Set<string> {
  const { keyPoints, reference } = expectedBy(question.rubric);
  const texts = [readOnce(question.text), ...(reference ? [reference] : []), ...keyPoints.flatMap(wordingsOf), ...resumeLines.map(readOnce)];
  return new Set(texts.flatMap(({ content }) => content.map(({ stem }) => stem)));
}

/** Where there are no key points, the reference says what they would; where there is no reference, the key points do. */
function expectedBy(rubric: Rubric): { keyPoints: KeyPoint[]; reference: Text | null } {
  const keyPoints = pointsOf(rubric);
  const reference = rubric.reference ?? keyPoints.map(({ text }) => text).join('. ');
  return { keyPoints, reference: rubric.reference === null && keyPoints.length === 0 ? null : readOnce(reference) };
}

/** What the new words of the reference tell together. */
const wholeOf = (sought: readonly Sought[]): number => sought.reduce((sum, { isNew, word }) => sum + (isNew ? word.cost : 0), 0);

/** What so much matter shares tells half as much as what endlessly much would: a word or two show no focus. */
const FOCUSED = 4;

/** The share, 0 to 1, of the matter that the telling sentences add to the question which the rubric has too; 1 for the reference, of which `whole` is the matter. */
function focusOf(texts: readonly SoughtText[], whole: number, telling: readonly number[], answer: Text, given: ReadonlySet<string>): number {
  const met = new Set<string>();
  for (const { sought } of texts) {
    for (const { isNew, hits } of sought) if (isNew) for (const { word, similarity } of hits) if (similarity >= FIRM) met.add(word.stem);
  }
  const heard = new Set(telling);
  const own = uniqueWords(answer.content.filter(({ sentence }) => heard.has(sentence))).filter(({ stem }) => !given.has(stem));
  const total = own.reduce((sum, { cost }) => sum + cost, 0);
  const shared = own.reduce((sum, { stem, cost }) => sum + (met.has(stem) ? cost : 0), 0);
  return whole > 0 ? Math.min(1, (shared / (total + FOCUSED)) * ((whole + FOCUSED) / whole)) : 0;
}
