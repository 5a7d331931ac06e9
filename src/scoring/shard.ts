import { InputError } from '../errors.ts';

/** Part `index` of `count`, from 1. */
export interface Shard {
  index: number;
  count: number;
}

/** "2/4". */
export function parseShard(words: string): Shard {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/u.exec(words)?.map(Number) ?? [];
  if (index && count && index <= count) return { index, count };
  throw new InputError('shard-invalid', `"${words}" is no shard.`, 'Write it as part/parts, from 1: --shard 2/4.');
}

/** Every count-th case, so that long files and hard topics spread over all parts. */
export async function* takeShard<Case>(cases: AsyncIterable<Case>, { index, count }: Shard): AsyncGenerator<Case> {
  let place = 0;
  for await (const one of cases) if (place++ % count === index - 1) yield one;
}

/** How many of `cases` fall to a part. */
export function shardSize(cases: number, { index, count }: Shard): number {
  return Math.ceil((cases - index + 1) / count);
}
