import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packagePath } from '../../src/package-root.ts';
import { folderWith, jsonLinesOf, sampleCases } from '../scoring/sample-cases.ts';

interface Action {
  inputs: Record<string, { default?: string }>;
  runs: { steps: { id?: string; run?: string; env?: Record<string, string> }[] };
}

const action = parse(readFileSync(packagePath('action.yml'), 'utf8')) as Action;
const step = action.runs.steps.find(({ id }) => id === 'score');

/** Runs the step of the action as GitHub does: its script in bash, inputs in the environment. */
function runStep(folder: string, inputs: Record<string, string>): { code: number; outputs: string; stdout: string } {
  writeFileSync(join(folder, 'github-output'), '');
  const given = Object.entries(step?.env ?? {}).map(([name, expression]) => {
    const input = /inputs\.([\w-]+)/u.exec(expression)?.[1] ?? '';
    return [name, inputs[input] ?? action.inputs[input]?.default ?? ''];
  });
  const env = { ...process.env, ...Object.fromEntries(given) as Record<string, string>, GITHUB_ACTION_PATH: packagePath(), GITHUB_OUTPUT: join(folder, 'github-output'), GITHUB_ACTIONS: 'true', RUNNER_TEMP: folder, GITHUB_STEP_SUMMARY: join(folder, 'page.md') };
  let code = 0;
  let stdout = '';
  try {
    stdout = execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'exit 99'], { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    code = (error as { status: number }).status;
  }
  return { code, stdout, outputs: readFileSync(join(folder, 'github-output'), 'utf8') };
}

describe('the GitHub Action', () => {
  const folder = folderWith({ 'some answers.jsonl': jsonLinesOf(sampleCases(4)) });

  it('scores the files, writes the outputs and tells the verdict', () => {
    const { code, outputs } = runStep(folder, { files: 'some answers.jsonl\n', arguments: '--min-mean=0.1\n--quiet' });
    expect({ code, outputs }).toEqual({ code: 0, outputs: 'verdict=passed\nexit-code=0\n' });
    expect(JSON.parse(readFileSync(join(folder, 'hotseat-results.json'), 'utf8'))).toMatchObject({ verdict: 'passed' });
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toContain('hotseat score: passed');
  });

  it.each([
    ['a gate is missed', { files: 'some answers.jsonl', arguments: '--min-mean=0.99' }, 1, 'failed'],
    ['JSON is asked for', { files: 'some answers.jsonl', arguments: '--min-mean=0.99\n--json' }, 1, 'failed'],
    ['a flag and its value have a blank between them', { files: 'some answers.jsonl', arguments: '  --min-mean 0.99 \n--min-domain   sql=0.1\n\n' }, 1, 'failed'],
    ['a line of the files has blanks around it', { files: ' some answers.jsonl \t\r\n', arguments: '--min-mean 0.1\r\n' }, 0, 'passed'],
    ['a flag holds an order to the shell', { files: 'some answers.jsonl', arguments: '--min-mean $(touch owned)' }, 2, 'error'],
    ['nothing is to be graded', { files: 'some answers.jsonl', arguments: '--dry-run' }, 0, ''],
    ['a file is missing', { files: 'none.jsonl' }, 2, 'error'],
    ['a flag is unknown', { files: 'some answers.jsonl', arguments: '--nonsense' }, 2, 'error'],
    ['a name is an order to the shell', { files: '$(touch owned)\n`touch owned`; touch owned' }, 2, 'error'],
  ])('ends as hotseat score does when %s', (_, inputs, exitCode, verdict) => {
    const { code, outputs } = runStep(folder, inputs);
    expect({ code, outputs }).toEqual({ code: exitCode, outputs: `verdict=${verdict}\nexit-code=${exitCode}\n` });
    expect(execFileSync('ls', { cwd: folder, encoding: 'utf8' })).not.toContain('owned');
  });
});
