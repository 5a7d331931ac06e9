import { describe, expect, it } from 'vitest';
import { createWorkQueues, type WorkQueues } from '../../src/scoring/work-queues.ts';

const THREADS = [0, 1];

/** `rounds` jobs about each of `count` questions, in turn. */
function filled(count: number, rounds: number): WorkQueues<string> {
  const queues = createWorkQueues<string>(THREADS.length);
  for (let place = 0; place < count * rounds; place++) queues.add(`Question ${place % count}?`, `Question ${place % count}?`);
  return queues;
}

/** All that a thread is given as long as it is given something. */
function all(queues: WorkQueues<string>, thread: number, idle: boolean): string[] {
  const jobs: string[] = [];
  for (let next = queues.next(thread, idle); next.length > 0; next = queues.next(thread, idle)) jobs.push(...next);
  return jobs;
}

describe('jobs of several threads', () => {
  it('are each handed out once', () => {
    const queues = filled(40, 5);
    const jobs = THREADS.flatMap((thread) => all(queues, thread, false));
    expect(jobs.sort()).toEqual(all(filled(40, 5), 0, false).concat(all(filled(40, 5), 1, false)).sort());
    expect(jobs).toHaveLength(200);
  });

  it('go to one thread for one question, in their order', () => {
    const queues = filled(40, 5);
    const [first, second] = [new Set(all(queues, 0, false)), new Set(all(queues, 1, false))];
    expect(first.size + second.size).toBe(40);
    expect(Math.min(first.size, second.size)).toBeGreaterThan(5);
  });

  it('are few at a time', () => {
    expect(filled(1, 100).next(0, true).length).toBeLessThan(10);
  });
});

describe('a thread that has nothing to do', () => {
  it('takes from another', () => {
    const queues = filled(1, 100);
    expect(THREADS.map((thread) => queues.next(thread, true).length).every((jobs) => jobs > 0)).toBe(true);
  });

  it('takes nothing as long as it still waits for something', () => {
    const queues = filled(1, 100);
    expect(THREADS.flatMap((thread) => all(queues, thread, false))).toHaveLength(100);
    expect(THREADS.filter((thread) => filled(1, 100).next(thread, false).length > 0)).toHaveLength(1);
  });

  it('takes of the questions that it took before', () => {
    const queues = filled(40, 20);
    const own = new Set(all(queues, 0, false));
    const taken = Array.from({ length: 4 }, () => queues.next(0, true)).flat();
    expect(taken.length).toBeGreaterThan(10);
    expect(new Set(taken).size).toBe(1);
    expect(own.has(taken[0] ?? '')).toBe(false);
  });

  it('leaves the last ones to the thread that knows their questions', () => {
    const queues = filled(40, 1);
    all(queues, 0, true);
    expect(all(queues, 1, false).length).toBeGreaterThan(10);
  });
});
