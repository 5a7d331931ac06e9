import { describe, expect, it } from 'vitest';
import { createOfflineQuestionAgent } from '../../../src/interview/agents/question.ts';
import { readWording } from '../../../src/interview/wording.ts';
import type { BankQuestion } from '../../../src/packs/bank.ts';
import type { InterviewState } from '../../../src/schemas/interview.ts';
import type { Claim } from '../../../src/schemas/resume.ts';
import { askedQuestion, givenAnswer, gradedEvaluation, interviewState } from '../../helpers/states.ts';

const vector = Float32Array.from([1, 0]);
const embedder = { id: 'test/one', embed: async (texts: string[]) => texts.map(() => vector) };
const bankQuestion: BankQuestion = {
  id: 'sql-1',
  version: 2,
  text: 'What is a transaction?',
  type: 'technical',
  domain: 'sql',
  skills: [],
  tags: [],
  difficulty: 'hard',
  reference: 'All or nothing.',
  keyPoints: [{ id: 'all', text: 'All or nothing', weight: 1, also: [] }],
  followUps: [{ keyPoint: 'all', text: 'And half of it?' }],
  hints: ['Think of money.'],
  gold: [],
  pack: 'sql',
  packHash: 'hash',
  vector,
};
const claim: Claim = { id: 'c1', text: 'Cut the bill by 34%.', page: 2, line: 9, status: 'untouched', action: 'cut', skills: ['AWS'], numbers: ['34%'], entry: null };
const agent = createOfflineQuestionAgent({ bank: [bankQuestion], embedder, wording: readWording() });

type Context = NonNullable<InterviewState['questionContext']>;

async function questionFor(intent: Context['intent'], state: Partial<InterviewState> = {}, context: Partial<Context> = {}) {
  const questionContext = { domain: 'sql', difficulty: 'medium' as const, resumeContext: [], jobRole: 'Backend Developer', intent, claim: null, ...context };
  const change = await agent(interviewState({ ...state, questionContext }));
  return change.questionAgentResponse?.question;
}

describe('the offline question agent', () => {
  it('takes a question from the bank with all that grading needs', async () => {
    expect(await questionFor('technical')).toMatchObject({
      id: 'q1',
      type: 'technical',
      text: 'What is a transaction?',
      difficulty: 'hard',
      rubric: { reference: 'All or nothing.', keyPoints: [{ id: 'all' }] },
      source: { id: 'sql-1', version: 2, pack: 'sql', packHash: 'hash' },
    });
  });

  it('names the line of the resume that a question comes from', async () => {
    const question = await questionFor('resume', {}, { claim });
    expect(question).toMatchObject({ type: 'resume', claim: { id: 'c1', page: 2, line: 9 }, rubric: { reference: null } });
    expect(question?.text).toContain('page 2, line 9');
    expect(question?.text).toContain('Cut the bill by 34%.');
    expect(question?.text.match(/\?/gu)).toHaveLength(1);
  });

  it('says in the greeting how long it takes and for which role', async () => {
    const question = await questionFor('greet', { plan: { intro: 1, resume: 0, technical: 2, behavioral: 1, situational: 0 } });
    expect(question).toMatchObject({ type: 'conversation' });
    expect(question?.text).toMatch(/4 questions.*Backend Developer/u);
  });

  it.each([
    ['a question back', 'How long does it take?', /one question at a time/],
    ['a no', 'not yet', /ready/],
    ['something unclear', 'banana', /Shall we start/],
  ])('answers %s to the greeting', async (_, reply, words) => {
    const greeting = askedQuestion({ intent: 'greet', type: 'conversation' });
    const question = await questionFor('explain', { previousQuestions: [greeting], userAnswers: [givenAnswer({ text: reply })] });
    expect(question?.text).toMatch(words);
  });

  it.each([
    ['asks for an introduction', 'yes', /yourself|your background/, ['background', 'own-work', 'outcome']],
    ['goes on from an introduction that was given at once', 'Hi, I am Jane, and I have built payment systems at a bank for six years.', /^(Thank you|Good)/, ['own-work', 'outcome']],
  ])('%s, and grades what was not said yet', async (_, reply, words, keyPoints) => {
    const greeting = askedQuestion({ intent: 'greet', type: 'conversation' });
    const question = await questionFor('intro', { previousQuestions: [greeting], userAnswers: [givenAnswer({ text: reply })] });
    expect(question).toMatchObject({ type: 'intro', text: expect.stringMatching(words) as string, rubric: { keyPoints: keyPoints.map((id) => ({ id })) } });
  });

  it('asks for the open key point in a follow-up, and grades it on that point alone', async () => {
    const question = await questionFor('follow_up', {
      previousQuestions: [askedQuestion()],
      userAnswers: [givenAnswer()],
      evaluationHistory: [{ answerId: 'a1', questionId: 'q1', evaluation: gradedEvaluation({ band: 2 }) }],
    });
    expect(question).toMatchObject({ parent: 'q1', keyPoint: 'cost', text: 'What does an index cost?', rubric: { reference: null, keyPoints: [{ id: 'cost' }] } });
  });

  it('asks a known question again before it has none', async () => {
    const settings = { ...interviewState().settings, askedBefore: ['sql-1'] };
    expect(await questionFor('technical', { settings })).toMatchObject({ source: { id: 'sql-1' } });
  });
});
