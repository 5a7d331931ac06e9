import { loadBuiltInPacks, readPacks } from '../packs/load.ts';
import { readBaseline } from '../scoring/baseline.ts';
import { createLazyBank } from '../scoring/lazy-bank.ts';
import type { Bank } from '../scoring/reading/prepare-case.ts';
import type { BaselineToMeet } from '../scoring/score-answers.ts';
import type { BaselineFlags } from './score-flags.ts';

/** The built-in packs and those of the command line; a question of yours takes the place of one with the same id. */
export function bankOf(packs: string[]): Bank {
  // A pack that cannot be read is a mistake even where no case names it.
  const own = readPacks(packs);
  return createLazyBank(() => [...loadBuiltInPacks(), ...own]);
}

export function baselineIn({ baseline, force }: BaselineFlags): BaselineToMeet | undefined {
  return baseline === undefined ? undefined : { baseline: readBaseline(baseline), name: baseline, force: force ?? false, now: new Date() };
}
