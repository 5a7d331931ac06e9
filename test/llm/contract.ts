import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ModelError } from '../../src/errors.ts';
import type { CompleteOptions, Llm, Message } from '../../src/llm/llm.ts';
import { ModelFailure } from '../../src/llm/model-failure.ts';
import {
  breaksOff, endsEarly, failsInside, fallsSilent, hangs, hangsUp, redirectsTo, says, sendsOtherJson, sendsPage, sendsRubbish, startChatServer, turnsAway,
  type ChatServer, type ChatTurn,
} from '../helpers/servers/chat-server.ts';

export const PLANTED_KEY = 'sk-planted-0123456789abcdef';
export const SECRET = 'My private answer about walruses.';
const asked: Message[] = [
  { role: 'system', content: 'You ask questions.' },
  { role: 'user', content: SECRET },
];

/** Everything that could be printed of an error: fields, stack, causes, hidden ones too. */
export function everythingIn(error: unknown): string {
  return inspect(error, { depth: 20, showHidden: true, getters: true });
}

/** What a model that fails looks like, whoever is asked and however. */
const FAILURES: [string, ChatTurn, string, { passing: boolean }][] = [
  ['rejects the key', turnsAway(401, { code: 'invalid_api_key' }), 'model-key-rejected', { passing: false }],
  ['forbids it', turnsAway(403), 'model-key-rejected', { passing: false }],
  ['wants money', turnsAway(402), 'model-quota', { passing: false }],
  ['has no credit left', turnsAway(429, { code: 'insufficient_quota' }), 'model-quota', { passing: false }],
  ['does not know the model', turnsAway(404, { code: 'model_not_found' }), 'model-not-found', { passing: false }],
  ['does not take the request', turnsAway(400), 'model-request-rejected', { passing: false }],
  ['cannot process the request', turnsAway(422), 'model-request-rejected', { passing: false }],
  ['filters the content', turnsAway(400, { code: 'content_filter' }), 'model-refused', { passing: false }],
  ['has had too many requests', turnsAway(429, { code: 'rate_limit_exceeded' }), 'model-rate-limited', { passing: true }],
  ['breaks', turnsAway(500), 'model-overloaded', { passing: true }],
  ['is overloaded', turnsAway(503), 'model-overloaded', { passing: true }],
  ['fails inside of the reply', failsInside, 'model-overloaded', { passing: true }],
  ['hangs up', hangsUp, 'model-unreachable', { passing: true }],
  ['breaks off', breaksOff, 'model-unreachable', { passing: true }],
  ['leads elsewhere', redirectsTo('http://127.0.0.1:9/'), 'model-unreachable', { passing: true }],
  ['sends rubbish', sendsRubbish, 'model-unreadable', { passing: true }],
  ['sends JSON of another kind', sendsOtherJson, 'model-unreadable', { passing: true }],
  ['sends an empty reply', says(''), 'model-unreadable', { passing: true }],
  ['sends white space', says(' \n'), 'model-unreadable', { passing: true }],
  ['is cut off at its limit', says('Hel', { finish: 'length' }), 'model-truncated', { passing: false }],
  ['stops at its filter', says('Hel', { finish: 'content_filter' }), 'model-refused', { passing: false }],
];

export interface LlmContract {
  open(server: ChatServer): Llm;
  isStreamed: boolean;
}

/** What every adapter must do. An adapter's own test file calls this first, for each way in which it asks. */
export function testLlm({ open, isStreamed }: LlmContract): void {
  let server: ChatServer;
  let pieces: string[] = [];
  beforeAll(async () => {
    server = await startChatServer();
  });
  afterAll(() => server.close());

  const ask = (options: CompleteOptions = {}) => {
    pieces = [];
    return open(server).complete(asked, { ...(isStreamed ? { onText: (piece: string) => pieces.push(piece) } : {}), ...options });
  };
  const failureWith = async (turn: ChatTurn): Promise<unknown> => {
    server.plays(turn);
    return ask().then(() => undefined, (reason: unknown) => reason);
  };

  it('answers with text, tokens and the name of who answered', async () => {
    server.plays(says('Which index would you choose, and why? Ünïcödé 🦭'));
    const { endpoint } = open(server);
    expect(await ask()).toEqual({
      text: 'Which index would you choose, and why? Ünïcödé 🦭',
      usage: { inputTokens: 20, outputTokens: 5 },
      model: `${endpoint.model}-served`,
    });
    expect(pieces.join('')).toBe(isStreamed ? 'Which index would you choose, and why? Ünïcödé 🦭' : '');
    expect(pieces.length > 3).toBe(isStreamed);
  });

  it('has null for tokens that nobody counted', async () => {
    server.plays(says('Hello.', { usage: null }));
    expect(await ask()).toMatchObject({ text: 'Hello.', usage: null });
  });

  it('sends the key, and it goes nowhere else', async () => {
    server.plays(says('Hello.'));
    await ask();
    const request = server.requests.at(-1);
    expect(request?.headers.authorization).toBe(`Bearer ${PLANTED_KEY}`);
    expect(request?.text).not.toContain(PLANTED_KEY);
  });

  it('passes on how it is to be asked', async () => {
    server.plays(says('Hello.'));
    await ask({ temperature: 0.3, maxTokens: 77, seed: 7 });
    expect(server.requests.at(-1)?.body).toMatchObject({ temperature: 0.3, max_tokens: 77, seed: 7 });
  });

  it.each(FAILURES)('says so in words when the server %s', async (_, turn, code, { passing }) => {
    const before = server.requests.length;
    const failure = await failureWith(turn);
    expect(failure).toBeInstanceOf(ModelError);
    expect(failure).toBeInstanceOf(ModelFailure);
    expect(failure).toMatchObject({ code, passing, message: expect.stringMatching(/^[A-Z].*\.$/) as string, remedy: expect.stringMatching(/^[A-Z].*\.$/) as string });
    expect(server.requests.length - before).toBe(1);
  });

  it.each(FAILURES)('gives away neither key nor question when the server %s', async (_, turn) => {
    const shown = everythingIn(await failureWith(turn));
    expect(shown).not.toContain(PLANTED_KEY);
    expect(shown).not.toContain('walruses');
  });

  it('takes a page for people, and a stream that just ends, for no answer', async () => {
    expect(await failureWith(sendsPage)).toMatchObject({ code: expect.stringMatching(/^model-un(?:readable|reachable)$/) as string });
    expect(await failureWith(endsEarly)).toMatchObject({ code: expect.stringMatching(/^model-un(?:readable|reachable)$/) as string });
  });

  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after-ms': '250' }, 250],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('carries how long the provider wants to be left alone: %j', async (headers, retryAfterMs) => {
    const failure = await failureWith(turnsAway(429, { headers }));
    expect(failure).toMatchObject({ code: 'model-rate-limited', retryAfterMs });
  });

  it('reads a date in Retry-After', async () => {
    const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
    const failure = (await failureWith(turnsAway(503, { headers: { 'retry-after': inAnHour } }))) as ModelFailure;
    expect(failure.retryAfterMs).toBeGreaterThan(3_000_000);
    expect(failure.remedy).toMatch(/in \d+ minutes/);
  });

  it.each([
    ['before it is asked', undefined],
    ['while the server says nothing', hangs],
    ['while the server is silent in the middle', fallsSilent],
  ])('stops with the reason when it is cancelled %s', async (_, turn) => {
    const controller = new AbortController();
    const reason = new Error('The candidate pressed Esc.');
    server.plays(turn ?? hangs);
    if (!turn) controller.abort(reason);
    const before = server.requests.length;
    const asking = ask({ signal: controller.signal });
    const outcome = expect(asking).rejects.toBe(reason);
    if (turn) await server.received(before + 1);
    controller.abort(reason);
    await outcome;
    expect(server.requests.length - before).toBe(turn ? 1 : 0);
  });

  it('says so when nobody listens there', async () => {
    const gone = await startChatServer();
    await gone.close();
    const failure: unknown = await open(gone).complete(asked).catch((reason: unknown) => reason);
    expect(failure).toMatchObject({ code: 'model-unreachable', message: expect.stringContaining(gone.host) as string });
    expect(everythingIn(failure)).not.toContain(PLANTED_KEY);
  });
}
