import type { Text } from './words.ts';

/** What an answer is held against. */
export interface Truth {
  /** The reference and the key points: what turns one of them round is wrong. */
  statements: readonly Text[];
  /** Other wordings of the key points. Short and free, they acquit who says the like, and accuse nobody. */
  wordings: readonly Text[];
}
