import type { LoadedPack } from '../packs/parsed-packs.ts';
import type { Bank } from './reading/prepare-case.ts';

/** A bank that reads its packs when the first case names a question: most answers files bring their own. */
export function createLazyBank(load: () => LoadedPack[]): Bank {
  let questions: Map<string, ReturnType<Bank['find']>> | undefined;
  const all = () => (questions ??= indexed(load()));
  return { find: (id) => all().get(id), ids: () => all().keys() };
}

function indexed(packs: LoadedPack[]): Map<string, ReturnType<Bank['find']>> {
  return new Map(packs.flatMap(({ pack, hash }) => pack.questions.map((question) => [question.id, { question, packHash: hash }])));
}
