import { afterAll, describe, expect, it } from 'vitest';
import { createOfflineGrader } from '../../src/grading/offline-grader.ts';
import { openInterviewer, openOfflineInterviewer, type InterviewModels, type InterviewServices } from '../../src/interview/interviewer.ts';
import { openSession } from '../../src/interview/open-session.ts';
import type { InterviewEvent, InterviewSession, Turn } from '../../src/interview/session.ts';
import { readWording } from '../../src/interview/wording.ts';
import type { BankQuestion } from '../../src/packs/bank.ts';
import type { ModelChoice } from '../../src/schemas/model-choice.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { createMemoryIndex } from '../../src/vectors/memory.ts';
import { newHome } from '../helpers/hotseat.ts';
import { down, hangs, scriptedModel } from '../helpers/scripted-model.ts';
import { askedQuestion, interviewState } from '../helpers/states.ts';

const { rubric, followUps, hints } = askedQuestion();
const bank: BankQuestion[] = [0, 1].map((place) => ({
  id: `sql-${place}`, version: 1, text: ['What is an index for?', 'When would you drop an index?'][place] ?? '', type: 'technical', domain: 'sql', skills: [], tags: [], difficulty: 'medium',
  reference: rubric.reference ?? '', keyPoints: rubric.keyPoints, followUps, hints, gold: [], pack: 'sql', packHash: 'abc', vector: Float32Array.from([place, 1 - place]),
}));

const use = { calls: 3, failed: 0, inputTokens: 1, outputTokens: 1, costUsd: null, latencyMs: 1, hosts: ['nowhere'] };
const offline: InterviewModels = { question: null, cleaning: null, grader: null, secondGrader: null, summary: null, report: null, use: () => use };

const NOBODY = { person: { name: null, emails: [], phones: [], links: [] }, sessionId: 's1', wording: readWording() };
const KEPT = { clarify: NOBODY.wording.clarify, save: async (_: unknown, revision: number) => revision + 1, saveDraft: async () => undefined };

const store = openSqliteStore(newHome());
afterAll(() => store.close());

function servicesWith(models: InterviewModels, question: ModelChoice = { kind: 'offline' }): InterviewServices {
  return {
    store,
    index: createMemoryIndex(),
    embedder: { id: 'test/one', embed: async (texts) => texts.map(() => Float32Array.from([0, 1])) },
    grader: createOfflineGrader(),
    models: () => models,
    onWork: () => undefined,
    config: { packs: [], models: { samples: 1, agents: { question } } },
  };
}

function sessionWith(models: Partial<InterviewModels>): { session: InterviewSession; services: InterviewServices } {
  const all = { ...offline, ...models };
  const services = servicesWith(all);
  const state = interviewState({ status: 'ready', plan: { intro: 0, resume: 0, technical: 2, behavioral: 0, situational: 0 }, domainPlan: { sql: 2 } });
  const held = { ...NOBODY, models: all };
  const parts = { interviewer: openInterviewer(held, bank, services), openOffline: () => openOfflineInterviewer(held, bank, services), ...KEPT };
  return { session: openSession({ state, revision: 0, draft: '' }, parts), services };
}

async function told(events: AsyncIterable<InterviewEvent>): Promise<InterviewEvent[]> {
  const list: InterviewEvent[] = [];
  for await (const event of events) list.push(event);
  return list;
}

const messages = (events: InterviewEvent[]) => events.flatMap((event) => (event.type === 'message' ? [event.text] : []));
const questions = (events: InterviewEvent[]) => events.flatMap((event) => (event.type === 'question' ? [event.question.text] : []));
const ANSWER = 'It finds rows without reading the whole table, and it costs time at every write.';

describe('an interview with models', () => {
  it.each(['question', 'cleaning', 'grader', 'secondGrader', 'summary', 'report'] as const)('counts what they took where the %s agent has one', (agent) => {
    const { session } = sessionWith({ [agent]: scriptedModel('Why?') });
    expect(session.use).toEqual(use);
  });

  it('counts nothing where none has one', () => {
    expect(sessionWith({}).session.use).toBeNull();
  });

  it('goes on at once when nobody waits for a turn: nothing is graded, and the question stands as it is', async () => {
    const grader = scriptedModel(hangs);
    const question = scriptedModel('You know SQL. What would you use an index for?', hangs);
    const { session } = sessionWith({ grader, question });
    await told(session.begin());
    expect(questions(await told(session.answer('yes')))).toEqual(['You know SQL. What would you use an index for?']);

    const controller = new AbortController();
    const turn: Turn = { signal: controller.signal };
    const going = told(session.answer(ANSWER, turn));
    while (grader.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    const events = await going;
    expect(messages(events)).toEqual([expect.stringMatching(/^This answer is saved\./u) as string, 'Nobody waited for its wording. The question stands as the pack has it.']);
    expect(bank.map(({ text }) => text)).toContain(questions(events)[0]);
    expect(session.state.evaluationHistory.at(-1)?.evaluation).toMatchObject({ status: 'ungraded', reason: 'Nobody waited for the grade.', score: null });
    expect(question.asked).toHaveLength(1);
  });

  it('reports offline when nobody waits for the advice', async () => {
    const report = scriptedModel(hangs);
    const { session } = sessionWith({ report });
    await told(session.begin());
    await told(session.answer('yes'));
    await told(session.answer(ANSWER));
    const controller = new AbortController();
    const going = told(session.end({ signal: controller.signal }));
    while (report.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await going;
    expect(session.state.report).toMatchObject({ graded: 1, notes: expect.arrayContaining(['Nobody waited for the advice of the model. The advice was made on this machine.']) as string[] });
  });

  it('comes to its end with every model down', async () => {
    const { session } = sessionWith({ question: scriptedModel(down), cleaning: scriptedModel(down), grader: scriptedModel(down), report: scriptedModel(down) });
    await told(session.begin());
    const first = await told(session.answer('yes'));
    expect(messages(first)).toEqual([`${down.message} The question stands as the pack has it.`]);
    for (const words of [ANSWER, ANSWER, 'Bye.']) await told(session.answer(words));
    expect(session.state.report).toMatchObject({ overallScore: null, graded: 0, ungraded: 2, hiringRecommendation: 'insufficient evidence' });
  });

  it('has every question of a tuned model cleaned, and shows the cleaned one alone', async () => {
    const [question, cleaning] = [scriptedModel('You know SQL. What is an index for?'), scriptedModel('What would you use an index for?')];
    const all = { ...offline, question, cleaning };
    const services = servicesWith(all, { kind: 'huggingface', model: 'org/tuned', token: null, endpointUrl: 'http://localhost', alpaca: true });
    const interviewer = openInterviewer({ ...NOBODY, models: all }, bank, services);
    const state = interviewState({ status: 'ready', plan: { intro: 0, resume: 0, technical: 1, behavioral: 0, situational: 0 }, domainPlan: { sql: 1 } });
    const session = openSession({ state, revision: 0, draft: '' }, { interviewer, openOffline: () => interviewer, ...KEPT });
    const shown: string[] = [];
    await told(session.begin());
    const events = await told(session.answer('yes', { onSaying: ({ text }) => shown.push(text) }));
    expect(questions(events)).toEqual(['What would you use an index for?']);
    expect(shown.at(-1)).toBe('What would you use an index for?');
    expect(shown.join()).not.toContain('SQL');
  });
});
