import { describe, expect, it } from 'vitest';
import { goldAgreement, isHeldOutGold } from '../../src/grading/gold.ts';
import { createOfflineGrader } from '../../src/grading/offline-grader.ts';
import { readPackQuestions } from '../measure/pack-questions.ts';

describe('the gold answers of the built-in packs', () => {
  it('are met in their band or beside it, the held-out fifth too', async () => {
    const { all, tuned, heldOut } = await goldAgreement(readPackQuestions(), createOfflineGrader());
    expect(all.gold).toBe(tuned.gold + heldOut.gold);
    for (const { gold, exact, withinOne } of [all, heldOut]) {
      expect(exact / gold).toBeGreaterThanOrEqual(0.8);
      expect(withinOne / gold).toBeGreaterThanOrEqual(0.98);
    }
  });

  it('are held out by the id of their question, one in five, the same ones on every machine', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `domain-question-${index}`);
    const share = ids.filter(isHeldOutGold).length / ids.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.25);
    expect(ids.slice(0, 12).filter(isHeldOutGold)).toEqual(['domain-question-4', 'domain-question-9', 'domain-question-10']);
  });
});
