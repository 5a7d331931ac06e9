import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { everythingIn } from '../helpers/everything-in.ts';
import { hotseat, newHome } from '../helpers/hotseat.ts';

const home = newHome();
const json = async (...words: string[]) => JSON.parse((await hotseat([...words, '--json'], { home })).stdout) as Record<string, unknown>;
const people = async () => (await json('candidate', 'list')).candidates as { id: string; name: string; resumes: number; interviews: number }[];

beforeAll(async () => {
  await hotseat(['ingest', 'fixtures/resumes/junior-developer.txt', 'fixtures/demo/resume.pdf'], { home });
  await hotseat(['interview', '--resume', 'last', '--questions', '1', '--plain'], { home, input: 'yes\n' });
});

describe('candidate', () => {
  it('list counts the resumes and interviews of each person', async () => {
    expect(await people()).toMatchObject([{ resumes: 1, interviews: 1 }, { resumes: 1, interviews: 0 }]);
    expect((await hotseat(['candidate', 'list'], { home })).stdout).toMatch(/^ID +RESUMES +INTERVIEWS +NAME$/mu);
  });

  it('show names them', async () => {
    const [person] = await people();
    expect(await json('candidate', 'show', 'last')).toMatchObject({ schemaVersion: 1, id: person?.id, name: person?.name, resumes: [{ chunks: expect.any(Number) as number }], interviews: [{ status: 'in_progress' }] });
    expect((await hotseat(['candidate', 'show', person?.id.slice(0, 4) ?? ''], { home })).stdout).toContain(person?.name);
  });

  it('delete takes everything of theirs, and nothing of others', async () => {
    const [person, other] = await people();
    expect(await hotseat(['candidate', 'delete', person?.id ?? ''], { home })).toMatchObject({ code: 0, stdout: expect.stringContaining('with 1 resume') as string });
    expect(await people()).toEqual([other]);
    expect((await json('session', 'list')).sessions).toEqual([]);
    expect(everythingIn(home)).not.toContain(person?.name);
    expect(everythingIn(join(home, 'resumes'))).not.toBe('');
  });

  it('knows no other', async () => {
    expect(await hotseat(['candidate', 'delete', 'nobody'], { home })).toMatchObject({ code: 2, stderr: expect.stringContaining('hotseat candidate list') as string });
  });
});
