import { describe, expect, it } from 'vitest';
import { mainSequence, planQuestions, splitByShare, totalQuestions } from '../../src/interview/plan.ts';

const plenty = { claims: 50, technical: 300, behavioral: 30, situational: 30 };

describe('planQuestions', () => {
  it.each([
    [1, { intro: 1, resume: 0, technical: 0, behavioral: 0, situational: 0 }],
    [6, { intro: 1, resume: 2, technical: 2, behavioral: 1, situational: 0 }],
    [10, { intro: 1, resume: 3, technical: 4, behavioral: 1, situational: 1 }],
    [20, { intro: 1, resume: 6, technical: 9, behavioral: 2, situational: 2 }],
  ])('splits %i questions into one intro and the published shares', (questions, plan) => {
    expect(planQuestions(questions, plenty)).toEqual(plan);
  });

  it.each([1, 2, 3, 5, 8, 13, 50])('plans exactly %i questions, with a resume or without', (questions) => {
    expect(totalQuestions(planQuestions(questions, plenty))).toBe(questions);
    expect(totalQuestions(planQuestions(questions, { ...plenty, claims: 1 }))).toBe(questions);
    expect(totalQuestions(planQuestions(questions, { ...plenty, claims: 0 }))).toBe(questions);
  });

  it('asks about no more claims than there are', () => {
    expect(planQuestions(20, { ...plenty, claims: 2 }).resume).toBe(2);
    expect(planQuestions(20, { ...plenty, claims: 0 }).resume).toBe(0);
  });
});

describe('what an interview leans to', () => {
  it.each([2, 3, 4, 5, 6, 7, 10, 15])('asks who leads people at least half of %i questions about people', (questions) => {
    const { behavioral, situational, ...rest } = planQuestions(questions, plenty, 'people');
    expect(behavioral + situational).toBeGreaterThanOrEqual(questions / 2);
    expect(totalQuestions({ behavioral, situational, ...rest })).toBe(questions);
  });

  it('asks nothing technical of a trade that the bank does not know', () => {
    expect(planQuestions(10, plenty, 'unknown-trade')).toEqual({ intro: 1, resume: 4, technical: 0, behavioral: 3, situational: 2 });
    expect(planQuestions(10, { ...plenty, claims: 0 }, 'unknown-trade')).toMatchObject({ resume: 0, technical: 0 });
  });

  it.each([
    ['behavioural ones', { technical: 0, behavioral: 36, situational: 0 }, { intro: 1, resume: 3, technical: 0, behavioral: 6, situational: 0 }],
    ['technical ones', { technical: 13, behavioral: 0, situational: 0 }, { intro: 1, resume: 3, technical: 6, behavioral: 0, situational: 0 }],
    ['three', { technical: 3, behavioral: 0, situational: 0 }, { intro: 1, resume: 6, technical: 3, behavioral: 0, situational: 0 }],
  ])('asks about the resume no more than usual where the bank has only %s, unless it must', (_, bank, plan) => {
    expect(planQuestions(10, { claims: 50, ...bank })).toEqual(plan);
  });

  it('plans fewer questions where there are no more', () => {
    expect(planQuestions(10, { claims: 2, technical: 3, behavioral: 0, situational: 0 })).toEqual({ intro: 1, resume: 2, technical: 3, behavioral: 0, situational: 0 });
  });
});

describe('mainSequence', () => {
  it('goes from the intro over the resume to technical questions with the others spread among them', () => {
    const sequence = mainSequence({ intro: 1, resume: 2, technical: 4, behavioral: 1, situational: 1 });

    expect(sequence).toEqual(['intro', 'resume', 'resume', 'technical', 'technical', 'behavioral', 'technical', 'technical', 'situational']);
  });

  it('has every planned question once', () => {
    const plan = { intro: 1, resume: 0, technical: 1, behavioral: 2, situational: 3 };
    expect(mainSequence(plan)).toHaveLength(totalQuestions(plan));
  });
});

describe('splitByShare', () => {
  it.each([
    [10, { a: 1, b: 1, c: 1 }, { a: 4, b: 3, c: 3 }],
    [3, { a: 0.6, b: 0.4 }, { a: 2, b: 1 }],
    [0, { a: 1 }, { a: 0 }],
    [4, { a: 0, b: 0 }, { a: 0, b: 0 }],
  ])('splits %i by largest remainder', (total, shares, split) => {
    expect(splitByShare(total, shares)).toEqual(split);
  });
});
