import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { Band } from '../schemas/evaluation.ts';
import { Provenance, type ScoredCase } from './result.ts';
import { SCHEMA_VERSION } from './schema-version.ts';

export const BaselineCase = z.object({
  id: z.string(),
  domain: z.string(),
  rubric: z.string(),
  score: z.number().nullable(),
  band: Band.nullable(),
  /** Left out where the score is exact. */
  spread: z.number().optional(),
  passed: z.boolean().nullable(),
  /** Bands by criterion. */
  criteria: z.record(z.string(), z.number()),
});
export type BaselineCase = z.infer<typeof BaselineCase>;

/** A run that somebody found good, kept small enough for a repository. */
export const Baseline = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  kind: z.literal('baseline'),
  blessedAt: z.iso.datetime(),
  provenance: Provenance,
  mean: z.number().nullable(),
  cases: z.array(BaselineCase),
});
export type Baseline = z.infer<typeof Baseline>;

export function baselineCaseOf({ id, domain, rubric, score, band, passed, evaluation }: ScoredCase): BaselineCase {
  const spread = evaluation.spread ?? 0;
  return { id, domain, rubric, score, band, ...(spread > 0 ? { spread } : {}), passed, criteria: Object.fromEntries(evaluation.criteria.map((criterion) => [criterion.id, criterion.band])) };
}

/** Rejects what is no baseline with an InputError that says what it is instead. */
export function readBaseline(path: string): Baseline {
  const value = readJson(path);
  const result = Baseline.safeParse(value);
  if (result.success) return result.data;
  const isResult = typeof value === 'object' && value !== null && 'verdict' in value;
  throw new InputError(
    'baseline-invalid',
    isResult ? `${path} holds results that nobody has blessed.` : `${path} is no baseline.`,
    isResult ? `Bless them first: hotseat score bless ${path} --output baseline.json` : 'Write one: hotseat score bless results.json --output baseline.json',
  );
}

/** Whether a file is a baseline, of this version or of another. */
export function isBaseline(path: string): boolean {
  if (!statSync(path).isFile()) return false;
  const value = readJson(path);
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'baseline';
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError('baseline-unreadable', `The baseline ${path} cannot be read.`, 'Check the name, or write one: hotseat score bless results.json --output baseline.json', { cause: error });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
