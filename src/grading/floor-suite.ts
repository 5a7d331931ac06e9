import type { GradingRequest } from './grader.ts';
import { CHATTER, DENIALS, DONT_KNOW, INSTRUCTIONS, OFF_TOPIC, ONE_WORD, PADDING, type Wordings } from './floor-wordings.ts';
import { isFunctionWord } from './function-words.ts';
import { seededRandom, shuffled } from './seeded-random.ts';
import { splitWholeSentences } from './sentences.ts';

export const FLOOR_KINDS = [
  'empty',
  'dont_know',
  'one_word',
  'echo',
  'instruction',
  'instruction_beside_question',
  'off_topic',
  'other_reference',
  'keywords_only',
  'shuffled',
  'negated',
  'reference',
  'long_chatty_correct',
  'padded',
  'repeated',
  'reordered',
  'misspelled',
] as const;
export type FloorKind = (typeof FLOOR_KINDS)[number];

/** The mean score that answers of a kind may reach at most, or must reach at least. */
export const FLOOR_LIMITS: Partial<Record<FloorKind, { atMost: number } | { atLeast: number }>> = {
  empty: { atMost: 0.1 },
  dont_know: { atMost: 0.1 },
  one_word: { atMost: 0.1 },
  echo: { atMost: 0.1 },
  instruction: { atMost: 0.1 },
  instruction_beside_question: { atMost: 0.1 },
  off_topic: { atMost: 0.15 },
  other_reference: { atMost: 0.2 },
  keywords_only: { atMost: 0.4 },
  shuffled: { atMost: 0.4 },
  negated: { atMost: 0.35 },
  reference: { atLeast: 0.95 },
  long_chatty_correct: { atLeast: 0.95 },
};

export interface FloorAnswer {
  kind: FloorKind;
  request: GradingRequest;
  /** For padded, repeated, reordered and misspelled answers: the answer that they were made from. */
  plain?: string;
}

type FloorQuestion = GradingRequest['question'];

/**
 * Answers that deserve nothing, and answers that deserve all, for each
 * question with a reference; the same questions and seed give the same suite.
 */
export function makeFloorSuite(questions: readonly FloorQuestion[], wording: keyof Wordings = 'known', seed = 1): FloorAnswer[] {
  const random = seededRandom(seed);
  const usable = questions.filter(({ rubric }) => rubric.reference !== null);
  return usable.flatMap((question, index) => {
    const reference = question.rubric.reference ?? '';
    // Far enough along to be of another kind, near enough to be of the same domain now and then.
    const other = usable[(index + 1 + Math.floor(random() * (usable.length - 1))) % usable.length]?.rubric.reference ?? '';
    const pick = (wordings: Wordings): string => wordings[wording][index % wordings[wording].length] ?? '';
    const answers = falseAnswers(question.text, reference, other, pick, random);
    return [...answers, ...trueAnswers(reference, wording, pick, random)].map(([kind, answer, plain]) => ({
      kind,
      request: { question, answer },
      ...(plain === undefined ? {} : { plain }),
    }));
  });
}

type Made = [kind: FloorKind, answer: string, plain?: string];

function falseAnswers(question: string, reference: string, other: string, pick: (wordings: Wordings) => string, random: () => number): Made[] {
  return [
    ['empty', random() < 0.5 ? '' : ' \n '],
    ['dont_know', pick(DONT_KNOW)],
    ['one_word', pick(ONE_WORD)],
    ['echo', random() < 0.5 ? question : `So the question is: ${question}`],
    ['instruction', pick(INSTRUCTIONS)],
    ['instruction_beside_question', `${question} ${pick(INSTRUCTIONS)}`],
    ['off_topic', pick(OFF_TOPIC)],
    ['other_reference', other],
    ['keywords_only', keywordsOf(reference)],
    ['shuffled', shuffled(reference.split(/\s+/), random).join(' ')],
    ['negated', negate(reference, pick(DENIALS))],
  ];
}

function trueAnswers(reference: string, wording: keyof Wordings, pick: (wordings: Wordings) => string, random: () => number): Made[] {
  const sentences = sentencesOf(reference);
  return [
    ['reference', reference],
    ['long_chatty_correct', chatty(sentences, CHATTER[wording])],
    ['padded', `${pick(PADDING)} ${sentences[0] ?? ''} ${PADDING[wording].join(' ')}`, sentences[0] ?? ''],
    ['repeated', `${reference} ${reference} ${reference}`, reference],
    ['reordered', shuffled(sentences, random).join(' '), reference],
    ['misspelled', misspell(reference, random), reference],
  ];
}

function sentencesOf(text: string): string[] {
  return splitWholeSentences(text).map(({ start, end }) => `${text.slice(start, end)}.`);
}

/** The words that carry matter, each once, with commas between. */
function keywordsOf(text: string): string {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}+#-]*/gu) ?? [];
  return [...new Set(words.filter((word) => word.length > 2 && !isFunctionWord(word.toLowerCase())))].join(', ');
}

/** Every other sentence gets a denial in front; the rest a `not` after its first auxiliary where it has one. */
function negate(text: string, denial: string): string {
  return sentencesOf(text)
    .map((sentence, index) => {
      const inside = sentence.replace(/\b(is|are|was|were|can|could|should|will|would|must|does|do|has|have|may)\b(?! not)/i, '$1 not');
      return index % 2 === 0 || inside === sentence ? denial.replace('{}', sentence.slice(0, -1)) : inside;
    })
    .join(' ');
}

function chatty(sentences: readonly string[], chatter: readonly string[]): string {
  const told = sentences.map((sentence, index) => `${chatter[(index + 1) % (chatter.length - 1)] ?? ''} ${sentence}`);
  return [chatter[0] ?? '', ...told, chatter.at(-1) ?? ''].join(' ');
}

/** Swaps two neighbouring letters inside one long word in eight. */
function misspell(text: string, random: () => number): string {
  return text.replace(/[a-z]{5,}/g, (word) => {
    if (random() >= 1 / 8) return word;
    const at = 1 + Math.floor(random() * (word.length - 3));
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  });
}
