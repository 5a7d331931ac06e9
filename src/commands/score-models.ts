import type { Config } from '../config.ts';
import { HotseatError } from '../errors.ts';
import type { Grader } from '../grading/grader.ts';
import type { OpenModels } from '../open-models.ts';
import type { RunUse } from '../scoring/result.ts';
import type { BatchRecords } from '../services.ts';

/** The model graders of a run: opened when they are first called for, closed once. */
export interface ModelGraders {
  open(): Promise<Grader>;
  /** What the models took so far; undefined before they were opened. */
  use(estimatedUsd: number | null): RunUse | undefined;
  close(): Promise<void>;
}

/** So many calls at a time, fewer when a provider says that it is too many. */
export function modelGraders(config: Config, concurrency: number): ModelGraders {
  let run: OpenRun | undefined;
  return {
    async open() {
      run ??= await openRun(config, concurrency);
      return run.grader;
    },
    use: (estimatedUsd) => run && useOf(run.models, estimatedUsd),
    close: async () => run?.records?.close(),
  };
}

interface OpenRun {
  grader: Grader;
  models: OpenModels;
  records: BatchRecords | null;
}

async function openRun(config: Config, concurrency: number): Promise<OpenRun> {
  const [{ openModels }, { chosenGrader }, { createOfflineGrader }] = await Promise.all([
    import('../open-models.ts'),
    import('../grading/chosen-grader.ts'),
    import('../grading/offline-grader.ts'),
  ]);
  const records = await recordsIn(config);
  const models = openModels(config.models, {
    contact: {},
    sessionId: null,
    concurrency,
    onCall: (call) => records?.record(call),
    cache: records?.cache ?? null,
  });
  return { grader: chosenGrader({ models, settings: config.models, offline: createOfflineGrader() }), models, records };
}

/** Kept replies and the list of what was sent stand in the data folder; a run goes on without them where it cannot be used. */
async function recordsIn(config: Config): Promise<BatchRecords | null> {
  const { openBatchRecords } = await import('../services.ts');
  try {
    return openBatchRecords(config);
  } catch (error) {
    if (!(error instanceof HotseatError)) throw error;
    process.stderr.write(`Nothing is kept of this run's calls: ${error.message}\n`);
    return null;
  }
}

/** With what a call that said nothing of its tokens was taken to cost. */
function useOf({ spending, use }: OpenModels, estimatedUsd: number | null): RunUse {
  return { ...use(), costUsd: spending.unpriced > 0 ? null : spending.spentUsd, estimatedUsd };
}
