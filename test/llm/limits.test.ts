import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLimiter } from '../../src/llm/limits.ts';
import type { Llm } from '../../src/llm/llm.ts';
import { createPatience } from '../../src/llm/patience.ts';
import { createPatientLlm } from '../../src/llm/patient.ts';
import { completion, failure, hello, scriptedLlm } from './scripted-llm.ts';

/** A call that the test ends. */
function openCall() {
  let end: (outcome?: unknown) => void = () => undefined;
  const promise = new Promise<string>((resolve, reject) => {
    end = (outcome) => (outcome instanceof Error ? reject(outcome) : resolve('done'));
  });
  return { promise, end };
}

describe('a limiter', () => {
  it('lets no more run at a time than it may, and all in the end', async () => {
    const limiter = createLimiter({ concurrency: 3 });
    let [running, most] = [0, 0];
    const work = () => limiter.run(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    });
    await Promise.all(Array.from({ length: 20 }, work));
    expect(most).toBe(3);
  });

  it('halves at a 429, once for all calls that were under way', async () => {
    const limiter = createLimiter({ concurrency: 8 });
    const calls = Array.from({ length: 8 }, openCall);
    const outcomes = calls.map(({ promise }) => limiter.run(() => promise).catch((reason: unknown) => reason));
    calls.forEach(({ end }) => end(failure('model-rate-limited')));
    await Promise.all(outcomes);
    expect(limiter.limit).toBe(4);
    await limiter.run(() => Promise.reject(failure('model-rate-limited'))).catch(() => undefined);
    await limiter.run(() => Promise.reject(failure('model-rate-limited'))).catch(() => undefined);
    await limiter.run(() => Promise.reject(failure('model-rate-limited'))).catch(() => undefined);
    expect(limiter.limit).toBe(1);
  });

  it('wins its places back with good calls, up to where it was', async () => {
    const limiter = createLimiter({ concurrency: 4, recoverAfter: 2 });
    await limiter.run(() => Promise.reject(failure('model-rate-limited'))).catch(() => undefined);
    const limits: number[] = [];
    for (let call = 0; call < 8; call += 1) {
      await limiter.run(() => Promise.resolve());
      limits.push(limiter.limit);
    }
    expect(limits).toEqual([2, 3, 3, 4, 4, 4, 4, 4]);
  });

  it('does not mind other failures', async () => {
    const limiter = createLimiter({ concurrency: 4 });
    await expect(limiter.run(() => Promise.reject(failure('model-overloaded')))).rejects.toMatchObject({ code: 'model-overloaded' });
    expect(limiter.limit).toBe(4);
  });

  it('lets a waiting call be cancelled, and its place go to the next', async () => {
    const limiter = createLimiter({ concurrency: 1 });
    const first = openCall();
    const running = limiter.run(() => first.promise);
    const controller = new AbortController();
    const cancelled = limiter.run(() => Promise.resolve('never'), controller.signal);
    const next = limiter.run(() => Promise.resolve('next'));
    controller.abort(new Error('Esc'));
    await expect(cancelled).rejects.toThrow('Esc');
    first.end();
    expect(await Promise.all([running, next])).toEqual(['done', 'next']);
  });

});

describe('a patient model with a limiter', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Answers after so many seconds, unless it is told to stop. */
  const slowLlm = (seconds: number): Llm => ({
    name: 'openai/gpt-4o',
    endpoint: { provider: 'openai', host: 'api.openai.com', model: 'gpt-4o' },
    complete: (_, { signal } = {}) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => resolve(completion('Hello.')), seconds * 1000);
        signal?.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason as Error)));
      }),
  });

  it('takes a place for each try, and gives it back', async () => {
    const limiter = createLimiter({ concurrency: 2 });
    const patient = createPatientLlm(scriptedLlm(failure('model-rate-limited', 1_000), 'Hello.'), createPatience({ limiter }));
    const asking = patient.complete(hello);
    await vi.advanceTimersByTimeAsync(0);
    expect(limiter.limit).toBe(1);
    expect(await limiter.run(() => Promise.resolve('While it waits.'))).toBe('While it waits.');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await asking).toMatchObject({ text: 'Hello.' });
  });

  it('does not count the time that a call waits for its place', async () => {
    const patient = createPatientLlm(slowLlm(20), createPatience({ tries: 1, limiter: createLimiter({ concurrency: 1 }) }));
    const asking = Promise.all([1, 2, 3, 4].map(() => patient.complete(hello)));
    await vi.advanceTimersByTimeAsync(80_000);
    expect((await asking).map(({ text }) => text)).toEqual(Array(4).fill('Hello.'));
    expect(patient.tries).toBe(4);
  });

  it('counts its time once it has its place, and lets the next one in', async () => {
    const patient = createPatientLlm(slowLlm(31), createPatience({ tries: 1, limiter: createLimiter({ concurrency: 1 }) }));
    const asking = Promise.allSettled([patient.complete(hello), patient.complete(hello)]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await asking).toMatchObject(Array(2).fill({ status: 'rejected', reason: { code: 'model-timeout' } }));
  });

  it('can be cancelled while it waits for its place', async () => {
    const patient = createPatientLlm(slowLlm(20), createPatience({ limiter: createLimiter({ concurrency: 1 }) }));
    const controller = new AbortController();
    const first = patient.complete(hello);
    const second = expect(patient.complete(hello, { signal: controller.signal })).rejects.toThrow('Esc');
    controller.abort(new Error('Esc'));
    await second;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await first).toMatchObject({ text: 'Hello.' });
    expect(patient.tries).toBe(1);
  });
});
