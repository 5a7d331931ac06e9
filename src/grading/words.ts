import { type Piece, shortenLong, splitWholeSentences } from './sentences.ts';
import { markConcepts } from './synonyms.ts';
import { eachToken } from './tokens.ts';
import { formAt, type WordForm } from './word-forms.ts';

/** A word where it stands in its text. */
export interface Word {
  /** What it is wherever it stands. */
  form: WordForm;
  /** In small letters, quotes straightened, complexity notation in one spelling. */
  text: string;
  stem: string;
  /** How much the word tells (word-costs.ts). */
  cost: number;
  start: number;
  end: number;
  /** Carries matter: neither grammar nor filler. */
  content: boolean;
  /** Written in capitals among small letters, as a keyword of a language is: WHERE is no "where". */
  keyword: boolean;
  /** Stands closely after a negator. */
  negated: boolean;
  sentence: number;
  /** Groups of synonyms that the word belongs to, by itself or inside a phrase. */
  concepts: readonly number[];
  /** The text of the next word, for `dead lock`; empty at the end. */
  next: string;
}

/** A text as the grader reads it. */
export interface Text {
  source: string;
  words: Word[];
  /** Sentences as they were written, however long. */
  whole: Piece[];
  sentences: Piece[];
  /** The words that carry matter. */
  content: Word[];
  /** What was found out about it so far (text-cache.ts). */
  findings: unknown[];
}

/** Longer texts are read up to here: two hours of speech, and a bound on time. */
export const MAX_LENGTH = 20_000;
/** So many words after a negator are denied by it, inside its sentence. */
const NEGATION_REACH = 4;

/** Splits a text into words and sentences; offsets are UTF-16 units of the text as given. */
export function readText(source: string): Text {
  const text = source.slice(0, MAX_LENGTH);
  const whole = splitWholeSentences(text);
  const sentences = shortenLong(text, whole);
  const words = findWords(text, sentences);
  markNegation(words);
  markConcepts(words);
  return { source: text, words, whole, sentences, content: words.filter((word) => word.content), findings: [] };
}

/** The text with the words of some of its sentences alone; the sentences keep their places. */
export function onlySentences(text: Text, places: ReadonlySet<number>): Text {
  const isIn = ({ sentence }: Word): boolean => places.has(sentence);
  return { ...text, words: text.words.filter(isIn), content: text.content.filter(isIn), findings: [] };
}

const NO_CONCEPTS: readonly number[] = [];

function findWords(text: string, sentences: readonly Piece[]): Word[] {
  const words: Word[] = [];
  // A text in capitals throughout has no keywords; most have no word in capitals to ask for.
  let shouted: boolean | undefined;
  let sentence = 0;
  let before: Word | undefined;
  eachToken(text, (start, end) => {
    while (sentence + 1 < sentences.length && start >= (sentences[sentence + 1]?.start ?? Infinity)) sentence++;
    const form = formAt(text, start, end);
    const keyword = form.capitals && !form.negator && !(shouted ??= text === text.toUpperCase());
    const { text: spelled, stem, cost } = form;
    if (before) before.next = spelled;
    before = { form, text: spelled, stem, cost, start, end, content: form.content || keyword, keyword, negated: false, sentence, concepts: NO_CONCEPTS, next: '' };
    words.push(before);
  });
  return words;
}

function markNegation(words: readonly Word[]): void {
  let left = 0;
  let sentence = -1;
  for (const word of words) {
    if (word.sentence !== sentence) left = 0;
    sentence = word.sentence;
    if (word.form.negator) left = NEGATION_REACH + 1;
    else if (left > 0) word.negated = true;
    left = Math.max(0, left - 1);
  }
}
