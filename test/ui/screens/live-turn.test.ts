import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Saying } from '../../../src/interview/agents/agent.ts';
import { createLiveTurn, SAYINGS_PER_SECOND } from '../../../src/ui/screens/live-turn.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const said = (text: string): Saying => ({ of: 'feedback', text });
const ONE_PAUSE = 1_000 / SAYINGS_PER_SECOND;

function listen() {
  const shown: string[] = [];
  return { shown, turn: createLiveTurn(({ text }) => void shown.push(text)) };
}

it('shows the first word at once, and the latest after a pause', () => {
  const { shown, turn } = listen();
  for (const text of ['You', 'You name', 'You name the', 'You name the cost']) turn.onSaying?.(said(text));
  expect(shown).toEqual(['You']);
  vi.advanceTimersByTime(ONE_PAUSE);
  expect(shown).toEqual(['You', 'You name the cost']);
});

it('draws no more often than that, however fast a model speaks', () => {
  const { shown, turn } = listen();
  for (let length = 1; length <= 1_000; length++) {
    turn.onSaying?.(said('x'.repeat(length)));
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(ONE_PAUSE);
  expect(shown.length).toBeLessThanOrEqual(SAYINGS_PER_SECOND + 2);
  expect(shown.at(-1)).toHaveLength(1_000);
});

it('shows nothing late once the final words are there', () => {
  const { shown, turn } = listen();
  turn.onSaying?.(said('a'));
  turn.onSaying?.(said('a b'));
  turn.settle();
  vi.advanceTimersByTime(10 * ONE_PAUSE);
  expect(shown).toEqual(['a']);
});

it('aborts its signal when it is stopped, and hears nothing any longer', () => {
  const { shown, turn } = listen();
  turn.stop();
  turn.onSaying?.(said('late'));
  vi.advanceTimersByTime(ONE_PAUSE);
  expect(turn.signal?.aborted).toBe(true);
  expect(shown).toEqual([]);
});
