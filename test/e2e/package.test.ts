import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '../../src/package-root.ts';

/**
 * The packed files in an empty folder, with the declared dependencies and no
 * others beside them: what `npm install` makes, without its network.
 */
function installPacked(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-pack-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'hotseat'), { recursive: true });
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: packagePath(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as { filename: string }[];
  execFileSync('tar', ['-xzf', join(folder, packed?.filename ?? ''), '-C', join(modules, 'hotseat'), '--strip-components=1']);

  const { dependencies } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { dependencies: Record<string, string> };
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(packagePath('node_modules', name), join(modules, name));
  }
  return folder;
}

describe('the npm package', () => {
  let folder = '';
  beforeAll(() => {
    folder = installPacked();
  });

  const run = (...words: string[]) =>
    spawnSync(process.execPath, [join(folder, 'node_modules', 'hotseat', 'bin', 'hotseat.js'), ...words], { cwd: folder, encoding: 'utf8', input: '', env: { PATH: process.env.PATH, HOTSEAT_HOME: join(folder, 'home') } });

  it('says its version', () => {
    const { version } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { version: string };
    expect(run('--version')).toMatchObject({ status: 0, stdout: `${version}\n` });
  });

  it('plays the demo to its report', () => {
    const { status, stdout, stderr } = run('demo');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/Hiring recommendation: .+ \(practice estimate\)/);
  });

  it('asks at least five questions in the demo, and grades good and bad answers', () => {
    const events = run('demo', '--json').stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as { event: string; band?: number; index?: number });
    const bands = events.flatMap(({ event, band }) => (event === 'evaluation' && band ? [band] : []));

    expect(Math.max(...events.map(({ index = 0 }) => index))).toBeGreaterThanOrEqual(5);
    expect(Math.min(...bands)).toBe(1);
    expect(Math.max(...bands)).toBe(4);
  });
});
