import { z } from 'zod';
import { Band, Evaluation, GradedBy } from '../schemas/evaluation.ts';
import { Expectation } from '../schemas/answers-file.ts';
import { ModelUse } from '../schemas/network.ts';
import { SCHEMA_VERSION } from './schema-version.ts';

export const Verdict = z.enum(['passed', 'failed', 'scored', 'inconclusive', 'error']);
export type Verdict = z.infer<typeof Verdict>;

/** One graded answer with everything that any report shows of it. */
export const ScoredCase = z.object({
  id: z.string(),
  source: z.object({ file: z.string(), line: z.number().int() }),
  domain: z.string(),
  type: z.string(),
  question: z.string(),
  answer: z.string(),
  /** Changes with the question, its reference and its key points: scores of different rubrics do not compare. */
  rubric: z.string(),
  expect: Expectation.optional(),
  status: z.enum(['graded', 'ungraded']),
  score: z.number().nullable(),
  band: Band.nullable(),
  /** Null where nothing was asked of the case, where it is inconclusive, and where it could not be graded; true where it expects no more than the flags of that. */
  passed: z.boolean().nullable(),
  /** Something was asked, and the spread of the score, or the second grader, leaves it open. */
  inconclusive: z.literal(true).optional(),
  /** What was asked and did not come, or cannot be told. */
  reasons: z.array(z.string()),
  evaluation: Evaluation,
});
export type ScoredCase = z.infer<typeof ScoredCase>;

export const GateResult = z.object({
  /** As its flag: min-each, min-mean, min-domain <domain>, min-pass-rate, max-ungraded, max-drop. */
  name: z.string(),
  limit: z.number(),
  /** Null where there was nothing to see. */
  seen: z.number().nullable(),
  /** The lowest and the highest that it may be, by the spread of the scores and by the second grader; left out where it is exact. */
  range: z.tuple([z.number(), z.number()]).optional(),
  /** Null in a shard, for what only the merged run can tell, and for what is inconclusive. */
  passed: z.boolean().nullable(),
  /** The limit lies within what the number may be: neither kept nor missed. */
  inconclusive: z.literal(true).optional(),
});
export type GateResult = z.infer<typeof GateResult>;

const DomainTotals = z.object({ cases: z.number().int(), graded: z.number().int(), mean: z.number().nullable() });

export const Totals = z.object({
  cases: z.number().int(),
  graded: z.number().int(),
  ungraded: z.number().int(),
  /** Ungraded ones that expect the flag that they carry, such as language: no limit counts them. Left out where there is none. */
  ungradedAsExpected: z.number().int().optional(),
  /** Ungraded ones whose grader could not be reached or sent nothing usable. */
  failedCalls: z.number().int(),
  /** Of the cases of which something was asked. */
  passed: z.number().int(),
  failed: z.number().int(),
  /** Of those, cases that neither pass nor fail; left out where there is none. */
  inconclusive: z.number().int().optional(),
  /** Ungraded ones that were left out because of --max-cost; left out where there is none. */
  notAsked: z.number().int().optional(),
  /** What came of the second grader, where there was one. */
  second: z.object({ graded: z.number().int(), failed: z.number().int(), agreed: z.number().int(), split: z.number().int() }).optional(),
  /** Of the graded ones, 0 to 1; null when there is none. */
  mean: z.number().nullable(),
  byBand: z.object({ 1: z.number().int(), 2: z.number().int(), 3: z.number().int(), 4: z.number().int() }),
  byDomain: z.record(z.string(), DomainTotals),
});
export type Totals = z.infer<typeof Totals>;

/** Who graded: of one grader and one set of packs for the whole run. */
export const Provenance = GradedBy.extend({
  hotseat: z.string(),
  grader: z.string(),
  secondGrader: z.string().optional(),
  /** Grades, second grades among them, that were replies of earlier runs; left out where no model was asked. */
  cached: z.number().int().optional(),
});
export type Provenance = z.infer<typeof Provenance>;

const Change = z.object({ before: z.number().nullable(), after: z.number().nullable() });

export const CaseChange = z.object({
  id: z.string(),
  kind: z.enum(['better', 'worse', 'new', 'gone']),
  ...Change.shape,
  /** Before minus after; null where one of them has no score. */
  drop: z.number().nullable(),
  /** sqrt(before squared + after squared) of the spreads of the two scores; left out where both are exact. */
  dropSpread: z.number().optional(),
  /** Bands by criterion, where they differ. */
  criteria: z.record(z.string(), Change),
  /** It met what was asked of it before and does not now. */
  broke: z.boolean(),
  /** Question, reference or key points are others than before. */
  questionChanged: z.boolean(),
});
export type CaseChange = z.infer<typeof CaseChange>;

export const Comparison = z.object({
  baseline: z.string(),
  blessedAt: z.string(),
  totals: z.object({ better: z.number().int(), worse: z.number().int(), same: z.number().int(), new: z.number().int(), gone: z.number().int() }),
  /** The largest drop of a case; 0 when none dropped, null when no case is in both. */
  largestDrop: z.number().nullable(),
  mean: Change,
  byDomain: z.record(z.string(), Change),
  byCriterion: z.record(z.string(), Change),
  /** What differs, worst first. */
  cases: z.array(CaseChange),
  warnings: z.array(z.string()),
});
export type Comparison = z.infer<typeof Comparison>;

/** What the models of a run took; of a run that went on, what it took since then. */
export const RunUse = ModelUse.extend({
  /** US dollars, as it was estimated before; null where the price is not known. */
  estimatedUsd: z.number().nullable(),
});
export type RunUse = z.infer<typeof RunUse>;

/** Everything about a run but its cases. */
export const RunSummary = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  verdict: Verdict,
  exitCode: z.number().int(),
  /** Why the verdict is what it is, in sentences. */
  reasons: z.array(z.string()),
  gates: z.array(GateResult),
  totals: Totals,
  provenance: Provenance.nullable(),
  /** Left out where no model is used. */
  use: RunUse.optional(),
  /** Null for a whole run. */
  shard: z
    .object({
      index: z.number().int(),
      count: z.number().int(),
      /** Of all cases of the run, not of this part alone: parts of different answers do not merge. */
      inputHash: z.string().optional(),
    })
    .nullable(),
  comparison: Comparison.nullable(),
  error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
});
export type RunSummary = z.infer<typeof RunSummary>;

/** What `score --json` prints and `--output results.json` holds. */
export const ScoreResult = RunSummary.extend({ cases: z.array(ScoredCase) });
export type ScoreResult = z.infer<typeof ScoreResult>;
