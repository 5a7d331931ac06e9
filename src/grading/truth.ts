import type { Rubric } from '../schemas/question.ts';
import { readOnce } from './text-cache.ts';
import type { Text } from './words.ts';

/** What an answer is held against. */
export interface Truth {
  /** The reference and the key points: what turns one of them round is wrong. */
  statements: readonly Text[];
  /** Other wordings of the key points. Short and free, they acquit who says the like, and accuse nobody. */
  wordings: readonly Text[];
}

/**
 * What a rubric states; `reference` is its reference, or what stands in its
 * place. Points that were cut from the reference are no statements of their
 * own: they would repeat it, out of their context.
 */
export function truthOf({ keyPoints }: Pick<Rubric, 'keyPoints'>, reference: Text | null): Truth {
  return {
    statements: [...(reference ? [reference] : []), ...keyPoints.map(({ text }) => readOnce(text))],
    wordings: keyPoints.flatMap(({ also }) => also.map(readOnce)),
  };
}
