import { describe, expect, it } from 'vitest';
import { hotseat, jsonLines, newHome } from '../helpers/hotseat.ts';

const STORY = 'Last year our releases failed every week. I measured where, wrote the missing checks myself, and failures fell from five a month to one.';
const input = ['yes', ...Array.from({ length: 40 }, () => STORY)].join('\n');

async function held(...words: string[]) {
  const { stdout } = await hotseat(['interview', '--plain', '--json', '--seed', '3', '--mode', 'practice', ...words], { input });
  const events = jsonLines(stdout);
  const main = events.filter(({ event, index, parent }) => event === 'question' && index !== 0 && !parent);
  return { events, types: main.map(({ type }) => type as string), notices: events.flatMap(({ event, text }) => (event === 'message' ? [text as string] : [])) };
}

describe('whoever chooses what is asked', () => {
  it.each([
    ['behavioural ones for --pack behavioral', ['--pack', 'behavioral'], ['behavioral']],
    ['both kinds for two packs', ['--pack', 'behavioral', '--pack', 'situational'], ['behavioral', 'situational']],
    ['technical ones for --pack sql', ['--pack', 'sql'], ['technical']],
  ])('gets an introduction and then only %s', async (_, words, types) => {
    const interview = await held('--role', 'Backend Engineer', '--questions', '6', ...words);
    expect(interview.types).toHaveLength(6);
    expect(interview.types[0]).toBe('intro');
    expect([...new Set(interview.types.slice(1))].sort()).toEqual(types);
  });

  it('goes on with the same packs after a pause', async () => {
    const home = newHome();
    const begin = ['interview', '--plain', '--json', '--role', 'Backend Engineer', '--questions', '4', '--mode', 'practice', '--pack', 'behavioral'];
    await hotseat(begin, { home, input: `yes\n${STORY}\n` });
    const { stdout } = await hotseat(['interview', '--continue', '--plain', '--json'], { home, input });
    const main = jsonLines(stdout).filter(({ event, index, parent }) => event === 'question' && index !== 0 && !parent);
    expect(new Set(main.map(({ type }) => type))).toEqual(new Set(['behavioral']));
  });

  it.each(['Engineering Manager', 'Scrum Master'])('as %s is asked about people in half of the questions', async (role) => {
    const { types } = await held('--role', role, '--questions', '8');
    expect(types.filter((type) => type === 'behavioral' || type === 'situational').length).toBeGreaterThanOrEqual(4);
  });

  it('is told when the bank knows nothing of the trade, and is asked nothing technical', async () => {
    const { types, notices } = await held('--role', 'Pastry chef', '--questions', '6');
    expect(notices).toContainEqual(expect.stringContaining('nothing on the trade of "Pastry chef"'));
    expect(types).not.toContain('technical');
  });

  it('is told when the packs have too few questions', async () => {
    const { types, notices } = await held('--role', 'Backend Engineer', '--questions', '20', '--pack', 'sql');
    expect(types).toHaveLength(14);
    expect(notices).toContainEqual('The chosen packs have fewer questions than were wanted: the interview has 14, not 20.');
  });
});
