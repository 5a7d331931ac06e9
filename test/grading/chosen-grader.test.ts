import { describe, expect, it } from 'vitest';
import { chosenGrader } from '../../src/grading/chosen-grader.ts';
import type { Grader, GradingRequest } from '../../src/grading/grader.ts';
import type { Llm } from '../../src/llm/llm.ts';
import { gradedEvaluation } from '../helpers/states.ts';

const request: GradingRequest = {
  question: { text: 'What is an index for?', type: 'technical', domain: 'sql', rubric: { reference: 'It finds rows fast.', keyPoints: [] } },
  answer: 'It finds rows without reading the whole table.',
};
const offline: Grader = { name: 'offline/test', grade: async () => gradedEvaluation({ gradedBy: { ...gradedEvaluation().gradedBy, provider: 'offline', model: 'test' } }) };
const llm = (model: string): Llm => ({
  name: `test/${model}`,
  endpoint: { provider: 'test', host: 'nowhere', model },
  complete: async () => ({ text: JSON.stringify({ criteria: [], keyPoints: [], strengths: [], improvements: [], feedback: '' }), usage: null, model }),
});

describe('the chosen grader', () => {
  it.each([
    ['offline alone', null, null, null, ['offline', undefined]],
    ['a model alone', llm('one'), null, null, ['one', undefined]],
    ['two models', llm('one'), llm('two'), { kind: 'openai' as const }, ['one', 'two']],
    ['a model with offline beside it', llm('one'), null, { kind: 'offline' as const }, ['one', 'offline']],
    ['offline with a model beside it', null, llm('two'), { kind: 'openai' as const }, ['offline', 'two']],
    ['offline beside offline, which is offline alone', null, null, { kind: 'offline' as const }, ['offline', undefined]],
    ['a second model that is left out because the interview went offline', null, null, { kind: 'openai' as const }, ['offline', undefined]],
  ])('is %s', async (_, grader, secondGrader, choice, expected) => {
    const chosen = chosenGrader({ models: { grader, secondGrader }, settings: { samples: 1, secondGrader: choice }, offline });
    const { gradedBy, second } = await chosen.grade(request);
    const nameOf = (one?: typeof gradedBy) => (one?.provider === 'offline' ? 'offline' : one?.model);
    expect([nameOf(gradedBy), nameOf(second?.gradedBy)]).toEqual(expected);
  });
});
