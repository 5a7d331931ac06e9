import { describe, expect, it } from 'vitest';
import type { BankQuestion } from '../../src/packs/bank.ts';
import { chooseQuestion, type Wish } from '../../src/packs/choose.ts';

const direction = (degrees: number): Float32Array => Float32Array.from([Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]);

/** A question whose meaning is a direction in the plane. */
function question(id: string, degrees: number, more: Partial<BankQuestion> = {}): BankQuestion {
  return {
    id,
    version: 1,
    text: id,
    type: 'technical',
    domain: 'sql',
    skills: [],
    tags: [],
    difficulty: 'medium',
    reference: 'r',
    keyPoints: [],
    followUps: [],
    hints: [],
    gold: [],
    pack: 'p',
    packHash: 'h',
    vector: direction(degrees),
    ...more,
  };
}

const wish = (more: Partial<Wish> = {}): Wish => ({
  type: 'technical',
  domains: { sql: 1 },
  difficulty: 'medium',
  meaning: Float32Array.from([1, 0]),
  asked: [],
  chance: () => 0,
  ...more,
});

describe('chooseQuestion', () => {
  it.each<[string, BankQuestion[], Partial<Wish>, string | undefined]>([
    ['takes the nearest in meaning', [question('far', 90), question('near', 10)], {}, 'near'],
    ['takes the difficulty that is wanted', [question('easy', 10, { difficulty: 'easy' }), question('medium', 20)], {}, 'medium'],
    ['stays in the domains of the plan', [question('other', 0, { domain: 'css' }), question('planned', 80)], {}, 'planned'],
    ['leaves the plan before it repeats itself', [question('sql', 0), question('css', 60, { domain: 'css' })], { asked: ['sql'] }, 'css'],
    ['asks nothing that was asked', [question('asked', 0)], { asked: ['asked'] }, undefined],
    ['asks nothing that means the same as what was asked', [question('asked', 0), question('same', 20), question('new', 70)], { asked: ['asked'] }, 'new'],
    ['leaves a subject that was just asked about for another', [question('asked', 0), question('near', 35), question('far', 65)], { asked: ['asked'], meaning: direction(45) }, 'far'],
    ['takes the domain that the plan wants most', [question('css', 10, { domain: 'css' }), question('sql', 10)], { domains: { css: 1, sql: 3 } }, 'sql'],
    ['asks nothing like what the last interviews asked, whatever its difficulty', [question('old', 0), question('same', 15), question('new', 60, { difficulty: 'hard' })], { asked: ['old'] }, 'new'],
    ['asks only the wanted type', [question('story', 0, { type: 'behavioral' }), question('fact', 80)], {}, 'fact'],
    ['takes any domain when the plan names none', [question('css', 0, { domain: 'css' })], { domains: {} }, 'css'],
    ['breaks a tie by the seed', [question('a', 10), question('b', 10)], { chance: (id) => (id === 'b' ? 1 : 0) }, 'b'],
    ['has nothing to give from an empty bank', [], {}, undefined],
  ])('%s', (_, bank, more, chosen) => {
    expect(chooseQuestion(bank, wish(more))?.id).toBe(chosen);
  });

  it('does not depend on the order of the bank', () => {
    const bank = [question('a', 10), question('b', 10), question('c', 40)];
    expect(chooseQuestion(bank, wish())?.id).toBe(chooseQuestion([...bank].reverse(), wish())?.id);
  });
});
