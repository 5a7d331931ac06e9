import { HotseatError } from '../errors.ts';
import type { Limiter } from './limits.ts';

export interface Attempt {
  /** From 1. */
  number: number;
  /** Aborts when the caller cancels or the try takes too long. */
  signal: AbortSignal;
  /** Says that the other side is at work: the time limit begins anew. */
  alive: () => void;
}

export interface PatientCall {
  signal?: AbortSignal;
  /** What a try that took too long rejects with. */
  tooSlow: () => HotseatError;
  /** Says no when what has happened so far cannot be undone. */
  mayRepeat?: () => boolean;
}

/**
 * Makes a call up to a number of times. Rejects with the last failure, and at
 * once with the signal's reason when it is cancelled, even in the middle of a
 * wait and even if the call itself does not listen.
 */
export type Patience = <T>(call: (attempt: Attempt) => Promise<T>, options: PatientCall) => Promise<T>;

export interface PatienceOptions {
  /** For one try, in milliseconds. */
  limitMs?: number;
  tries?: number;
  /** The first wait is at most this; each further one at most twice the one before. */
  firstWaitMs?: number;
  longestWaitMs?: number;
  /** A provider that wants to be left alone for longer than this is not waited for. */
  longestRetryAfterMs?: number;
  /** Each try waits for a place of its own, and its time begins when it has it. */
  limiter?: Limiter;
  onWait?: (wait: { tries: number; waitMs: number; failure: HotseatError }) => void;
  sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  random?: () => number;
  /** Runs something later; gives what stops it. */
  startTimer?: (milliseconds: number, onEnd: () => void) => () => void;
}

/**
 * The one place for time limits and repeated tries: clients and adapters have
 * none of their own.
 *
 * Waits grow exponentially with full jitter (each is a random part of its
 * limit), so that many callers do not come back at once. What a provider says
 * in `Retry-After` goes first. Only a failure that says it is passing is tried
 * again: a wrong key, an empty account or a refusal does not get better.
 */
export function createPatience(options: PatienceOptions = {}): Patience {
  const { limitMs = 30_000, tries = 3, limiter, onWait, sleep = sleepFor, startTimer = startTimeout } = options;

  return async (call, { signal, tooSlow, mayRepeat }) => {
    for (let number = 1; ; number += 1) {
      signal?.throwIfAborted();
      const attempt = () => limited(call, { number, limitMs, startTimer, signal, tooSlow });
      try {
        return await (limiter ? limiter.run(attempt, signal) : attempt());
      } catch (failure) {
        signal?.throwIfAborted();
        const waitMs = waitAfter(failure, number, options);
        if (number >= tries || waitMs === undefined || mayRepeat?.() === false) throw failure;
        if (failure instanceof HotseatError) onWait?.({ tries: number, waitMs, failure });
        await sleep(waitMs, signal);
      }
    }
  };
}

/** How long to wait before the next try; undefined when there is no sense in one. */
function waitAfter(failure: unknown, tries: number, options: PatienceOptions): number | undefined {
  const { firstWaitMs = 500, longestWaitMs = 8_000, longestRetryAfterMs = 60_000, random = Math.random } = options;
  if (!isPassing(failure)) return undefined;
  const jitter = random() * Math.min(longestWaitMs, firstWaitMs * 2 ** (tries - 1));
  if (failure.retryAfterMs === undefined) return jitter;
  return failure.retryAfterMs > longestRetryAfterMs ? undefined : failure.retryAfterMs + random() * firstWaitMs;
}

function isPassing(failure: unknown): failure is HotseatError & { retryAfterMs?: number } {
  return failure instanceof HotseatError && 'passing' in failure && failure.passing === true;
}

interface Limits extends PatientCall {
  number: number;
  limitMs: number;
  startTimer: (milliseconds: number, onEnd: () => void) => () => void;
}

async function limited<T>(call: (attempt: Attempt) => Promise<T>, { number, limitMs, startTimer, signal, tooSlow }: Limits): Promise<T> {
  const controller = new AbortController();
  const start = () => startTimer(limitMs, () => controller.abort(tooSlow()));
  const cancel = () => controller.abort(signal?.reason);
  let stopTimer = start();
  const alive = () => {
    stopTimer();
    stopTimer = start();
  };
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await Promise.race([call({ number, signal: controller.signal, alive }), abortOf(controller.signal)]);
  } finally {
    stopTimer();
    signal?.removeEventListener('abort', cancel);
  }
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

function startTimeout(milliseconds: number, onEnd: () => void): () => void {
  const timer = setTimeout(onEnd, milliseconds);
  return () => clearTimeout(timer);
}

function sleepFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', cancel);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', cancel, { once: true });
  });
}
