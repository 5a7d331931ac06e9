import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOfflineGrader } from '../../src/grading/offline-grader.ts';
import { MODEL_VERSION } from '../../src/grading/model.ts';
import { createLazyBank } from '../../src/scoring/lazy-bank.ts';
import { openAnswers } from '../../src/scoring/reading/answers.ts';
import { openRunFile } from '../../src/scoring/run-file.ts';
import { settingsOf } from '../../src/scoring/run-settings.ts';
import { scoreAnswers } from '../../src/scoring/score-answers.ts';
import { folderWith, jsonLinesOf, sampleCases } from '../scoring/sample-cases.ts';
import { runHere } from './run-here.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const goOn = async (...flags: string[]) => (await runHere(['score', at('a.jsonl'), '--output', at('r.json'), '--continue', ...flags])).stderr.replaceAll(`${folder}/`, '').split('\n').filter(Boolean);

/** What a run leaves that was stopped after its last case. */
async function stoppedRun(name = `offline/${MODEL_VERSION}`): Promise<void> {
  const answers = await openAnswers([at('a.jsonl')], { bank: createLazyBank(() => []), standardInput: Readable.from([]) });
  const grading = { name, inThreads: false, samples: 1, width: 1, open: async () => createOfflineGrader() };
  const gates = { minDomain: {}, minEach: undefined };
  const runFile = openRunFile(at('r.json.run'), { settings: settingsOf({ grading, gates }) });
  await scoreAnswers({ cases: answers.cases(), count: 4, runFile, grading, gates, shard: null });
  runFile.close({ keep: true });
  answers.close();
}

beforeEach(() => {
  folder = folderWith({});
  writeFileSync(at('a.jsonl'), jsonLinesOf(sampleCases(4)));
});

describe('--continue', () => {
  it('takes over what fits, and leaves nothing behind', async () => {
    await stoppedRun();
    expect(await goOn()).toEqual(['4 cases of the run that stopped are taken over.']);
    expect(readdirSync(folder).sort()).toEqual(['a.jsonl', 'r.json']);
  });

  it.each([
    ['another grader', () => stoppedRun('openai/gpt-4o'), [], `the grader was openai/gpt-4o and is offline/${MODEL_VERSION}.`],
    ['another limit', () => stoppedRun(), ['--min-each', '0'], '--min-each was not given and is 0.'],
  ])('takes nothing over from %s, says why, and throws nothing away', async (_, stop, flags, why) => {
    await stop();
    expect(await goOn(...flags)).toEqual([`0 of the 4 cases of the run that stopped are taken over; 4 do not fit: ${why}`, 'What was graded is kept in r.json.run.old.']);
    expect(readdirSync(folder).sort()).toEqual(['a.jsonl', 'r.json', 'r.json.run.old']);
  });

  it('takes nothing over from other answers, says why, and throws nothing away', async () => {
    await stoppedRun();
    writeFileSync(at('a.jsonl'), jsonLinesOf(sampleCases(3, () => ({ answer: 'Another answer.' }))));
    const [said] = await goOn();
    expect(said).toBe('0 of the 4 cases of the run that stopped are taken over; 4 do not fit: of 3 the question, the answer or what is expected has changed; 1 is not among the answers any more.');
    expect(existsSync(at('r.json.run.old'))).toBe(true);
  });

  it('takes over the cases that did not change, of some that did', async () => {
    await stoppedRun();
    writeFileSync(at('a.jsonl'), jsonLinesOf(sampleCases(4, (place) => (place === 0 ? { answer: 'Another answer.' } : {}))));
    expect(await goOn()).toEqual(['3 of the 4 cases of the run that stopped are taken over; 1 does not fit: of 1 the question, the answer or what is expected has changed.']);
    expect(existsSync(at('r.json.run.old'))).toBe(false);
  });

  it('goes on with what was kept aside, when it has its name again', async () => {
    await stoppedRun();
    await goOn('--min-each', '0');
    renameSync(at('r.json.run.old'), at('r.json.run'));
    expect(await goOn()).toEqual(['4 cases of the run that stopped are taken over.']);
  });

  it('keeps aside each of two runs that do not fit', async () => {
    for (const grader of ['openai/gpt-4o', 'openai/gpt-4o-mini']) {
      await stoppedRun(grader);
      await goOn();
    }
    expect(readdirSync(folder).filter((name) => name.includes('.old')).sort()).toEqual(['r.json.run.old', 'r.json.run.old2']);
  });
});
