import { type AnswerIndex, bestOffer, type Hit, hitIn, type Hits, hitsBySentence, indexAnswer, uniqueWords } from './alignment.ts';
import { containment, freshOverlap, gramCosine } from './grams.ts';
import { numbersIn } from './numbers.ts';
import { splitClauses } from './sentences.ts';
import { longestShared } from './shared-sequence.ts';
import { foundOnce } from './text-cache.ts';
import { readText, type Text, type Word } from './words.ts';

/** What a word of the reference found in the answer. */
interface Found {
  word: Word;
  weight: number;
  isNew: boolean;
  hit: Hit | undefined;
  /** The best hit in each sentence that has one. */
  hits: Hits;
}

/** Words that the question gave already tell little when they come back. */
const GIVEN_WEIGHT = 0.15;
/** A hit this good counts in full. The benchmark model was trained with these two; coverage.ts has its own. */
const FIRM = 0.6;

/**
 * The numbers from which the benchmark model reads how humans graded. Each is
 * computed from one answer alone. `recall` is the share of the reference's
 * matter found in the answer, `precision` the share of the answer's matter
 * found in the reference, both weighted by what a word tells.
 */
export function readFeatures(question: Text, reference: Text, answer: Text): Record<string, number> {
  const given = new Set(question.content.map(({ stem }) => stem));
  const found = findWords(reference, indexAnswer(answer), given);
  const back = findWords(answer, indexOnce(reference), given);
  return {
    ...overlap(found, back),
    ...clauseFeatures(reference, found),
    ...letterFeatures(question, reference, answer),
    ...orderFeatures(reference, found),
    pairs: pairsKept(reference, found),
    ...sizeFeatures(reference, answer, question, found, back),
    ...polarityFeatures(reference, answer, found),
    ...wordingFeatures(reference, answer, question, found),
  };
}

const indexOnce = foundOnce(indexAnswer);

function findWords(text: Text, index: AnswerIndex, given: ReadonlySet<string>): Found[] {
  const inText = uniqueWords(text.content);
  return inText.map((word) => {
    const isNew = !given.has(word.stem);
    const hits = hitsBySentence(word, index);
    const hit = bestOffer(hits);
    // A new word that is met only by a word of the question is met by half.
    const echoed = hit && isNew && hit.similarity < 1 && given.has(hit.word.stem);
    return { word, weight: word.cost * (isNew ? 1 : GIVEN_WEIGHT), isNew, hit: echoed ? { ...hit, similarity: hit.similarity / 2 } : hit, hits };
  });
}

const similarity = ({ hit }: Found): number => hit?.similarity ?? 0;
const firm = (found: Found): number => (similarity(found) >= FIRM ? 1 : similarity(found) / 2);

function share(list: readonly Found[], value: (found: Found) => number, weight = (found: Found): number => found.weight): number {
  let sum = 0;
  let total = 0;
  for (const found of list) {
    sum += weight(found) * value(found);
    total += weight(found);
  }
  return total > 0 ? sum / total : 0;
}

function overlap(found: Found[], back: Found[]): Record<string, number> {
  const cost = ({ word }: Found): number => word.cost;
  const fresh = found.filter(({ isNew }) => isNew);
  const freshBack = back.filter(({ isNew }) => isNew);
  const recall = share(found, similarity);
  const precision = share(back, similarity);
  const both = recall + precision;
  return {
    recall,
    recallAll: share(found, similarity, cost),
    recallExact: share(found, (one) => (similarity(one) >= 1 ? 1 : 0)),
    recallFirm: share(found, firm),
    recallNew: fresh.length ? share(fresh, similarity, cost) : share(found, similarity, cost),
    recallSquared: recall * recall,
    precision,
    precisionAll: share(back, similarity, cost),
    precisionNew: share(freshBack, similarity, cost),
    f1: both ? (2 * recall * precision) / both : 0,
    f3: both ? (10 * recall * precision) / (9 * precision + recall) : 0,
    recallPrecision: recall * precision,
    hits: Math.log1p(freshBack.filter((one) => similarity(one) >= FIRM).length),
  };
}

function clauseFeatures(reference: Text, found: Found[]): Record<string, number> {
  const shares = clausesOnce(reference).map((stems) => share(found.filter(({ word }) => stems.has(word.stem)), similarity));
  const count = Math.max(1, shares.length);
  return {
    clauseMean: shares.reduce((sum, value) => sum + value, 0) / count,
    clauseLeast: shares.length ? Math.min(...shares) : 0,
    clauseMost: shares.length ? Math.max(...shares) : 0,
    clauseCovered: shares.filter((value) => value >= 0.5).length / count,
  };
}

/** The stems of matter of each clause. */
const clausesOnce = foundOnce(({ source, content }) =>
  splitClauses(source).map(({ start, end }) => new Set(content.filter((word) => word.start >= start && word.end <= end).map(({ stem }) => stem))),
);

function letterFeatures(question: Text, reference: Text, answer: Text): Record<string, number> {
  return {
    letters3: gramCosine(answer.words, reference),
    letters4: containment(answer.words, reference),
    lettersNew: freshOverlap(answer.words, reference, question),
  };
}

function orderFeatures(reference: Text, found: Found[]): Record<string, number> {
  const byStem = new Map(found.map((one) => [one.word.stem, one]));
  let pairs = 0;
  let kept = 0;
  reference.content.forEach((word, at) => {
    const next = reference.content[at + 1];
    const here = byStem.get(word.stem)?.hit;
    const there = next && byStem.get(next.stem)?.hit;
    if (!here || !there) return;
    pairs++;
    if (there.word.start > here.word.start && there.word.start - here.word.start <= 40) kept++;
  });
  return { order: pairs ? kept / pairs : 0.5, neighbours: reference.content.length > 1 ? kept / (reference.content.length - 1) : 0.5 };
}

const PAIR_REACH = 3;
const PAIR_LETTERS = 60;

/**
 * The share of the reference's pairs of words near each other, at most three
 * apart, that one sentence of the answer holds, near each other too. The nearer
 * a pair and the more it tells, the more it counts; pairs that the question gave, not at all.
 */
function pairsKept({ content }: Text, found: Found[]): number {
  const byStem = new Map(found.map((one) => [one.word.stem, one]));
  let [kept, total] = [0, 0];
  content.forEach((word, at) => {
    for (let apart = 1; apart <= PAIR_REACH; apart++) {
      const next = content[at + apart];
      const [one, other] = [byStem.get(word.stem), byStem.get(next?.stem ?? '')];
      if (!next || next.sentence !== word.sentence || !one || !other || one === other || (!one.isNew && !other.isNew)) continue;
      const weight = (one.weight + other.weight) / apart;
      total += weight;
      kept += weight * together(one, other);
    }
  });
  return total > 0 ? kept / total : share(found, ({ hits }) => bestOffer(hits)?.similarity ?? 0);
}

/** How well the best sentence holds both words. */
function together(one: Found, other: Found): number {
  let best = 0;
  for (const hit of one.hits) {
    const near = hitIn(other.hits, hit.word.sentence);
    if (!near) continue;
    const close = Math.abs(near.word.start - hit.word.start) < PAIR_LETTERS ? 1 : 0.5;
    best = Math.max(best, Math.min(hit.similarity, near.similarity) * close);
  }
  return best;
}

function sizeFeatures(reference: Text, answer: Text, question: Text, found: Found[], back: Found[]): Record<string, number> {
  const answerSize = Math.log1p(answer.content.length);
  const referenceSize = Math.log1p(reference.content.length);
  const fresh = back.filter(({ isNew }) => isNew).length;
  return {
    referenceSize,
    questionSize: Math.log1p(question.content.length),
    sizeRatio: Math.max(-3, Math.min(3, answerSize - referenceSize)),
    fullness: Math.min(1, back.length / Math.max(1, found.length)),
    fresh: Math.log1p(fresh),
    given: back.length ? 1 - fresh / back.length : 0,
    referenceGiven: found.length ? found.filter(({ isNew }) => !isNew).length / found.length : 0,
    referenceNew: Math.log1p(found.filter(({ isNew }) => isNew).length),
    grammar: answer.words.length ? 1 - answer.content.length / answer.words.length : 0,
  };
}

function polarityFeatures(reference: Text, answer: Text, found: Found[]): Record<string, number> {
  const met = found.filter((one) => similarity(one) >= FIRM);
  const flipped = share(met, ({ word, hit }) => (hit && hit.word.negated !== word.negated ? 1 : 0), ({ word }) => word.cost);
  const wanted = numbersOnce(reference);
  const given = numbersIn(answer);
  return {
    flipped,
    flippedRecall: flipped * share(found, similarity),
    numbersMissing: wanted.size ? [...wanted].filter((number) => !given.has(number)).length / wanted.size : 0,
  };
}

const numbersOnce = foundOnce(numbersIn);

/** How the answer is worded: technical or not, and how far in the words and the order of the reference. */
function wordingFeatures(reference: Text, answer: Text, question: Text, found: Found[]): Record<string, number> {
  const count = Math.max(1, answer.content.length);
  const hits = found.filter((one) => one.isNew && similarity(one) >= 0.8);
  const hitSentences = new Set(hits.map(({ hit }) => hit?.word.sentence));
  const own = new Set(answer.content.filter(({ sentence }) => hitSentences.has(sentence)).map(({ stem }) => stem));
  return {
    strange: answer.content.filter(({ form }) => !form.common).length / count,
    meanCost: answer.content.reduce((sum, { cost }) => sum + cost, 0) / count,
    fewHits: hits.length / (hits.length + 2),
    depth: own.size / (own.size + 20),
    sameOrder: longestShared(reference, answer) / Math.max(1, reference.words.length),
    concepts: Math.log1p(newConcepts(reference, answer, question)),
  };
}

/** Groups of synonyms that answer and reference share and the question does not have. */
function newConcepts(reference: Text, answer: Text, question: Text): number {
  const [asked, said] = [conceptsOnce(question), conceptsOf(answer)];
  let count = 0;
  for (const concept of conceptsOnce(reference)) if (said.has(concept) && !asked.has(concept)) count++;
  return count;
}

function conceptsOf({ words }: Text): Set<number> {
  const all = new Set<number>();
  for (const { concepts } of words) for (const concept of concepts) all.add(concept);
  return all;
}

const conceptsOnce = foundOnce(conceptsOf);

/** Features from plain texts. */
export function featuresOf(question: string, reference: string, answer: string): Record<string, number> {
  return readFeatures(readText(question), readText(reference), readText(answer));
}
