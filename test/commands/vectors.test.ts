import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hotseat, newHome } from '../helpers/hotseat.ts';

it('builds the index of every resume from the database', async () => {
  const home = newHome();
  await hotseat(['ingest', 'fixtures/resumes/junior-developer.txt', 'fixtures/resumes/devops-engineer.md'], { home });
  rmSync(join(home, 'vectors'), { recursive: true });

  const { code, stdout } = await hotseat(['vectors', 'rebuild'], { home });
  expect(code).toBe(0);
  expect(stdout).toContain('Built 2 indexes');
  expect(readdirSync(join(home, 'vectors'))).toHaveLength(2);
});

it('says which key a hosted index needs', async () => {
  const home = newHome();
  mkdirSync(home);
  writeFileSync(join(home, 'config.yaml'), 'vectors: pinecone\n');
  expect(await hotseat(['resume', 'list'], { home })).toMatchObject({ code: 2, stderr: expect.stringContaining('PINECONE_API_KEY') as string });
  expect(await hotseat(['resume', 'list', '--offline'], { home })).toMatchObject({ code: 0 });
});
