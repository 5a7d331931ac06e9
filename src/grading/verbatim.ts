import type { Rubric } from '../schemas/question.ts';
import { readOnce } from './text-cache.ts';
import type { Text, Word } from './words.ts';

/**
 * Whether an answer is its reference, word by word, whatever the signs and the
 * capitals: then nothing needs to be looked for. A reference that has no word
 * of matter ("Yes", "False", "The first one") leaves nothing to look for either:
 * an answer that begins with it, as a statement of its own, says it. Where there
 * are key points, they decide.
 */
export function isReferenceItself({ keyPoints, reference }: Rubric, answer: Text): boolean {
  if (keyPoints.length > 0 || reference === null) return false;
  const wanted = readOnce(reference);
  if (wanted.words.length === 0 || !wanted.words.every(({ text }, at) => answer.words[at]?.text === text)) return false;
  return answer.words.length === wanted.words.length || (wanted.content.length === 0 && isStatement(answer, answer.words[wanted.words.length - 1]));
}

/** A sign ends it: "no, a set keeps none", and not "no idea". */
function isStatement({ source }: Text, last: Word | undefined): boolean {
  return last !== undefined && /^\s*[,.;:!–—-]/.test(source.slice(last.end));
}
