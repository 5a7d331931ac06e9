import { createHash, type Hash } from 'node:crypto';
import type { PreparedCase } from './prepared-case.ts';

/** So many characters are hashed at a time: many small pieces cost more than what is in them. */
const PIECE = 1 << 16;

/** Says of which cases a run is a part: id, question, answer and expectations of all of them, in their order. Where the files lie is not in it. */
export interface InputHash {
  /** Hands the cases on, and begins anew each time. */
  over(cases: AsyncIterable<PreparedCase>): AsyncGenerator<PreparedCase>;
  /** Of the cases that were read last; complete when they were read to their end. */
  value(): string;
}

export function createInputHash(): InputHash {
  let hash: Hash = createHash('sha256');
  return {
    async *over(cases) {
      hash = createHash('sha256');
      let waiting = '';
      for await (const one of cases) {
        waiting += wordsOf(one);
        if (waiting.length >= PIECE) {
          hash.update(waiting);
          waiting = '';
        }
        yield one;
      }
      hash.update(waiting);
    },
    value: () => hash.copy().digest('hex'),
  };
}

/** As JSON, so that where one ends and the next begins is part of it. */
function wordsOf({ id, request: { question, answer }, expect }: PreparedCase): string {
  const { text, type, domain, rubric } = question;
  return `${JSON.stringify([id, text, type, domain, rubric, answer, expect ?? null])}\n`;
}
