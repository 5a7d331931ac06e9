import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileWith } from '../packs/files.ts';
import { newFolder, runHere } from './run-here.ts';

const FEW = ['calibrate', '--questions', '6'];
const gold = (...lines: object[]) => fileWith(lines.map((line) => JSON.stringify(line)).join('\n'), 'gold.jsonl');
const LINE = { question: 'What is a key?', reference: 'It names one row of a table.', answer: 'It names one row of a table.', band: 4 };

interface Report {
  agreement: Record<'packs' | 'own', { gold: number; exact: number }>;
  spread: { runs: number } | null;
  verdict: { trusted: boolean; bars: { passed: boolean }[] };
}

describe('calibrate', () => {
  it('prints agreement, floor, speed and bars, and ends with a verdict that agrees with the exit code', async () => {
    const { code, stdout } = await runHere(FEW);
    for (const words of ['Agreement with gold answers', 'KAPPA', 'off topic', 'at most 0.15', 'False answers graded too high', 'Spread over 2 runs', 'a second; cost: $0.00', 'Bars']) expect(stdout).toContain(words);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(code === 0 ? /gate CI: yes, because all \d+ bars are met\.$/u : /gate CI: no, because .* wanted/u);
    expect([0, 1]).toContain(code);
  });

  it('gives the same as JSON, and opens no database', async () => {
    const home = join(newFolder(), 'home');
    const { code, stdout } = await runHere([...FEW, '--runs', '1', '--json'], { HOTSEAT_HOME: home });
    const { verdict, spread } = JSON.parse(stdout) as Report;
    expect(verdict.trusted).toBe(verdict.bars.every(({ passed }) => passed));
    expect(code).toBe(verdict.trusted ? 0 : 1);
    expect(spread).toBeNull();
    expect(existsSync(home)).toBe(false);
  });

  it('grades the same questions each time', async () => {
    const [first, second] = [await runHere([...FEW, '--json']), await runHere([...FEW, '--json'])];
    const agreement = ({ stdout }: { stdout: string }) => (JSON.parse(stdout) as Report).agreement;
    expect(agreement(first)).toEqual(agreement(second));
  });

  it("takes the user's own answers, in bands or in scores", async () => {
    const file = gold(LINE, { ...LINE, answer: 'No idea.', band: undefined, score: 0.1 }, { question: 'Tell me about a conflict.', type: 'behavioral', answer: 'fine', band: 1 });
    const { stdout } = await runHere([...FEW, '--runs', '1', '--gold', file, '--json']);
    expect((JSON.parse(stdout) as Report).agreement.own).toMatchObject({ gold: 3, exact: 1 });
  });

  it.each([
    ['no grade', { ...LINE, band: undefined }, /gold\.jsonl:1: band: give the right grade/],
    ['a band of 5', { ...LINE, band: 5 }, /gold\.jsonl:1: band/],
    ['nothing to grade against', { ...LINE, reference: undefined }, /gold\.jsonl:1: reference: say what/],
    ['an unknown key', { ...LINE, bnad: 1 }, /bnad/],
  ])('refuses own gold with %s, naming the line', async (_, line, words) => {
    const { code, stderr } = await runHere([...FEW, '--gold', gold(line)]);
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
  });

  it.each([
    ['a file that is not there', ['--gold', 'no/such.jsonl'], /cannot be read/],
    ['an empty file', ['--gold', fileWith('\n', 'gold.jsonl')], /holds no answer/],
    ['a grader that there is not', ['--grader', 'oracle'], /no provider "oracle"/],
    ['no runs', ['--runs', '0'], /whole number/],
  ])('refuses %s', async (_, words, message) => {
    const { code, stderr } = await runHere([...FEW, ...words]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
