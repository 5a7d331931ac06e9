import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ModelError } from '../../src/errors.ts';
import type { Embedder } from '../../src/embeddings/embeddings.ts';
import type { EmbeddingRequest, HostedOptions } from '../../src/embeddings/hosted.ts';
import { createPatience } from '../../src/llm/patience.ts';
import { breaksOff, hangs, hangsUp, redirectsTo, sendsPage, sendsRubbish, turnsAway, type ChatTurn } from '../helpers/servers/chat-server.ts';
import { everythingIn, PLANTED_KEY } from '../llm/contract.ts';
import { answersJson, startEmbeddingServer, vectorFor, type EmbeddingServer } from './servers.ts';

export interface EmbedderContract {
  open(server: EmbeddingServer, options?: HostedOptions): Embedder;
  good(size?: number): ChatTurn;
  /** The most texts in one request. */
  batch: number;
  /** A reply with fewer vectors than texts, and one whose vector has the length 0. */
  wrong: { tooFew: unknown; zero: unknown };
}

/** What every embedder that is asked over the network must do. */
export function testHostedEmbedder({ open, good, batch, wrong }: EmbedderContract): void {
  let server: EmbeddingServer;
  beforeAll(async () => {
    server = await startEmbeddingServer(good());
  });
  beforeEach(() => server.plays(good()));
  afterAll(() => server.close());

  const failureOf = (turn: ChatTurn): Promise<unknown> => {
    server.plays(turn);
    return open(server).embed(['A walrus.', 'Two.']).then(() => undefined, (reason: unknown) => reason);
  };

  it('gives one vector of length 1 a text, in order, whatever their number', async () => {
    const texts = Array.from({ length: batch + 3 }, (_, index) => `Passage ${index}`);
    const before = server.requests.length;
    const vectors = await open(server).embed(texts);
    expect(server.requests.length - before).toBe(2);
    expect(vectors).toHaveLength(texts.length);
    for (const [index, vector] of vectors.entries()) {
      const expected = vectorFor(texts[index] ?? '');
      const length = Math.hypot(...expected);
      expect(vector).toBeInstanceOf(Float32Array);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      expect(vector[100]).toBeCloseTo((expected[100] ?? 0) / length, 6);
    }
  });

  it('gives an empty text zeros, and does not send it', async () => {
    const [first, zero, last] = await open(server).embed(['One.', ' \n', 'Two.']);
    expect(zero).toEqual(new Float32Array(512));
    expect(first).not.toEqual(last);
    expect(server.requests.at(-1)?.text).toContain('["One.","Two."]');
    const before = server.requests.length;
    expect(await open(server).embed([''])).toEqual([new Float32Array(512)]);
    expect(await open(server).embed([])).toEqual([]);
    expect(server.requests).toHaveLength(before);
  });

  it('takes white space as one space', async () => {
    expect(await open(server).embed(['An\n  index '])).toEqual(await open(server).embed(['An index']));
  });

  it.each([256, 384, 511, 768, 1536])('refuses vectors of %i numbers in words', async (size) => {
    expect(await failureOf(good(size))).toMatchObject({ code: 'model-unreadable', message: expect.stringContaining(`${size} numbers and not 512`) as string });
  });

  it.each([
    ['too few vectors', () => answersJson(wrong.tooFew), 'model-unreadable'],
    ['a vector of the length 0', () => answersJson(wrong.zero), 'model-unreadable'],
    ['JSON of another kind', () => answersJson({ hello: 1 }), 'model-unreadable'],
    ['rubbish', () => sendsRubbish, 'model-unreadable'],
    ['a page', () => sendsPage, 'model-unreadable'],
    ['401', () => turnsAway(401), 'model-key-rejected'],
    ['404', () => turnsAway(404), 'model-not-found'],
    ['400', () => turnsAway(400), 'model-request-rejected'],
    ['429', () => turnsAway(429), 'model-rate-limited'],
    ['500', () => turnsAway(500), 'model-overloaded'],
    ['503', () => turnsAway(503), 'model-overloaded'],
    ['nothing, and hangs up', () => hangsUp, 'model-unreachable'],
    ['half of it', () => breaksOff, 'model-unreachable'],
    ['somebody elsewhere', () => redirectsTo('http://127.0.0.1:9/'), 'model-unreachable'],
  ])('says so when the server sends %s, once, and gives nothing away', async (_, turn, code) => {
    const before = server.requests.length;
    const failure = await failureOf(turn());
    expect(failure).toBeInstanceOf(ModelError);
    expect(failure).toMatchObject({ code });
    expect(server.requests.length - before).toBe(1);
    expect(everythingIn(failure)).not.toContain(PLANTED_KEY);
    expect(everythingIn(failure)).not.toContain('walrus');
  });

  it('is patient, request by request, if it is told to be', async () => {
    const waits: number[] = [];
    const patience = createPatience({ random: () => 0, sleep: async (milliseconds) => void waits.push(milliseconds) });
    let failures = 2;
    server.plays((request, response) => (failures-- > 0 ? turnsAway(429, { headers: { 'retry-after': '2' } }) : good())(request, response));
    expect(await open(server, { patience }).embed(['One.'])).toHaveLength(1);
    expect(waits).toEqual([2_000, 2_000]);
  });

  it('tells of each try: where, what, whose and how it went', async () => {
    const told: EmbeddingRequest[] = [];
    const patience = createPatience({ random: () => 0, sleep: async () => undefined });
    let failures = 1;
    server.plays((request, response) => (failures-- > 0 ? turnsAway(503) : good())(request, response));
    await open(server, { patience, onRequest: (request) => told.push(request) }).embed(['One.', ''], { person: { name: 'Wilhelmina Testperson' }, sessionId: 'abc' });
    expect(told).toMatchObject([
      { host: server.host, texts: ['One.'], ok: false, failure: 'model-overloaded', inputTokens: null, context: { sessionId: 'abc', person: { name: 'Wilhelmina Testperson' } } },
      { host: server.host, texts: ['One.'], ok: true, failure: null },
    ]);
    expect(JSON.stringify(told)).not.toContain(PLANTED_KEY);
  });

  it('says how to do without the provider', async () => {
    expect(await failureOf(turnsAway(401))).toMatchObject({ remedy: expect.stringContaining('`embedder: local`') as string });
    expect(await failureOf(turnsAway(503))).toMatchObject({ remedy: expect.stringContaining('`embedder: local`') as string });
  });

  it('ends a request that hangs, if it is told to be patient', async () => {
    server.plays(hangs);
    const before = server.requests.length;
    const patience = createPatience({ tries: 1, startTimer: (_, end) => {
      void server.received(before + 1).then(end);
      return () => undefined;
    } });
    await expect(open(server, { patience }).embed(['One.'])).rejects.toMatchObject({ code: 'model-timeout' });
  });

  it('sends the key in the header alone', async () => {
    await open(server).embed(['One.']);
    expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${PLANTED_KEY}`);
    expect(server.requests.at(-1)?.text).not.toContain(PLANTED_KEY);
  });

  it('stops with the reason when it is cancelled', async () => {
    server.plays(hangs);
    const controller = new AbortController();
    const reason = new Error('Esc');
    const before = server.requests.length;
    const outcome = expect(open(server).embed(['One.'], { signal: controller.signal })).rejects.toBe(reason);
    await server.received(before + 1);
    controller.abort(reason);
    await outcome;
    await expect(open(server).embed(['One.'], { signal: controller.signal })).rejects.toBe(reason);
  });
}
