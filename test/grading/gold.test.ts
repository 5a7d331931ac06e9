import { describe, expect, it } from 'vitest';
import { goldAgreement, isHeldOutGold } from '../../src/grading/gold.ts';
import { createOfflineGrader } from '../../src/grading/offline-grader.ts';
import { readPackQuestions } from '../measure/pack-questions.ts';

describe('the gold answers of the built-in packs', () => {
  it('are met in their band or beside it, the held-out fifth too', async () => {
    const { tuned, heldOut } = await goldAgreement(readPackQuestions(), createOfflineGrader());
    const all = { gold: tuned.gold + heldOut.gold, exact: tuned.exact + heldOut.exact, withinOne: tuned.withinOne + heldOut.withinOne };
    for (const { gold, exact, withinOne } of [all, heldOut]) {
      expect(exact / gold).toBeGreaterThanOrEqual(0.8);
      expect(withinOne / gold).toBeGreaterThanOrEqual(0.98);
    }
  });

  it('are held out by the id of their question alone', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `domain-question-${index}`);
    const share = ids.filter(isHeldOutGold).length / ids.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.25);
    expect(isHeldOutGold('domain-question-1')).toBe(isHeldOutGold('domain-question-1'));
  });
});
