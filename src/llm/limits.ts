import { ModelFailure } from './model-failure.ts';

export interface LimiterOptions {
  /** Calls at a time, at most. */
  concurrency: number;
  /** Good calls in a row, for each place that is won back. */
  recoverAfter?: number;
}

/** Lets so many calls run at a time; the rest waits its turn. Given to patience, every try takes a place of its own. */
export interface Limiter {
  /** Calls at a time, as things stand. */
  readonly limit: number;
  /** Rejects with the signal's reason when it is cancelled while it waits. */
  run<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/**
 * A limiter for batches: a 429 halves the number of calls at a time, down to
 * one; good calls win it back one by one. Calls that were under way when it
 * was halved do not halve it again.
 */
export function createLimiter({ concurrency, recoverAfter = 5 }: LimiterOptions): Limiter {
  const waiting = new Set<() => void>();
  let [limit, running, halvings, good] = [concurrency, 0, 0, 0];

  const admit = (): void => {
    for (const start of waiting) {
      if (running >= limit) return;
      waiting.delete(start);
      running += 1;
      start();
    }
  };

  const learn = (failure: unknown, since: number): void => {
    if (failure === undefined) {
      good += 1;
      if (good % recoverAfter === 0) limit = Math.min(concurrency, limit + 1);
    } else if (isTooMany(failure) && since === halvings) {
      [limit, halvings, good] = [Math.max(1, Math.floor(limit / 2)), halvings + 1, 0];
    }
  };

  return {
    get limit() {
      return limit;
    },

    async run(call, signal) {
      await turn(waiting, admit, signal);
      const since = halvings;
      try {
        const result = await call();
        learn(undefined, since);
        return result;
      } catch (failure) {
        learn(failure, since);
        throw failure;
      } finally {
        running -= 1;
        admit();
      }
    },
  };
}

function turn(waiting: Set<() => void>, admit: () => void, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const cancel = () => {
      waiting.delete(start);
      reject(signal?.reason as Error);
    };
    const start = () => {
      signal?.removeEventListener('abort', cancel);
      resolve();
    };
    signal?.addEventListener('abort', cancel, { once: true });
    waiting.add(start);
    admit();
  });
}

function isTooMany(failure: unknown): boolean {
  return failure instanceof ModelFailure && failure.code === 'model-rate-limited';
}
