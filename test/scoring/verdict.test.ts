import { describe, expect, it } from 'vitest';
import { EXIT } from '../../src/errors.ts';
import { verdictOf, type Findings } from '../../src/scoring/verdict.ts';

const fine: Findings = { error: null, graded: 2, ungraded: 0, maxUngraded: 0, everyCallFailed: false, missed: false, unsure: false, asked: false };

/** Every combination of what can be the matter with a run. */
const errors = [null, EXIT.bug, EXIT.badInput, EXIT.dataFolder] as const;
const grades = [
  { words: 'all graded', found: {} },
  { words: 'one of two ungraded', found: { graded: 1, ungraded: 1 } },
  { words: 'one of two ungraded, and that is allowed', found: { graded: 1, ungraded: 1, maxUngraded: 1 } },
  { words: 'the only call failed, and code graded the rest', found: { graded: 1, ungraded: 1, everyCallFailed: true } },
  { words: 'none gradable', found: { graded: 0, ungraded: 2 } },
  { words: 'none gradable, and that is allowed', found: { graded: 0, ungraded: 2, maxUngraded: 2 } },
  { words: 'every call failed', found: { graded: 0, ungraded: 2, everyCallFailed: true } },
  { words: 'every call failed, and that is allowed', found: { graded: 0, ungraded: 2, everyCallFailed: true, maxUngraded: 2 } },
  { words: 'no case at all', found: { graded: 0 } },
];
const demands = [
  { words: 'nothing asked', found: {} },
  { words: 'everything asked is met', found: { asked: true } },
  { words: 'something asked is missed', found: { asked: true, missed: true } },
  { words: 'something asked cannot be told', found: { asked: true, unsure: true } },
  { words: 'something asked is missed and something cannot be told', found: { asked: true, missed: true, unsure: true } },
  { words: 'nothing asked, and the second grader gave nothing', found: { unsure: true } },
];
const combinations = errors.flatMap((error) => grades.flatMap((grade) => demands.map((demand) => ({ error, grade, demand }))));

describe('the verdict of every combination', () => {
  it.each(combinations.map(({ error, grade, demand }) => [error ?? 'no error', grade.words, demand.words, { ...fine, ...grade.found, ...demand.found, error }] as const))('%s, %s, %s', (_, __, ___, findings) => {
    const { verdict, exitCode } = verdictOf(findings);
    expect({ verdict, exitCode }).toEqual(byTheTable(findings));
    // Word and code say the same.
    expect(verdict === 'passed' || verdict === 'scored').toBe(exitCode === 0);
    if (findings.graded === 0) expect(exitCode).not.toBe(0);
  });
});

/** The precedence of the design, written down as a list: the first that applies wins. */
function byTheTable({ error, graded, ungraded, everyCallFailed, maxUngraded, missed, unsure, asked }: Findings) {
  const rows: [boolean, string, number][] = [
    [error === 70, 'error', 70],
    [error === 2, 'error', 2],
    [error === 5, 'error', 5],
    [everyCallFailed, 'error', 4],
    [missed && graded > 0, 'failed', 1],
    [graded === 0, 'inconclusive', 3],
    [ungraded > maxUngraded, 'inconclusive', 3],
    [unsure, 'inconclusive', 3],
    [asked, 'passed', 0],
    [true, 'scored', 0],
  ];
  const [, verdict, exitCode] = rows.find(([applies]) => applies) ?? [];
  return { verdict, exitCode };
}
