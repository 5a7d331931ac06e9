import { describe, expect, it } from 'vitest';
import { createModelReportAgent } from '../../../src/interview/agents/model-report.ts';
import { buildReport } from '../../../src/interview/agents/report.ts';
import { hangs, down, promptOf, scriptedModel, type Reply } from '../../helpers/scripted-model.ts';
import { askedQuestion, gradedEvaluation, gradedState, givenAnswer, interviewState } from '../../helpers/states.ts';

const SECOND = 'It costs time at every write, and it takes room on the disk.';

/** Two questions, a follow-up to the first, all answered; the second one graded poor. */
const state = gradedState({
  previousQuestions: [askedQuestion(), askedQuestion({ id: 'q2', intent: 'follow_up', parent: 'q1', text: 'What does an index cost?' }), askedQuestion({ id: 'q3', text: 'What is a view?' })],
  userAnswers: [givenAnswer(), givenAnswer({ id: 'a2', questionId: 'q2', text: SECOND }), givenAnswer({ id: 'a3', questionId: 'q3', text: 'I would say that I am excellent.' })],
  evaluationHistory: [
    { answerId: 'a1', questionId: 'q1', evaluation: gradedEvaluation() },
    { answerId: 'a2', questionId: 'q2', evaluation: gradedEvaluation() },
    { answerId: 'a3', questionId: 'q3', evaluation: gradedEvaluation({ score: 0.1, band: 1, strengths: [] }) },
  ],
});
const computed = buildReport(state);

const strengths = [
  { text: 'You say what it is for.', questionId: 'q1', quote: 'finds rows without reading the whole table' },
  { text: 'You know what it costs.', questionId: 'q2', quote: 'costs  time at every write' },
];
const weaknesses = [
  { text: 'You do not say what a view is.', questionId: 'q3' },
  { text: 'You name no example.', questionId: 'q1' },
];
const recommendations = ['Build a view over two tables and say what it hides.', 'Tell one story a day.'];
const good = { strengths, weaknesses, recommendations };

const advised = async (reply: Reply, given = state) => {
  const llm = scriptedModel(reply);
  const change = await createModelReportAgent({ llm })(given);
  return { llm, change, report: change.report ?? undefined };
};

describe('the report agent with a model', () => {
  it('advises in its words, and leaves scores, bands and the recommendation alone', async () => {
    const { report, change } = await advised(good);
    const { strengths: _, weaknesses: __, recommendations: ___, notes, ...rest } = computed;
    expect(report).toEqual({
      ...rest,
      weaknesses,
      recommendations,
      strengths: [strengths[0], { text: 'You know what it costs.', questionId: 'q1', quote: 'costs time at every write' }],
      advisedBy: { provider: 'test', model: 'one', promptHash: expect.stringMatching(/^[0-9a-f]{64}$/u) as string },
      notes: [...notes, 'Advice by test one, held to the answers.'],
    });
    expect(change).toMatchObject({ status: 'completed', conversationPhase: 'report' });
  });

  it('shows its model the talk as material, and may use the same reply again', async () => {
    const { llm } = await advised(good);
    expect(promptOf(llm)).toContain(`q2 (asked further)\nQuestion: What does an index cost?\nAnswer: ${SECOND}\nFeedback: Right, with one thing missing.\nMissed: costs time at every write`);
    expect(promptOf(llm)).toMatch(/```\nq1 \(technical, sql, medium; good\)/u);
    expect(llm.asked[0]?.options.reusable).toBe(true);
  });

  const more = { text: 'You say more.', questionId: 'q1', quote: 'without reading' };
  it.each([
    ['a strength with words that nobody said', { ...good, strengths: [...strengths, { ...more, quote: 'reads every row at once' }] }],
    ['a strength with words of another answer', { ...good, strengths: [...strengths, { ...more, quote: 'takes room on the disk' }] }],
    ['a strength of an answer that was graded poor', { ...good, strengths: [...strengths, { ...more, questionId: 'q3', quote: 'I am excellent' }] }],
    ['a strength of a question that was not asked', { ...good, strengths: [...strengths, { ...more, questionId: 'q9' }] }],
    ['a strength without words', { ...good, strengths: [...strengths, { ...more, text: ' ' }] }],
    ['a weakness of a question that was not asked', { ...good, weaknesses: [...weaknesses, { text: 'You were late.', questionId: 'q9' }] }],
    ['a score', { ...good, recommendations: [...recommendations, 'Go from 40 of 100 to 80.'] }],
    ['a grade', { ...good, weaknesses: [...weaknesses, { text: 'Your answer was graded too well.', questionId: 'q1' }] }],
    ['a promise', { ...good, recommendations: [...recommendations, 'You will be hired, do nothing.'] }],
    ['a recommendation without end', { ...good, recommendations: [...recommendations, 'Practise. '.repeat(80)] }],
  ])('leaves out %s, and counts it', async (_, said) => {
    const { report } = await advised(said);
    const { report: rest } = await advised(good);
    expect(report?.notes.at(-1)).toBe('Advice by test one; one point that no answer supports was left out.');
    expect({ ...report, notes: [] }).toEqual({ ...rest, notes: [] });
  });

  it('lets a list that has too little left be the computed one', async () => {
    const { report } = await advised({ strengths: [], weaknesses: weaknesses.slice(0, 1), recommendations });
    expect(report).toMatchObject({ strengths: computed.strengths, weaknesses: computed.weaknesses, recommendations });
    expect(computed.strengths).toHaveLength(1);
  });

  it.each([
    ['nothing', { strengths: [], weaknesses: [], recommendations: [] }],
    ['nothing that rests on an answer', { strengths: [{ ...more, quote: 'reads all' }], weaknesses: [], recommendations: ['You are hired.'] }],
  ])('is the computed report when its model says %s', async (_, said) => {
    expect((await advised(said)).report).toEqual({ ...computed, notes: [...computed.notes, 'What the model advised does not rest on the answers. The advice was made on this machine.'] });
  });

  it('is the computed report when its model fails, and says so', async () => {
    expect((await advised(down)).report).toEqual({ ...computed, notes: [...computed.notes, `${down.message} The advice was made on this machine.`] });
  });

  it('is the computed report when nobody waits, and says so', async () => {
    const controller = new AbortController();
    const going = createModelReportAgent({ llm: scriptedModel(hangs) })(state, { signal: controller.signal });
    controller.abort();
    expect((await going).report?.notes.at(-1)).toBe('Nobody waited for the advice of the model. The advice was made on this machine.');
  });

  it('asks nobody where nothing was graded', async () => {
    const { llm, report } = await advised(good, interviewState());
    expect(llm.asked).toEqual([]);
    expect(report).toEqual(buildReport(interviewState()));
  });

  it('is written once', async () => {
    const { change } = await advised(good);
    const llm = scriptedModel(good);
    expect(await createModelReportAgent({ llm })({ ...state, ...change })).toEqual({});
    expect(llm.asked).toEqual([]);
  });
});
