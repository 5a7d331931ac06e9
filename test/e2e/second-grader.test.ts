import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hotseat, jsonLines, newHome } from '../helpers/hotseat.ts';
import { says, startChatServer, turnsAway, type ChatServer, type ChatTurn } from '../helpers/servers/chat-server.ts';
import { grades } from '../helpers/servers/grades.ts';

const INPUT = `yes\n${'I measured first and then added the index myself, and the latency fell from 900 to 150 ms.\n'.repeat(12)}`;
const begin = ['interview', '--resume', 'fixtures/demo/resume.pdf', '--questions', '2', '--seed', '7', '--plain'];
const TWO = ['--grader', 'openai:gpt-4o', '--second-grader', 'openai:gpt-4o-mini'];

let server: ChatServer;
beforeAll(async () => void (server = await startChatServer()));
afterAll(() => server.close());

const env = () => ({ OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: 'sk-planted-0123456789' });
/** Bands of the two models; a dead one turns everything away. */
const bands = (first: number | 'dead', second: number | 'dead'): ChatTurn => (request, response) => {
  const { model, response_format: format } = request.body as { model?: string; response_format?: unknown };
  const band = model === 'gpt-4o' ? first : second;
  const turn = band === 'dead' ? turnsAway(401) : format ? grades(() => band) : says('What did you change first?');
  turn(request, response);
};

interface Evaluated {
  status: string;
  score: number | null;
  agreement?: string;
  second?: { status: string; score: number | null };
}

async function interview(flags: string[], home = newHome()): Promise<Evaluated[]> {
  const { stdout } = await hotseat([...begin, '--json', ...flags], { home, env: env(), input: INPUT });
  return jsonLines(stdout).filter(({ event }) => event === 'evaluation') as unknown as Evaluated[];
}

describe('an interview with two graders', () => {
  it.each([
    ['a split is shown beside the grade that counts', 3, 2, TWO, { status: 'graded', score: 0.6667, agreement: 'split', second: { status: 'graded', score: 0.3333 } }],
    ['a first that fails leaves the answer ungraded, with the second grade beside it', 'dead', 2, TWO, { status: 'ungraded', score: null, second: { status: 'graded', score: 0.3333 } }],
    ['a second that fails takes no grade away', 3, 'dead', TWO, { status: 'graded', score: 0.6667, second: { status: 'ungraded', score: null } }],
    ['the offline grader may stand beside a model', 3, 3, ['--grader', 'openai:gpt-4o', '--second-grader', 'offline'], { status: 'graded', score: 0.6667, second: { status: 'graded' } }],
    ['a model may stand beside the offline grader', 4, 4, ['--grader', 'offline', '--second-grader', 'openai:gpt-4o'], { status: 'graded', second: { status: 'graded', score: 1 } }],
  ] as const)('%s', async (_, first, second, flags, expected) => {
    server.plays(bands(first, second));
    const [evaluation] = await interview([...flags]);
    expect(evaluation).toMatchObject(expected);
  });

  it('counts the splits in its report, and shows each where it happened', async () => {
    server.plays(bands(3, 2));
    const home = newHome();
    await interview(TWO, home);
    const { stdout } = await hotseat(['report', 'last', '--format', 'markdown'], { home });
    expect(stdout).toMatch(/Graded a second time by openai gpt-4o-mini, which changes no score: 0 in the same band, [1-9] split\./u);
    expect(stdout).toContain('Second grader, openai gpt-4o-mini: 33 of 100 (poor). The two are split.');
  });
});

describe('regrade', () => {
  it('compares two graders, question by question', async () => {
    server.plays(bands(3, 2));
    const home = newHome();
    await interview([], home);
    const text = await hotseat(['regrade', 'last', ...TWO], { home, env: env() });
    expect(text.stdout).toMatch(/QUESTION +BEFORE +AFTER +CHANGE +SECOND +BANDS/u);
    expect(text.stdout).toMatch(/ 67 +[+-]?\d+ +33 +split/u);

    const { changes } = JSON.parse((await hotseat(['regrade', 'last', ...TWO, '--json'], { home, env: env() })).stdout) as { changes: object[] };
    expect(changes[0]).toMatchObject({ after: 0.6667, agreement: 'split', second: { score: 0.3333 }, cached: true });
  });

  it('says which grades are those of an earlier request', async () => {
    server.plays(bands(3, 3));
    const home = newHome();
    await interview([], home);
    const again = async (...flags: string[]) => (await hotseat(['regrade', 'last', '--grader', 'openai:gpt-4o', ...flags], { home, env: env() })).stdout;
    expect(await again()).not.toContain('earlier request');
    expect(await again()).toContain('--no-cache asks anew');
    expect(await again('--no-cache')).not.toContain('earlier request');
  });

  it('keeps a second grade beside what stays pending', async () => {
    server.plays(bands('dead', 'dead'));
    const home = newHome();
    await interview(['--grader', 'openai:gpt-4o'], home);
    server.plays(bands('dead', 2));
    const pending = await hotseat(['regrade', '--pending', ...TWO, '--json'], { home, env: env() });
    expect(pending.code).toBe(4);
    const { stdout } = await hotseat(['report', 'last', '--format', 'json'], { home });
    expect(stdout).toContain('"second":{"status":"graded","score":0.3333');
    server.plays(bands(3, 2));
    expect(await hotseat(['regrade', '--pending', ...TWO, '--json'], { home, env: env() })).toMatchObject({ code: 0 });
  });
});
