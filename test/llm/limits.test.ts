import { describe, expect, it } from 'vitest';
import { createLimitedLlm, createLimiter } from '../../src/llm/limits.ts';
import { failure, hello, scriptedLlm } from './scripted-llm.ts';

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

  it('stands before a model', async () => {
    const limiter = createLimiter({ concurrency: 2 });
    const llm = createLimitedLlm(scriptedLlm(failure('model-rate-limited'), 'Hello.'), limiter);
    await expect(llm.complete(hello)).rejects.toMatchObject({ code: 'model-rate-limited' });
    expect(limiter.limit).toBe(1);
    expect(await llm.complete(hello)).toMatchObject({ text: 'Hello.' });
  });
});
