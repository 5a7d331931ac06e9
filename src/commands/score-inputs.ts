import type { Flags } from '../config.ts';
import { loadBuiltInPacks } from '../packs/parsed-packs.ts';
import { printableLine } from '../printable.ts';
import { createLazyBank } from '../scoring/lazy-bank.ts';
import type { Bank } from '../scoring/reading/prepare-case.ts';
import type { BaselineToMeet } from '../scoring/score-answers.ts';
import type { BaselineFlags, ReportFlags } from './score-flags.ts';

/** The built-in packs and those of the command line; a question of yours takes the place of one with the same id. */
export async function bankOf(packs: string[]): Promise<Bank> {
  if (packs.length === 0) return createLazyBank(loadBuiltInPacks);
  // A pack that cannot be read is a mistake even where no case names it.
  const { readPacks } = await import('../packs/load.ts');
  const own = readPacks(packs);
  return createLazyBank(() => [...loadBuiltInPacks(), ...own]);
}

export async function baselineIn({ baseline, force }: BaselineFlags): Promise<BaselineToMeet | undefined> {
  if (baseline === undefined) return undefined;
  const { readBaseline } = await import('../scoring/baseline.ts');
  return { baseline: readBaseline(baseline), name: baseline, force: force ?? false, now: new Date() };
}

/** What the run itself writes or compares with: no answers and no parts, wherever it lies. */
export function ownFiles({ output, baseline }: Pick<ReportFlags & BaselineFlags, 'output' | 'baseline'>): string[] {
  return [...output, ...(baseline === undefined ? [] : [baseline])];
}

/** In a folder of answers, what hotseat wrote there itself: whoever looks for answers in it reads so that they are none. */
export function sayPassedOver(files: readonly string[], { quiet }: Flags): void {
  if (files.length === 0 || quiet) return;
  const more = files.length > MOST_NAMED ? ` and ${files.length - MOST_NAMED} more` : '';
  process.stderr.write(`${printableLine(`Passed over, as results or baselines of hotseat: ${files.slice(0, MOST_NAMED).join(', ')}${more}.`)}\n`);
}

const MOST_NAMED = 10;
