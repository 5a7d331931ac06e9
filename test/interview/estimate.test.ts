import { describe, expect, it } from 'vitest';
import { estimateInterview, type PricedEndpoint, type PricedEndpoints, type EstimateWishes } from '../../src/interview/estimate.ts';

/** A dollar for a thousand tokens, so that sums are easy to see. */
const priced = (model: string): PricedEndpoint => ({ provider: 'openai', host: 'api.openai.com', model, cost: ({ inputTokens, outputTokens }) => (inputTokens + outputTokens) / 1_000 });
const free = (model: string): PricedEndpoint => ({ ...priced(model), host: '127.0.0.1:11434', cost: () => null });

const NOBODY: PricedEndpoints = { question: null, cleaning: null, grader: null, secondGrader: null, summary: null, report: null };
const EVERYBODY: PricedEndpoints = { question: priced('small'), cleaning: priced('small'), grader: priced('strong'), secondGrader: null, summary: priced('small'), report: priced('small') };
const wishes: EstimateWishes = { questions: 8, mode: 'coach', resume: true, samples: 1 };

const estimate = (endpoints: PricedEndpoints, changes: Partial<EstimateWishes> = {}) => estimateInterview({ ...wishes, ...changes }, endpoints, '2026-04');
const callsOf = (...given: Parameters<typeof estimate>) => Object.fromEntries(estimate(...given).agents.map(({ agent, calls }) => [agent, calls]));

describe('the estimate of an interview', () => {
  it('is nothing at all without a model', () => {
    expect(estimate(NOBODY)).toEqual({ agents: [], calls: 0, inputTokens: 0, outputTokens: 0, costUsd: 0, pricesAsOf: '2026-04', assumptions: [] });
  });

  it('counts the calls of each agent, follow-ups among them', () => {
    expect(callsOf(EVERYBODY)).toEqual({ question: 7, cleaning: 2, grader: 12, summary: 1, report: 1 });
  });

  it.each<[string, PricedEndpoints, Partial<EstimateWishes>, Record<string, number>]>([
    ['grades as often as there are samples, by each grader', { ...NOBODY, grader: priced('a'), secondGrader: priced('b') }, { samples: 3 }, { grader: 36, secondGrader: 36 }],
    ['grades nothing in practice mode, and has nothing to advise', EVERYBODY, { mode: 'practice' }, { question: 7, cleaning: 2, summary: 1 }],
    ['sums up no resume where there is none', EVERYBODY, { resume: false }, { question: 7, cleaning: 2, grader: 12, report: 1 }],
    ['words no question beside the introduction where there is no other', EVERYBODY, { questions: 1 }, { grader: 2, summary: 1, report: 1 }],
    ['tidies nothing that no model wrote', { ...EVERYBODY, question: null }, {}, { grader: 12, summary: 1, report: 1 }],
  ])('%s', (_, endpoints, changes, calls) => {
    expect(callsOf(endpoints, changes)).toEqual(calls);
  });

  it('adds up what the agents take', () => {
    const { agents, calls, inputTokens, outputTokens, costUsd } = estimate(EVERYBODY);
    expect(calls).toBe(agents.reduce((sum, agent) => sum + agent.calls, 0));
    expect(costUsd).toBeCloseTo((inputTokens + outputTokens) / 1_000, 6);
  });

  it('knows no cost where one price is missing', () => {
    const { agents, costUsd } = estimate({ ...EVERYBODY, question: free('local') });
    expect(costUsd).toBeNull();
    expect(agents.map(({ costUsd: one }) => one === null)).toEqual([true, false, false, false, false]);
  });

  it('gives what it takes for granted', () => {
    expect(estimate({ ...EVERYBODY, secondGrader: priced('b') }, { samples: 2 }).assumptions).toEqual([
      '8 main questions and 4 follow-ups, one for every second question.',
      'Answers of about 200 words, and four letters a token.',
      'Each answer is graded 2 times by each of the two graders.',
      'Every fourth question has to be tidied.',
      'The resume is not yet summed up for this role.',
      'No call fails and is tried again, and no reply is used a second time.',
    ]);
    expect(estimate(EVERYBODY, { mode: 'practice', questions: 1 }).assumptions[0]).toBe('1 main question; nothing is graded in practice mode.');
  });
});
