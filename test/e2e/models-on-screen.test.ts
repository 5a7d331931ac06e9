import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hotseat, jsonLines, newHome } from '../helpers/hotseat.ts';
import { hangs, startChatServer, turnsAway, type ChatServer } from '../helpers/servers/chat-server.ts';
import { interviews } from '../helpers/servers/interviewing.ts';
import { openTerminal, type TerminalOptions, type TestTerminal } from '../helpers/terminal.ts';

const ESC = '\u001B';
const KEY = 'sk-planted-0123456789abcdefghij';
const ANSWER = 'I measured first and then added the index myself, and the latency fell from 900 to 150 ms.';
const INTERVIEW = ['interview', '--role', 'Backend Engineer', '--questions', '3', '--seed', '7', '--max-retries', '0'];
const GRADED = [...INTERVIEW, '--grader', 'openai'];
const WAYS = 'Go on, and /regrade it when you like; or /offline, to go on without models; or /pause.';

let server: ChatServer;
beforeAll(async () => void (server = await startChatServer()));
afterAll(() => server.close());

const opened: TestTerminal[] = [];
afterEach(() => {
  for (const terminal of opened.splice(0)) terminal.kill('SIGKILL');
});

const env = () => ({ OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: KEY });

/** The real program in a terminal, with a key and a server to reach. */
function open(words: string[], home: string, size: TerminalOptions = {}): TestTerminal {
  const terminal = openTerminal([process.execPath, 'bin/hotseat.js', ...words], { ...size, env: { HOTSEAT_HOME: home, ...env() } });
  opened.push(terminal);
  return terminal;
}

/** Greeted, with the first graded question waiting. */
async function begun(words: string[], home = newHome(), size?: TerminalOptions): Promise<TestTerminal> {
  const terminal = open(words, home, size);
  await terminal.shows('Type your reply');
  terminal.type('yes\r');
  await terminal.shows('Question 1 of 3');
  return terminal;
}

function withSettings(text: string): string {
  const home = newHome();
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'config.yaml'), text);
  return home;
}

describe('a model that is slow', () => {
  it('is not waited for after one Esc: the answer is saved, the interview goes on, and what was typed stays', async () => {
    server.plays(hangs);
    const before = server.requests.length;
    const terminal = await begun(GRADED);
    await terminal.hides('do not wait');
    terminal.type(`${ANSWER}\r`);
    await server.received(before + 1);
    await terminal.shows('Esc: do not wait for the model');
    terminal.type('early words');
    await terminal.shows('❯ early words');
    terminal.type(ESC);
    await terminal.shows('! Not graded: Nobody waited for the grade.');
    await terminal.shows(`This answer is saved. ${WAYS}`);
    await terminal.shows('Question 2 of 3');
    await terminal.shows('❯ early words');
    await terminal.hides('do not wait');
  });
});

describe('a model that fails', () => {
  it.each([
    [80, 24],
    [40, 20],
  ])('is said to have failed on %i columns and %i rows, with the three ways on; /regrade finishes later', async (cols, rows) => {
    server.plays(turnsAway(401));
    const terminal = await begun(GRADED, newHome(), { cols, rows });
    terminal.type(`${ANSWER}\r`);
    await terminal.shows('Question 2 of 3');
    expect(terminal.scrollback().replace(/\s+/gu, ' ')).toContain('has no valid key from you (HTTP 401).');
    expect(terminal.scrollback().replace(/\s+/gu, ' ')).toContain(`This answer is saved. ${WAYS}`);

    server.plays(interviews);
    terminal.type('/regrade\r');
    await terminal.shows('67/100 good');
    expect(terminal.scrollback()).toContain('Graded now:');
    expect(terminal.bytes()).not.toContain(KEY);
  });

  it('is left behind with /offline, which grades here what it left', async () => {
    server.plays(turnsAway(401));
    const terminal = await begun(GRADED);
    terminal.type(`${ANSWER}\r`);
    await terminal.shows(WAYS);
    await terminal.shows('Question 2 of 3');
    terminal.type('/offline\r');
    await terminal.shows('From here on no model is used: questions and grades are made on this machine.');
    await terminal.shows('Graded now:');
    const before = server.requests.length;
    terminal.type(`${ANSWER}\r`);
    await terminal.shows('follow-up');
    await terminal.shows('1 call');
    expect(server.requests).toHaveLength(before);
  });

  it('may vanish in the middle: no answer is lost, and the report says what it is without', async () => {
    const mortal = await startChatServer();
    mortal.plays(interviews);
    const home = newHome();
    const terminal = openTerminal([process.execPath, 'bin/hotseat.js', ...GRADED], { env: { HOTSEAT_HOME: home, OPENAI_BASE_URL: mortal.baseUrl } });
    opened.push(terminal);
    await terminal.shows('Type your reply');
    terminal.type('yes\r');
    await terminal.shows('Question 1 of 3');
    terminal.type(`${ANSWER}\r`);
    await terminal.shows('67/100 good');
    await terminal.shows('Question 2 of 3');
    await mortal.close();
    terminal.type(`${ANSWER}\r`);
    await terminal.shows('cannot be reached');
    await terminal.shows('Question 3 of 3');
    terminal.type('/end\r');

    expect(await terminal.exited).toBe(0);
    expect(terminal.scrollback()).toContain('1 graded; 1 not graded');
    expect(terminal.scrollback().replace(/\s+/gu, ' ')).toContain(`Models: 2 calls (1 without a reply) to ${mortal.host};`);
    const { stdout } = await hotseat(['session', 'show', 'last', '--json'], { home });
    expect(stdout.split(ANSWER).length).toBeGreaterThan(2);
  });
});

describe('what models took', () => {
  it('stands in the status line and behind the report, with a price where one is known', async () => {
    server.plays(interviews);
    const home = withSettings(`prices:\n  "${server.host}/gpt-4o": { input: 1000, output: 2000 }\n`);
    const terminal = await begun(GRADED, home);
    terminal.type(`${ANSWER}\r`);
    await terminal.shows('Enter send · /help · 1 call · 25 tokens · $0.030');
    terminal.type('/end\r');
    expect(await terminal.exited).toBe(0);
    expect(terminal.scrollback().replace(/\s+/gu, ' ')).toMatch(/Models: 1 call to [\d.:]+; 20 tokens sent and 5 received; \$0\.030; [\d.]+ s of waiting\./u);
  });
});

describe('the same in lines', () => {
  const LINES = [...GRADED, '--plain'];
  const told = `yes\n${ANSWER}\n`;

  it('says at the end what models took', async () => {
    server.plays(interviews);
    const { stdout } = await hotseat(LINES, { env: env(), input: `${told}/end\n` });
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^Models: 1 call to [\d.:]+; 20 tokens sent and 5 received; price unknown; [\d.]+ s of waiting\.$/u);
  });

  it('says nothing of it where there are none', async () => {
    const { stdout } = await hotseat([...INTERVIEW, '--plain'], { input: `${told}/end\n` });
    expect(stdout).not.toContain('Models:');
    const json = await hotseat([...INTERVIEW, '--json'], { input: `${told}/end\n` });
    expect(jsonLines(json.stdout).at(-1)).toMatchObject({ type: 'complete', use: null });
  });

  it('names the three ways on, and takes them', async () => {
    server.plays(turnsAway(401));
    const { stdout } = await hotseat(LINES, { env: env(), input: `${told}/regrade\n/offline\n/end\n` });
    expect(stdout).toContain(`This answer is saved. ${WAYS}`);
    expect(stdout).toContain('This answer is saved and not graded.');
    expect(stdout).toContain('From here on no model is used');
    expect(stdout).toMatch(/Graded now: .*\n\nScore: \d+ of 100/u);
  });

  it.each(['regrade', 'offline'])('takes {"type":"%s"} from a script', async (type) => {
    server.plays(turnsAway(401), interviews);
    const { stdout } = await hotseat([...GRADED, '--json'], { env: env(), input: `${told}${JSON.stringify({ type })}\n{"type":"end"}\n` });
    const events = jsonLines(stdout);
    expect(events.flatMap(({ event, status }) => (event === 'evaluation' ? [status] : []))).toEqual(['ungraded', 'graded']);
    expect(events.at(-1)).toMatchObject({ type: 'complete', graded: 1, use: { calls: type === 'regrade' ? 2 : 1, failed: 1, hosts: [server.host] } });
  });

  it('lists the commands of the ways on', async () => {
    const { stdout } = await hotseat([...INTERVIEW, '--plain'], { input: '/help\n' });
    expect(stdout).toContain('/regrade');
    expect(stdout).toContain('/offline');
  });
});

describe('a key that was found', () => {
  const ASKED = 'from now on? Enter alone means no.';

  /** From the home screen into the set-up of an interview with the sample resume, and Enter. */
  async function setUp(home: string, words: string[] = []): Promise<TestTerminal> {
    const terminal = open(words, home);
    await terminal.shows('Try it with the sample resume');
    terminal.type('1');
    await terminal.shows('Your interview about the sample resume');
    terminal.type('\r');
    return terminal;
  }

  it('is used after a yes, at once and from then on, and never shown', async () => {
    server.plays(interviews);
    const before = server.requests.length;
    const home = newHome();
    const terminal = await setUp(home);
    await terminal.shows(`Use the models at ${server.host} ${ASKED}`);
    expect(terminal.screen()).toContain(`What goes to ${server.host}: the questions, your answers`);
    expect(server.requests).toHaveLength(before);
    terminal.type('y');
    await terminal.shows('Type your reply');
    const settings = join(home, 'config.yaml');
    expect(readFileSync(settings, 'utf8')).toBe('provider: openai\n');
    expect(statSync(settings).mode & 0o777).toBe(0o600);

    terminal.type('yes\r');
    await terminal.shows('Question 1 of');
    terminal.type(`${ANSWER}\r`);
    await terminal.shows('67/100 good');
    expect(server.requests.length).toBeGreaterThan(before);
    expect(terminal.bytes()).not.toContain(KEY);
  });

  it.each([
    ['Enter', '\r'],
    ['n', 'n'],
  ])('is left alone after %s, and nobody is asked again', async (_, key) => {
    const before = server.requests.length;
    const home = withSettings('# mine\nquestions: 3\n');
    const terminal = await setUp(home);
    await terminal.shows(ASKED);
    terminal.type(key);
    await terminal.shows('Type your reply');
    expect(readFileSync(join(home, 'config.yaml'), 'utf8')).toBe('# mine\nquestions: 3\nprovider: offline\n');
    terminal.type('yes\r');
    await terminal.shows('Question 1 of 3');
    terminal.type(`${ANSWER}\r`);
    await terminal.shows('Question 2 of 3');
    expect(server.requests).toHaveLength(before);

    terminal.type('/pause\r');
    await terminal.shows('Go on with my interview');
    terminal.type('2');
    await terminal.shows('Your interview about');
    terminal.type('\r');
    await terminal.shows('Type your reply');
    expect(terminal.scrollback().split('was found, and nobody has said')).toHaveLength(2);
  });

  it.each<[string, string[], string]>([
    ['--offline is given', ['--offline'], ''],
    ['a provider was chosen', [], 'provider: offline\n'],
  ])('is not spoken of when %s', async (_, words, settings) => {
    const terminal = await setUp(withSettings(settings), words);
    await terminal.shows('Type your reply');
    expect(terminal.scrollback()).not.toContain('was found');
  });
});
