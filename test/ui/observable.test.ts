import { expect, it, vi } from 'vitest';
import { createVariable, whileSteady } from '../../src/ui/observable.ts';

it('tells what changes, and keeps it back while it is not steady', () => {
  const value = createVariable('a');
  const steady = createVariable(true);
  const held = whileSteady(value, steady);
  const listener = vi.fn();
  const stop = held.subscribe(listener);

  value.set('b');
  expect([held.get(), listener.mock.calls.length]).toEqual(['b', 1]);
  steady.set(false);
  value.set('c');
  expect([held.get(), listener.mock.calls.length]).toEqual(['b', 1]);
  steady.set(true);
  expect([held.get(), listener.mock.calls.length]).toEqual(['c', 2]);
  stop();
  value.set('d');
  expect(listener).toHaveBeenCalledTimes(2);
});
