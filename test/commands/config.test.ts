import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hotseat, newHome } from '../helpers/hotseat.ts';

describe('config', () => {
  it('shows the settings in force, and never a key', async () => {
    const home = newHome();
    mkdirSync(home);
    writeFileSync(join(home, 'config.yaml'), 'questions: 9\nprovider: openai\n');
    const { code, stdout } = await hotseat(['config', 'show', '--json'], { home, env: { OPENAI_API_KEY: 'sk-planted-0123456789' } });

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ home, questions: 9, models: { agents: { grader: { kind: 'openai', apiKey: 'set' } } } });
    expect(stdout).not.toContain('sk-planted');
  });

  it('lists the published schemas, and prints each of them', async () => {
    const { stdout } = await hotseat(['config', 'schema', '--list']);
    const names = stdout.split('\n').flatMap((line) => /^(\S+)\s/u.exec(line)?.[1] ?? []);
    expect(names).toEqual(expect.arrayContaining(['pack', 'answers', 'score-result', 'evaluation', 'report', 'interview', 'resume', 'match']));
    for (const name of names) {
      const schema = await hotseat(['config', 'schema', name]);
      expect(JSON.parse(schema.stdout)).toHaveProperty('$schema');
    }
  });

  it('knows no other', async () => {
    expect(await hotseat(['config', 'schema', 'cake'])).toMatchObject({ code: 2 });
  });
});
