import { packageVersion } from '../package-root.ts';

/** All that a result depends on beside its case. A kept result is taken over only where none of it differs. */
export type RunSettings = readonly [hotseat: string, grader: string, secondGrader: string | null, samples: number, minEach: number | null];

export interface SettingsGiven {
  grading: { name: string; second?: string; samples: number };
  gates: { minEach?: number };
}

export function settingsOf({ grading, gates }: SettingsGiven): RunSettings {
  return [packageVersion(), grading.name, grading.second ?? null, grading.samples, gates.minEach ?? null];
}

const NAMES = ['the version of hotseat', 'the grader', 'the second grader', '--samples', '--min-each'];

/** What differs, in words: "the grader was openai/gpt-4o and is openai/gpt-4o-mini". */
export function settingsChanged(before: readonly unknown[], now: RunSettings): string[] {
  return NAMES.flatMap((name, place) => (before[place] === now[place] ? [] : [`${name} was ${shown(before[place])} and is ${shown(now[place])}`]));
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'not given';
}
