import { describe, expect, it } from 'vitest';
import { createPatience, type PatienceOptions } from '../../src/llm/patience.ts';
import { createPatientLlm } from '../../src/llm/patient.ts';
import type { Llm } from '../../src/llm/llm.ts';
import { completion, deafLlm, failure, hello, scriptedLlm } from './scripted-llm.ts';

/** Patience whose waits are kept and take no time, and whose time limits end when the test says so. */
function patiently(llm: Llm, options: PatienceOptions = {}) {
  const waits: number[] = [];
  const timers: { milliseconds: number; end: () => void; isOn: boolean }[] = [];
  const patience = createPatience({
    random: () => 1,
    sleep: async (milliseconds, signal) => {
      waits.push(milliseconds);
      signal?.throwIfAborted();
    },
    startTimer: (milliseconds, end) => {
      const timer = { milliseconds, end, isOn: true };
      timers.push(timer);
      return () => void (timer.isOn = false);
    },
    ...options,
  });
  return { patient: createPatientLlm(llm, patience), waits, timers };
}

describe('a patient model', () => {
  it('gives what it gets, at once', async () => {
    const { patient, waits, timers } = patiently(scriptedLlm('Hello.'));
    expect(await patient.complete(hello)).toEqual(completion('Hello.'));
    expect(waits).toEqual([]);
    expect(patient.tries).toBe(1);
    expect(timers).toEqual([expect.objectContaining({ milliseconds: 30_000, isOn: false })]);
  });

  it.each(['model-rate-limited', 'model-overloaded', 'model-timeout', 'model-unreachable', 'model-unreadable'] as const)('tries again after %s', async (code) => {
    const { patient, waits } = patiently(scriptedLlm(failure(code), failure(code), 'Hello.'));
    expect(await patient.complete(hello)).toMatchObject({ text: 'Hello.' });
    expect(patient.tries).toBe(3);
    expect(waits).toEqual([500, 1_000]);
  });

  it.each(['model-key-rejected', 'model-quota', 'model-not-found', 'model-refused', 'model-request-rejected', 'model-truncated'] as const)('does not try again after %s', async (code) => {
    const { patient, waits } = patiently(scriptedLlm(failure(code), 'Hello.'));
    await expect(patient.complete(hello)).rejects.toMatchObject({ code });
    expect(patient.tries).toBe(1);
    expect(waits).toEqual([]);
  });

  it('does not take a bug for bad luck', async () => {
    const { patient } = patiently(scriptedLlm(new TypeError('x is not a function'), 'Hello.'));
    await expect(patient.complete(hello)).rejects.toThrow(TypeError);
    expect(patient.tries).toBe(1);
  });

  it('gives up after three tries, with the last failure', async () => {
    const { patient, waits } = patiently(scriptedLlm(failure('model-overloaded'), failure('model-overloaded'), failure('model-timeout'), 'Hello.'));
    await expect(patient.complete(hello)).rejects.toMatchObject({ code: 'model-timeout' });
    expect(patient.tries).toBe(3);
    expect(waits).toHaveLength(2);
  });

  it('waits a random part of a limit that doubles up to its own limit', async () => {
    const parts = [0, 0.5, 1, 1];
    const failures = Array.from({ length: 4 }, () => failure('model-overloaded'));
    const { patient, waits } = patiently(scriptedLlm(...failures, 'Hello.'), { tries: 5, random: () => parts.shift() ?? 0, longestWaitMs: 3_000 });
    await patient.complete(hello);
    expect(waits).toEqual([0, 500, 2_000, 3_000]);
  });

  it('waits as long as the provider wants to be left alone, and no less', async () => {
    const { patient, waits } = patiently(scriptedLlm(failure('model-rate-limited', 7_000), 'Hello.'), { random: () => 0.1 });
    await patient.complete(hello);
    expect(waits).toEqual([7_050]);
  });

  it('does not wait for an hour', async () => {
    const { patient, waits } = patiently(scriptedLlm(failure('model-rate-limited', 3_600_000), 'Hello.'));
    await expect(patient.complete(hello)).rejects.toMatchObject({ code: 'model-rate-limited', remedy: expect.stringContaining('in 60 minutes') as string });
    expect(waits).toEqual([]);
  });

  it('ends a try that takes too long, even if nobody listens, and tries again', async () => {
    const { patient, timers } = patiently(deafLlm(() => queueMicrotask(() => timers.at(-1)?.end())));
    await expect(patient.complete(hello)).rejects.toMatchObject({ code: 'model-timeout', message: 'OpenAI did not answer in time.' });
    expect(patient.tries).toBe(3);
  });

  it('tells a try that takes too long to stop', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const deaf = deafLlm(({ signal }) => {
      signals.push(signal);
      queueMicrotask(() => timers.at(-1)?.end());
    });
    const { patient, timers } = patiently(deaf, { tries: 1 });
    await expect(patient.complete(hello)).rejects.toMatchObject({ code: 'model-timeout' });
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  it('gives a stream its time anew with each piece', async () => {
    const { patient, timers } = patiently(scriptedLlm('Hey'));
    await patient.complete(hello, { onText: () => undefined });
    expect(timers.map(({ isOn }) => isOn)).toEqual([false, false, false, false]);
  });

  it('can be cancelled while it is asked', async () => {
    const controller = new AbortController();
    const reason = new Error('Esc');
    const { patient } = patiently(deafLlm(() => queueMicrotask(() => controller.abort(reason))));
    await expect(patient.complete(hello, { signal: controller.signal })).rejects.toBe(reason);
    expect(patient.tries).toBe(1);
  });

  it('can be cancelled while it waits, by its own clock', async () => {
    const controller = new AbortController();
    const reason = new Error('Esc');
    const patient = createPatientLlm(scriptedLlm(failure('model-rate-limited', 50_000), 'Hello.'), createPatience({ onWait: () => queueMicrotask(() => controller.abort(reason)) }));
    await expect(patient.complete(hello, { signal: controller.signal })).rejects.toBe(reason);
    expect(patient.tries).toBe(1);
  });

  it('is not asked when it is cancelled before', async () => {
    const { patient } = patiently(scriptedLlm('Hello.'));
    await expect(patient.complete(hello, { signal: AbortSignal.abort(new Error('Esc')) })).rejects.toThrow('Esc');
    expect(patient.tries).toBe(0);
  });

  it('says when it waits, and why', async () => {
    const said: unknown[] = [];
    const { patient } = patiently(scriptedLlm(failure('model-overloaded'), 'Hello.'), { onWait: ({ tries, waitMs, failure: { code } }) => said.push([tries, waitMs, code]) });
    await patient.complete(hello);
    expect(said).toEqual([[1, 500, 'model-overloaded']]);
  });

  const breaksAfter = (text: string) => async (_: unknown, { onText }: { onText?: (piece: string) => void }) => {
    onText?.(text);
    throw failure('model-unreachable');
  };

  it('begins a broken stream again if what was shown can be taken back', async () => {
    let shown = '';
    const { patient } = patiently(scriptedLlm(breaksAfter('Hel'), 'Hello.'));
    await patient.complete(hello, { onText: (piece) => (shown += piece), onRestart: () => (shown = '') });
    expect(shown).toBe('Hello.');
  });

  it('leaves a broken stream broken if not', async () => {
    let shown = '';
    const { patient } = patiently(scriptedLlm(breaksAfter('Hel'), 'Hello.'));
    await expect(patient.complete(hello, { onText: (piece) => (shown += piece) })).rejects.toMatchObject({ code: 'model-unreachable' });
    expect(shown).toBe('Hel');
  });

  it('tries a stream again that broke before its first piece', async () => {
    let shown = '';
    const { patient } = patiently(scriptedLlm(failure('model-unreachable'), 'Hello.'));
    await patient.complete(hello, { onText: (piece) => (shown += piece) });
    expect(shown).toBe('Hello.');
  });

  it('does not pass on what a try says after it was given up', async () => {
    let speak: (piece: string) => void = () => undefined;
    let shown = '';
    const { patient, timers } = patiently(deafLlm(({ onText }) => {
      speak = onText ?? speak;
      queueMicrotask(() => timers.at(-1)?.end());
    }), { tries: 1 });
    await expect(patient.complete(hello, { onText: (piece) => (shown += piece) })).rejects.toMatchObject({ code: 'model-timeout' });
    speak('too late');
    expect(shown).toBe('');
  });
});
