import type { Span } from '../schemas/evaluation.ts';
import { stemsOnce } from './coverage.ts';
import { spanOf } from './evidence.ts';
import { APPRAISAL, OF_THE_TALK, PAST, PHRASE, QUANTITY } from './story-cues.ts';
import { TALK } from './talk.ts';
import type { Text, Word } from './words.ts';
import { goesWithAnything, isNeutral } from './work-words.ts';

/** Names, numbers and rare words: what could not be said by anyone. */
export interface Details {
  count: number;
  numbers: number;
  span: Span | null;
}

/** Sentences of an answer that say hardly more than the question said: a line of the resume, quoted, is not told. */
export function givenBack(answer: Text, question: Text | undefined): Set<number> {
  const asked = question ? stemsOnce(question) : new Set<string>();
  const sentences = answer.sentences.map((_, index) => answer.content.filter(({ sentence }) => sentence === index));
  const isGiven = (words: readonly Word[]): boolean => words.length >= 3 && words.filter(({ stem }) => asked.has(stem)).length > 0.8 * words.length;
  return new Set(sentences.flatMap((words, index) => (isGiven(words) ? index : [])));
}

/** Fewer words in a row without one of grammar may be a short way to say something. */
const LIST_WORDS = 6;
const LIST_GRAMMAR = 0.1;

/** Sentences that are words in a row, hardly one of grammar among them: they name things and tell nothing. */
export function bareLists({ words, sentences }: Text): Set<number> {
  const own = sentences.map((): Word[] => []);
  for (const word of words) own[word.sentence]?.push(word);
  const isBare = (list: readonly Word[]): boolean => list.length >= LIST_WORDS && list.filter(({ form }) => form.grammar).length < LIST_GRAMMAR * list.length;
  return new Set(own.flatMap((list, index) => (isBare(list) ? index : [])));
}

/** Praise, phrases and talk about the talk ("in the end it was a success") say that there was an end, or a wish, not which. */
export function isHollow({ content }: Text, sentence: number): boolean {
  return content.every((word) => word.sentence !== sentence || saysNothing(word));
}

/** A word that fits any story; a number does not. */
function saysNothing({ text }: Word): boolean {
  return goesWithAnything(text) || (isNeutral(text) && !/\d/.test(text)) || APPRAISAL.test(text) || OF_THE_TALK.test(text) || PHRASE.test(text);
}

/** Different words of matter in sentences that tell something: general talk, phrases and talk about the interview left out. */
export function matterOf({ content }: Text, sentences: readonly string[]): number {
  const words = content.filter(({ sentence, text }) => tells(sentences[sentence]) && !PHRASE.test(text));
  return new Set(words.map(({ stem }) => stem)).size;
}

/** A name or a number counts wherever it stands; a rare word where something is told, if it is no phrase. */
export function detailsOf(answer: Text, sentences: readonly string[]): Details {
  const rare = ({ cost, text, sentence }: Word): boolean => cost >= 1.5 && text.length > 3 && tells(sentences[sentence]);
  const named = answer.content.filter((word) => sentences[word.sentence] !== '' && !PHRASE.test(word.text) && (isName(answer, word) || /\d/.test(word.text) || rare(word)));
  const piece = answer.sentences[named[0]?.sentence ?? -1];
  return {
    count: new Set(named.map(({ stem }) => stem)).size,
    numbers: named.filter(({ text }) => /\d/.test(text)).length,
    span: piece ? spanOf(answer.source, piece.start, piece.end) : null,
  };
}

/** Written with a capital inside its sentence. */
export function isName({ source, sentences }: Pick<Text, 'source' | 'sentences'>, { start, sentence }: Word): boolean {
  return /\p{Lu}/u.test(source.charAt(start)) && sentences[sentence]?.start !== start;
}

function tells(sentence = ''): boolean {
  return !TALK.test(sentence) && (PAST.test(sentence) || QUANTITY.test(sentence));
}
