import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { everythingIn } from '../helpers/everything-in.ts';
import { hotseat, jsonLines, newHome } from '../helpers/hotseat.ts';
import { packagePath } from '../../src/package-root.ts';
import { playSession, RECORDED_SESSION, recordSession } from '../helpers/mock-session.ts';
import { says, startChatServer, turnsAway, type ChatServer, type ChatTurn } from '../helpers/servers/chat-server.ts';
import { interviews, pageOf, replyTo } from '../helpers/servers/interviewing-model.ts';

const KEY = 'sk-planted-0123456789abcdefghij';
const PERSON = ['Alex Sample', 'alex.sample@example.org', '555 0100', 'github.com/alex-sample'];
const ANSWER = 'I, Alex Sample, measured first and then added the index myself, and the latency fell from 900 to 150 ms.';
const INPUT = `yes\n${`${ANSWER}\n`.repeat(12)}`;

let server: ChatServer;
beforeAll(async () => void (server = await startChatServer()));
afterAll(() => server.close());

const env = () => ({ OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: KEY });
const begin = ['interview', '--resume', 'fixtures/demo/resume.pdf', '--questions', '3', '--seed', '7', '--plain', '--json'];

describe('an interview with a model', () => {
  it('is graded by it, in bands; no contact data reaches the server, and what was sent where is listed without it', async () => {
    const home = newHome();
    server.plays(interviews);
    const { code, stdout } = await hotseat([...begin, '--provider', 'openai'], { home, env: env(), input: INPUT });
    const grades = jsonLines(stdout).filter(({ event }) => event === 'evaluation');

    expect(code).toBe(0);
    expect(grades).toHaveLength(3);
    expect(grades[0]).toMatchObject({ status: 'graded', score: 0.6667, feedback: 'Thank you, Alex Sample.', gradedBy: { provider: 'openai', model: 'gpt-4o' } });
    const sent = server.requests.map(({ text }) => text).join('\n');
    expect(server.requests.length).toBeGreaterThanOrEqual(5);
    for (const datum of PERSON) expect(sent).not.toContain(datum);
    expect(everythingIn(home)).not.toContain(KEY);

    const network = await hotseat(['network', '--session', 'last', '--json'], { home });
    const { calls } = JSON.parse(network.stdout) as { calls: { host: string; purpose: string; maskedPayload: string; inputTokens: number }[] };
    expect(new Set(calls.map(({ purpose }) => purpose))).toEqual(new Set(['question', 'evaluation', 'report']));
    expect(calls[0]).toMatchObject({ host: server.host, inputTokens: 20 });
    for (const datum of PERSON) expect(network.stdout).not.toContain(datum);
  });

  it('loses no answer and invents no grade when the provider dies; regrade finishes later', async () => {
    const home = newHome();
    server.plays(turnsAway(401));
    const { code, stdout } = await hotseat([...begin, '--provider', 'openai'], { home, env: env(), input: INPUT });
    const grades = jsonLines(stdout).filter(({ event }) => event === 'evaluation');

    expect(code).toBe(3);
    expect(grades.map(({ status, score }) => [status, score])).toEqual(Array.from({ length: 3 }, () => ['ungraded', null]));
    expect(stdout).not.toContain(KEY);

    server.plays(interviews);
    const regraded = await hotseat(['regrade', '--pending', '--provider', 'openai', '--json'], { home, env: env() });
    expect(regraded.code).toBe(0);
    expect(JSON.parse(regraded.stdout)).toMatchObject({ stored: true, overallScore: 0.6667 });
  });

  it('is the same from a cassette, without a server and without a key', async () => {
    const home = newHome();
    const cassette = join(home, '..', 'turns.jsonl');
    server.plays(interviews);
    const recorded = await hotseat([...begin, '--provider', 'openai', '--record', cassette], { home, env: env(), input: INPUT });
    const before = server.requests.length;
    const replayed = await hotseat([...begin, '--provider', 'openai', '--replay', cassette], { home: newHome(), input: INPUT });

    const scores = (text: string) => jsonLines(text).flatMap(({ event, score }) => (event === 'evaluation' ? [score] : []));
    expect(scores(replayed.stdout)).toEqual(scores(recorded.stdout));
    expect(server.requests).toHaveLength(before);
    const written = readFileSync(cassette, 'utf8');
    for (const secret of [KEY, ...PERSON]) expect(written).not.toContain(secret);
  });

  it('opens no socket with --offline, whatever provider is set', async () => {
    const before = server.requests.length;
    const { code } = await hotseat([...begin, '--offline'], { env: { ...env(), HOTSEAT_PROVIDER: 'openai' }, input: INPUT });
    expect(code).toBe(0);
    expect(server.requests).toHaveLength(before);
  });

  it('needs its key, and says so without one', async () => {
    const { code, stderr } = await hotseat([...begin, '--provider', 'openai']);
    expect(code).toBe(2);
    expect(stderr).toContain('OPENAI_API_KEY');
  });
});

describe('an interview whose provider has too many requests in the middle', () => {
  it('waits as long as the provider says, and is the same as without', async () => {
    const seen = new Set<string>();
    // Each page is turned away the first time that it is asked for.
    const busy: ChatTurn = (request, response) => {
      const { page } = pageOf(request.body);
      const turn = seen.has(page) ? interviews : turnsAway(429, { headers: { 'retry-after-ms': '1' } });
      seen.add(page);
      turn(request, response);
    };
    server.plays(busy);
    const { code, stdout } = await hotseat([...begin, '--provider', 'openai'], { env: env(), input: INPUT });
    const events = jsonLines(stdout);
    expect(code).toBe(0);
    expect([...seen].sort()).toEqual(['evaluation', 'question', 'report', 'summary']);
    expect(events.flatMap(({ event, status }) => (event === 'evaluation' ? [status] : []))).toEqual(['graded', 'graded', 'graded']);
    expect(events.filter(({ event, text }) => event === 'message' && String(text).includes('too many'))).toEqual([]);
  });
});

describe('questions of a tuned model', () => {
  const tuned = ['--question-model', 'hf-tuned:org/interviewer'];
  /** As such models write: a label, the question, and on with the format. */
  const rough: ChatTurn = (request, response) => says(`Question: ${replyTo(request.body)}\nExpected answer: a good one.\n\n### Instruction:\nAnother one`)(request, response);
  const asked = (stdout: string) => jsonLines(stdout).flatMap(({ event, intent, text }) => (event === 'question' && (intent === 'technical' || intent === 'resume') ? [String(text)] : []));

  it('come in the Alpaca format and are tidied on this machine', async () => {
    server.plays(rough);
    const before = server.requests.length;
    const { code, stdout } = await hotseat([...begin, ...tuned], { env: { HF_ENDPOINT_URL: server.url }, input: INPUT });
    const requests = server.requests.slice(before);
    expect(code).toBe(0);
    expect(requests.map(({ path }) => path)).toEqual(['/v1/completions', '/v1/completions']);
    expect((requests[0]?.body as { prompt: string }).prompt).toMatch(/^Below is an instruction[\s\S]*### Instruction:\n# Ask one interview question[\s\S]*### Input:[\s\S]*### Response:\n$/u);
    for (const text of asked(stdout)) expect(text).toMatch(/^Please be concrete\. (?!.*Expected answer).*\?$/u);
    expect(asked(stdout)).toHaveLength(2);
  });

  it('are all cleaned by the cleaning model, where there is one', async () => {
    const home = newHome();
    server.plays((request, response) => (request.path === '/v1/completions' ? rough : says(replyTo(request.body).replace('Please be concrete.', 'In short.')))(request, response));
    const { code, stdout } = await hotseat([...begin, ...tuned, '--cleaning-model', 'openai:small'], { home, env: { ...env(), HF_ENDPOINT_URL: server.url }, input: INPUT });
    expect(code).toBe(0);
    for (const text of asked(stdout)) expect(text).toMatch(/^In short\. /u);
    const { calls } = JSON.parse((await hotseat(['network', '--session', 'last', '--json'], { home })).stdout) as { calls: { purpose: string; model: string }[] };
    expect(calls.map(({ purpose, model }) => `${purpose}: ${model}`).sort()).toEqual(['cleaning: small', 'cleaning: small', 'question: org/interviewer', 'question: org/interviewer']);
  });
});

describe('a resume that a model sums up', () => {
  const read = (words: string[], options: Parameters<typeof hotseat>[1] = {}) => hotseat(['ingest', 'fixtures/demo/resume.pdf', '--json', ...words], { env: env(), ...options });
  const noticesOf = (stdout: string) => jsonLines(stdout).flatMap(({ notices }) => notices as string[]);

  it('has its points and highlights, held to the resume, and gave no contact datum away', async () => {
    const home = newHome();
    server.plays(interviews);
    const before = server.requests.length;
    const { code, stdout } = await read(['--provider', 'openai', '--role', 'Backend Engineer'], { home });
    expect([code, server.requests.length - before]).toEqual([0, 1]);
    expect(noticesOf(stdout)).toEqual(["4 things in the model's summary are not in the resume and were left out."]);
    for (const datum of PERSON) expect(server.requests.at(-1)?.text).not.toContain(datum);
    const shown = JSON.parse((await hotseat(['resume', 'show', 'last', '--json'], { home })).stdout) as { summaryPoints: string[]; highlights: string[]; suggestedTopics: string[] };
    expect(shown).toMatchObject({ suggestedTopics: ['sql'], summaryPoints: [expect.stringMatching(/^Backend engineer with seven years/u) as string] });
    expect(shown.highlights).not.toContain('Led a team of 400 people.');
  });

  it.each([
    ['the model fails', [], turnsAway(401), 'no valid key'],
    ['the limit of the cost is reached', ['--max-cost', '0.000001'], interviews, 'The summary was made on this machine.'],
    ['nothing may leave the machine', ['--offline'], interviews, 'With --offline'],
  ] as const)('is summed up on this machine when %s, and the notices say so', async (_, words, turn, notice) => {
    server.plays(turn);
    const { code, stdout } = await read(['--provider', 'openai', ...words]);
    expect(code).toBe(0);
    expect(noticesOf(stdout)).toEqual([expect.stringContaining(notice) as string]);
  });
});

describe('the session that was recorded on an independent server', () => {
  const words = ['--replay', packagePath(RECORDED_SESSION)];
  const withoutId = (stdout: string) => stdout.replaceAll(/"sessionId":"\w+"/gu, '"sessionId":"x"');

  it('plays without a server and without a key, the same to the byte each time', async () => {
    const [one, other] = [await playSession(words), await playSession(words)];
    expect([one.code, one.stderr]).toEqual([0, '']);
    expect(withoutId(other.stdout)).toBe(withoutId(one.stdout));
    const events = jsonLines(one.stdout);
    expect(events.flatMap(({ event, score }) => (event === 'evaluation' ? [score] : []))).toEqual([0.6667, 1, 0.3333, 0.6667, 0]);
    expect(events.map(({ text }) => text)).toContain('You moved shipment tracking from one Rails application to six services. How did you keep that without downtime?');
    expect(events.at(-1)).toMatchObject({ event: 'complete', graded: 4, ungraded: 0 });
  });

  it('is what the server and the program of today would record, and holds no name, address or key', async () => {
    const quiet = [vi.spyOn(console, 'log').mockImplementation(() => undefined), vi.spyOn(console, 'error').mockImplementation(() => undefined)];
    const file = join(newHome(), '..', 'turns.jsonl');
    expect((await recordSession(file)).code).toBe(0);
    quiet.forEach((spy) => spy.mockRestore());
    const committed = readFileSync(packagePath(RECORDED_SESSION), 'utf8');
    // Another page, pack or prompt: `npx tsx test/measure/record-session.ts` records it anew.
    expect(readFileSync(file, 'utf8')).toBe(committed);
    expect(committed).toContain('[NAME_1]');
    for (const secret of [...PERSON, 'Alex', 'sk-planted']) expect(committed).not.toContain(secret);
  });
});
