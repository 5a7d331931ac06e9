import { isForeign } from './foreign-words.ts';
import type { Text } from './words.ts';

/**
 * Why the answer's language cannot be graded; undefined where it can.
 *
 * The grader knows English. Code, terse notes, typing errors and letters at
 * random are no other language: it takes another script, or words of another
 * grammar, or many pronounceable words that English and the subject do not know.
 */
export function foreignLanguage(answer: Text, subject: () => ReadonlySet<string>): string | undefined {
  if (isOtherScript(answer.source)) return REASON;
  if (looksLikeCode(answer.source)) return undefined;
  const words = answer.words.filter(({ form }) => form.lettersOnly);
  if (words.length < 5) return undefined;
  const plain = words.filter(({ form }) => form.english).length / words.length;
  // The words of the subject can only make it more English.
  if (plain >= 0.6) return undefined;
  const known = subject();
  const english = words.filter(({ stem, form }) => form.english || known.has(stem)).length / words.length;
  const foreign = words.filter(({ text }) => isForeign(text)).length / words.length;
  if (foreign >= 0.15 && english < 0.6) return REASON;
  // A word with a capital may be a name, in any language.
  const strange = words.filter(({ text, stem, start, form }) => text.length > 2 && !CAPITAL.test(answer.source.charAt(start)) && !form.english && !known.has(stem) && isPronounceable(text));
  return words.length >= 8 && english < 0.25 && strange.length / words.length >= 0.5 ? REASON : undefined;
}

const CAPITAL = /\p{Lu}/u;

function isOtherScript(source: string): boolean {
  if (IN_ASCII.test(source)) return false;
  const letters = source.match(/\p{L}/gu)?.length ?? 0;
  const latin = source.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters >= 4 && latin / letters < 0.5;
}

const IN_ASCII = /^[\u0000-\u007f]*$/;

const REASON = 'The answer is not in English, the only language that the offline grader knows.';

function looksLikeCode(source: string): boolean {
  const signs = source.match(/[{}();=<>[\]_$]|=>|::|->/g)?.length ?? 0;
  return signs > 0 && signs / Math.max(1, source.split(/\s+/).length) > 0.5;
}

function isPronounceable(word: string): boolean {
  const vowels = word.match(/[aeiouyà-ÿ]/gi)?.length ?? 0;
  return vowels / word.length >= 0.25 && !/[^aeiouyà-ÿ]{5}/i.test(word) && !/(.)\1\1/.test(word);
}
