import { describe, expect, it } from 'vitest';
import { createModelGrader } from '../../../src/grading/model-grader.ts';
import { createEvaluationAgent } from '../../../src/interview/agents/evaluation.ts';
import { scriptedModel, type Reply } from '../../helpers/scripted-model.ts';
import { askedQuestion, givenAnswer, interviewState } from '../../helpers/states.ts';

const question = askedQuestion();
const answer = givenAnswer({ text: 'It finds rows without reading the whole table, which is what I used it for.' });
const state = interviewState({ evaluationContext: { question, answer, domain: 'sql', round: 'technical_deep_dive', difficulty: 'medium' } });

const grade = (band: number, feedback: string) => ({
  criteria: ['correctness', 'completeness', 'clarity'].map((id) => ({ id, band, quotes: ['finds rows without reading the whole table'] })),
  keyPoints: [],
  strengths: [],
  improvements: [],
  feedback,
});

async function graded(samples: number, replies: Reply[], isWatched = true) {
  const llm = scriptedModel(...replies);
  const shown: string[] = [];
  const agent = createEvaluationAgent({ grader: createModelGrader({ llm, samples }) });
  const change = await agent(state, isWatched ? { onSaying: ({ of, text }) => shown.push(`${of}: ${text}`) } : {});
  return { llm, shown, evaluation: change.evaluationAgentResponse };
}

describe('feedback of a model', () => {
  it('is shown while it comes', async () => {
    const { shown, evaluation } = await graded(1, [grade(3, 'Right, say more.')]);
    expect(shown).toEqual(['feedback: Right, ', 'feedback: Right, say ', 'feedback: Right, say more.']);
    expect(evaluation).toMatchObject({ status: 'graded', feedback: 'Right, say more.' });
  });

  it('is that of the first sample alone', async () => {
    const { shown, llm } = await graded(3, [grade(3, 'First.'), grade(4, 'Second.'), grade(2, 'Third.')]);
    expect(shown.at(-1)).toBe('feedback: First.');
    expect(shown.join()).not.toMatch(/Second|Third/u);
    expect(llm.asked.map(({ options }) => options.onText !== undefined)).toEqual([true, false, false]);
  });

  it('is not streamed where nobody looks', async () => {
    const { llm } = await graded(1, [grade(3, 'Right.')], false);
    expect(llm.asked[0]?.options.onText).toBeUndefined();
  });

  it.each([
    [1, [true]],
    [2, [false, false]],
  ])('of %i samples may be used again: %j', async (samples, reusable) => {
    const { llm } = await graded(samples, [grade(3, 'Right.')]);
    expect(llm.asked.map(({ options }) => options.reusable)).toEqual(reusable);
  });
});
