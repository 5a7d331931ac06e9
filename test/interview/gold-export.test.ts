import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readOwnGold } from '../../src/grading/calibration-gold.ts';
import { goldOf } from '../../src/interview/gold-export.ts';
import { gradedState } from '../helpers/states.ts';

it('gives what the candidate disagreed with, in the shape that calibrate reads', () => {
  const gold = goldOf(gradedState({ disagreements: [{ answerId: 'a1', band: 4, comment: 'I named both.' }] }));
  const file = join(mkdtempSync(join(tmpdir(), 'hotseat-gold-')), 'gold.jsonl');
  writeFileSync(file, gold.map((line) => `${JSON.stringify(line)}\n`).join(''));

  expect(readOwnGold(file)).toMatchObject([{ id: 'session1/a1', band: 4, request: { answer: 'It finds rows without reading the whole table.' } }]);
});

it('gives nothing where nobody disagreed', () => {
  expect(goldOf(gradedState())).toEqual([]);
});
