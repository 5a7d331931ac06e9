import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseFacts } from '../../src/scoring/case-facts.ts';
import { createKeptFacts } from '../../src/scoring/kept-facts.ts';

const graded: CaseFacts = { id: 'a', domain: 'sql', status: 'graded', score: 0.5, band: 3, passed: true, callFailed: false, packHash: 'p', flags: [], beside: null };

const anyFacts: fc.Arbitrary<CaseFacts> = fc.record({
  id: fc.string(),
  domain: fc.constantFrom('sql', 'tables', '__proto__'),
  status: fc.constantFrom('graded', 'ungraded'),
  score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  band: fc.constantFrom(null, 1, 2, 3, 4),
  passed: fc.constantFrom(null, true, false),
  callFailed: fc.boolean(),
  packHash: fc.constantFrom(null, 'p', 'q'),
  flags: fc.constantFrom([], ['echo'], ['echo', 'fluff']) as fc.Arbitrary<CaseFacts['flags']>,
  beside: fc.constantFrom(null, { spread: 0.1, second: { score: null, agreement: null, byModel: true, notAsked: false }, inconclusive: true, byModel: true, cached: 1, notAsked: false }),
});

it('gives back the facts of every case', () => {
  fc.assert(
    fc.property(fc.array(anyFacts), (all) => {
      const kept = createKeptFacts();
      const list = kept.list(all.map((facts) => kept.add(facts)));
      expect([...list]).toEqual(all);
      expect(all.map((_, place) => list.at(place))).toEqual(all);
      expect(list).toHaveLength(all.length);
    }),
  );
});

it('lists them in the order that is asked for', () => {
  const kept = createKeptFacts();
  const [first, second] = [kept.add(graded), kept.add({ ...graded, id: 'b', score: null })];
  expect(Array.from(kept.list([second, first, second]), ({ id }) => id)).toEqual(['b', 'a', 'b']);
});

it('lists what is added later too, and nothing beyond', () => {
  const kept = createKeptFacts();
  const rows: number[] = [];
  const list = kept.list(rows);
  expect([list.length, list.at(0)]).toEqual([0, undefined]);
  rows.push(kept.add(graded));
  expect([list.length, list.at(0), list.at(1)]).toEqual([1, graded, undefined]);
});
