import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createModelGrader } from '../../../src/grading/model-grader.ts';
import type { Agent, Saying } from '../../../src/interview/agents/agent.ts';
import { createOfflineCleaningAgent } from '../../../src/interview/agents/cleaning.ts';
import { createEvaluationAgent } from '../../../src/interview/agents/evaluation.ts';
import { createModelCleaningAgent } from '../../../src/interview/agents/model-cleaning.ts';
import { createModelQuestionAgent } from '../../../src/interview/agents/model-question.ts';
import { createModelReportAgent } from '../../../src/interview/agents/model-report.ts';
import { buildReport } from '../../../src/interview/agents/report.ts';
import { settleModels } from '../../../src/model-settings.ts';
import { openModels, type OpenModels } from '../../../src/open-models.ts';
import { summarizeResume } from '../../../src/resume/parsing/summary.ts';
import { writeSummary } from '../../../src/resume/write-summary.ts';
import type { AskedQuestion, InterviewState } from '../../../src/schemas/interview.ts';
import { breaksOff, endsEarly, failsInside, fallsSilent, hangs, says, sendsOtherJson, startChatServer, turnsAway, type ChatServer, type ChatTurn } from '../../helpers/servers/chat-server.ts';
import { interviews } from '../../helpers/servers/interviewing-model.ts';
import { askedQuestion, givenAnswer, gradedState, interviewState } from '../../helpers/states.ts';
import { understand } from '../../resume/parsing/resume-lines.ts';

let server: ChatServer;
beforeAll(async () => void (server = await startChatServer()));
afterAll(() => server.close());

/** Real models over a real connection, each with one try. */
function open({ tries = 1 } = {}): OpenModels {
  const settings = settleModels({ provider: 'openai', maxRetries: tries - 1 }, { OPENAI_BASE_URL: server.baseUrl });
  return openModels(settings, { contact: { name: 'Alex Sample' }, sessionId: null, onCall: () => undefined, cache: null });
}

type AgentModels = Record<'question' | 'cleaning' | 'grader' | 'report' | 'summary', NonNullable<OpenModels['question']>>;
const opened = (options?: { tries?: number }) => open(options) as unknown as AgentModels;

const RESUME = understand(`Alex Sample
alex@example.org
# Experience
Backend Engineer, Acme GmbH
2018 - 2022
- Cut the p99 latency of the search from 900 to 150 ms with an index in PostgreSQL.
- Moved the billing service to Kubernetes.
# Skills
PostgreSQL, Kubernetes`);

const RAW = 'Question: What is an index for?';
const question = askedQuestion();
const worded = { text: RAW, by: { provider: 'test', model: 'asker', promptHash: 'abc' } };
const response = { question, domain: 'sql', difficulty: 'medium' as const, error: null };
const answer = givenAnswer({ text: 'It finds rows without reading the whole table, says Alex Sample.' });
const waiting = interviewState({ previousQuestions: [question], userAnswers: [answer], evaluationContext: { question, answer, domain: 'sql', round: 'technical_deep_dive', difficulty: 'medium' } });

const agents = {
  question: ({ question: llm }: AgentModels): Agent => async (state, options) => {
    const offline: Agent = async () => ({ questionAgentResponse: response });
    const asked = await createModelQuestionAgent({ llm, offline })(state, options);
    return createOfflineCleaningAgent()({ ...state, ...asked });
  },
  cleaning: ({ cleaning: llm }: AgentModels): Agent => (state, options) => createModelCleaningAgent({ llm })({ ...state, questionAgentResponse: { ...response, worded } }, options),
  evaluation: ({ grader: llm }: AgentModels): Agent => (_, options) => createEvaluationAgent({ grader: createModelGrader({ llm }) })(waiting, options),
  report: ({ report: llm }: AgentModels): Agent => (_, options) => createModelReportAgent({ llm })(gradedState(), options),
};

const lastAsked = ({ previousQuestions }: Partial<InterviewState>): AskedQuestion | undefined => previousQuestions?.at(-1);
const notesOf = ({ messages }: Partial<InterviewState>): string[] => messages?.flatMap(({ role, content }) => (role === 'system' ? [content] : [])) ?? [];

/** What stands in the state when the model of an agent has failed with a sentence. */
function expectGoneOn(agent: keyof typeof agents, change: Partial<InterviewState>, sentence: string): void {
  switch (agent) {
    case 'question':
      expect([lastAsked(change)?.text, notesOf(change)]).toEqual([question.text, [`${sentence} The question stands as the pack has it.`]]);
      return;
    case 'cleaning':
      expect([lastAsked(change)?.text, notesOf(change)]).toEqual(['What is an index for?', [`${sentence} The question was tidied on this machine.`]]);
      return;
    case 'evaluation':
      expect(change.evaluationAgentResponse).toMatchObject({ status: 'ungraded', score: null, reason: sentence });
      return;
    case 'report': {
      const computed = buildReport(gradedState());
      expect(change.report).toEqual({ ...computed, notes: [...computed.notes, `${sentence} The advice was made on this machine.`] });
    }
  }
}

const AT = () => `model server at ${server.host}`;
const SPEAKING: (keyof typeof agents)[] = ['question', 'cleaning'];
const JUDGING: (keyof typeof agents)[] = ['evaluation', 'report'];
const modelOf = (agent: keyof typeof agents) => (agent === 'evaluation' ? 'gpt-4o' : 'gpt-4o-mini');

const FAILURES: [string, ChatTurn, (model: string) => string][] = [
  ['cuts its reply off', says('What is', { finish: 'length' }), (model) => `The reply of ${model} at the ${AT()} was cut off at its length limit.`],
  ['refuses', says('', { refusal: 'No.' }), (model) => `The model ${model} at the ${AT()} refused to answer.`],
  ['rejects the key', turnsAway(401), () => `The ${AT()} has no valid key from you (HTTP 401).`],
  ['has had too many requests', turnsAway(429, { headers: { 'retry-after-ms': '1' } }), () => `The ${AT()} has had too many requests from you (HTTP 429).`],
  ['breaks', turnsAway(500), () => `The ${AT()} has trouble of its own (HTTP 500).`],
  ['breaks off in the middle', breaksOff, () => `The ${AT()} cannot be reached (the connection broke off).`],
  ['sends JSON of another kind', sendsOtherJson, (model) => `The model ${model} at the ${AT()} sent a reply that cannot be used (it has another shape).`],
];

describe.each([...SPEAKING, ...JUDGING])('when the model of the %s agent', (agent) => {
  it.each(FAILURES)('%s, the interview goes on and says so', async (_, turn, sentence) => {
    server.plays(turn);
    expectGoneOn(agent, await agents[agent](opened())(interviewState()), sentence(modelOf(agent)));
  });

  it('says nothing until nobody waits any longer, the interview goes on and says so', async () => {
    server.plays(hangs);
    const controller = new AbortController();
    const before = server.requests.length;
    const going = agents[agent](opened())(interviewState(), { signal: controller.signal });
    await server.received(before + 1);
    controller.abort();
    const nobody = { question: 'Nobody waited for its wording.', cleaning: 'Nobody waited for its cleaning.', evaluation: 'Nobody waited for the grade.', report: 'Nobody waited for the advice of the model.' };
    expectGoneOn(agent, await going, nobody[agent]);
  });

  it('has had too many requests and says for how long, it is asked again', async () => {
    server.plays(turnsAway(429, { headers: { 'retry-after-ms': '1' } }), interviews);
    const before = server.requests.length;
    const change = await agents[agent](opened({ tries: 2 }))(interviewState());
    expect(server.requests.length - before).toBe(2);
    expect([...notesOf(change), ...(change.report?.notes ?? [])].join(' ')).not.toContain('too many');
    expect(change.evaluationAgentResponse?.status).toBe(agent === 'evaluation' ? 'graded' : undefined);
  });
});

describe.each(JUDGING)('when the model of the %s agent', (agent) => {
  const unfit = () => `The model ${modelOf(agent)} at the ${AT()} sent a reply that cannot be used (twice it did not have the shape that was asked for).`;

  it.each([
    ['ends its JSON in the middle', says('{"criteria": [{"id": "corr')],
    ['sends words', says('I would give it a three.')],
    ['sends another object', says('{"score": 100}')],
  ])('%s twice, the interview goes on and says so', async (_, turn) => {
    server.plays(turn);
    const before = server.requests.length;
    expectGoneOn(agent, await agents[agent](opened())(interviewState()), unfit());
    expect(server.requests.length - before).toBe(2);
  });

  it('sends half of it once, it puts it right', async () => {
    server.plays(says('{"criteria": [{"id": "corr'), interviews);
    const change = await agents[agent](opened())(interviewState());
    expect(change.report?.advisedBy?.model ?? change.evaluationAgentResponse?.status).toBe(agent === 'report' ? 'gpt-4o-mini' : 'graded');
  });
});

describe('when the model that sums a resume up', () => {
  it.each(FAILURES)('%s, the summary is the computed one and says so', async (_, turn, sentence) => {
    server.plays(turn);
    expect(await writeSummary(RESUME, null, opened().summary)).toEqual({ summary: summarizeResume(RESUME, null), notices: [`${sentence('gpt-4o-mini')} The summary was made on this machine.`] });
  });

  it.each([['sends words', says('A fine person.')], ['sends another object', says('{"points": ["One."]}')]])('%s twice, so it is too', async (_, turn) => {
    server.plays(turn);
    const { summary, notices } = await writeSummary(RESUME, null, opened().summary);
    expect(summary).toEqual(summarizeResume(RESUME, null));
    expect(notices).toEqual([expect.stringContaining('twice it did not have the shape') as string]);
  });
});

describe('what a model is saying', () => {
  const watched = async (agent: keyof typeof agents, turns: ChatTurn[], tries = 1) => {
    const sayings: Saying[] = [];
    server.plays(...turns);
    const change = await agents[agent](opened({ tries }))(interviewState(), { onSaying: (saying) => sayings.push(saying) });
    return { change, sayings, texts: sayings.map(({ text }) => text) };
  };

  it('is seen while a question comes', async () => {
    const { sayings, change } = await watched('question', [says('You know SQL. What is an index for, Alex?')]);
    expect(sayings.length).toBeGreaterThan(5);
    sayings.forEach(({ of, text }, place) => expect([of, text.startsWith(sayings[place - 1]?.text ?? '')]).toEqual(['question', true]));
    expect(sayings.at(-1)?.text).toBe(lastAsked(change)?.text);
  });

  it('is seen while feedback comes, with names and without the JSON around it', async () => {
    const { sayings, change } = await watched('evaluation', [interviews]);
    expect(sayings.length).toBeGreaterThan(2);
    for (const { of, text } of sayings) expect([of, 'Thank you, Alex Sample.'.startsWith(text)]).toEqual(['feedback', true]);
    expect(sayings.at(-1)?.text).toBe(change.evaluationAgentResponse?.feedback);
  });

  it('begins again from nothing where the connection broke', async () => {
    const { texts, change } = await watched('question', [breaksOff, says('What is an index for?')], 2);
    expect(texts.slice(0, 3)).toEqual(['Hel', '', 'What ']);
    expect(lastAsked(change)?.text).toBe('What is an index for?');
  });

  it.each([
    ['the stream breaks off', breaksOff],
    ['the stream just ends', endsEarly],
    ['an error comes in the stream', failsInside],
    ['it is cut off at its limit', says('Hel', { finish: 'length' })],
    ['the model refuses in the middle', says('Hel', { refusal: 'No.' })],
  ])('is taken back where %s for good', async (_, turn) => {
    const { texts, change } = await watched('question', [turn]);
    expect(texts).toEqual(['Hel', '']);
    expect(lastAsked(change)?.text).toBe(question.text);
  });

  it('is taken back where it falls silent and nobody waits', async () => {
    server.plays(fallsSilent);
    const controller = new AbortController();
    const texts: string[] = [];
    const going = agents.question(opened())(interviewState(), {
      signal: controller.signal,
      onSaying: ({ text }) => {
        texts.push(text);
        if (text === 'Hello') controller.abort();
      },
    });
    expect(notesOf(await going)).toEqual(['Nobody waited for its wording. The question stands as the pack has it.']);
    expect(texts).toEqual(['Hel', 'Hello', '']);
  });

  it('is taken back where feedback came in a reply that cannot be used', async () => {
    const { texts, change } = await watched('evaluation', [says('{"feedback": "Fine work."')]);
    expect(texts).toContain('Fine work.');
    expect(texts.at(-1)).toBe('');
    expect(change.evaluationAgentResponse).toMatchObject({ status: 'ungraded', feedback: '' });
  });
});
