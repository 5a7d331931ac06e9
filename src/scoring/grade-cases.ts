import { keyOf, type Crew } from './crew.ts';
import type { PreparedCase } from './prepared-case.ts';
import type { KeptCase, RunFile } from './run-file.ts';

export interface GradingRun {
  crew: Crew;
  runFile: RunFile;
  /** All that a result depends on beside its case: grader, samples, demands. */
  settings: readonly unknown[];
  signal?: AbortSignal;
  /** So many cases more are done. */
  onGraded?(cases: number): void;
}

/**
 * cases -> batches -> graded -> run file, in the order of the input. No more
 * than the crew's width of batches is held at a time. Rejects with the
 * signal's reason when it aborts; what was graded until then is in the file.
 */
export async function gradeCases(cases: AsyncIterable<PreparedCase>, run: GradingRun): Promise<void> {
  const { crew, runFile, signal, onGraded } = run;
  const inWork: Promise<(KeptCase | string)[]>[] = [];
  const finishOldest = async () => {
    const batch = (await inWork.shift()) ?? [];
    runFile.add(batch);
    onGraded?.(batch.length);
  };

  try {
    for await (const batch of batches(cases, crew.batch)) {
      signal?.throwIfAborted();
      const graded = gradeBatch(batch, run);
      // It may reject before its turn comes; it is heard then.
      graded.catch(() => undefined);
      inWork.push(graded);
      if (inWork.length >= crew.width) await finishOldest();
    }
    while (inWork.length > 0) await finishOldest();
  } finally {
    // What is still in work after an error is waited for: the threads end after it.
    await Promise.allSettled(inWork);
  }
}

/** Grades what the run file does not know yet; of what it knows, the keys. */
async function gradeBatch(batch: readonly PreparedCase[], { crew, runFile, settings, signal }: GradingRun): Promise<(KeptCase | string)[]> {
  const keyed = batch.map((one) => ({ one, key: keyOf(one, settings) }));
  const missing = keyed.filter(({ key }) => !runFile.has(key));
  const graded = missing.length === 0 ? [] : await crew.grade(missing.map(({ one }) => one), signal);
  const fresh = new Map(missing.flatMap(({ key }, place) => (graded[place] ? [[key, { key, ...graded[place] }]] : [])));
  return keyed.map(({ key }) => fresh.get(key) ?? key);
}

async function* batches<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
