import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOfflineGrader } from '../../src/grading/offline-grader.ts';
import type { LintRule } from '../../src/packs/finding.ts';
import { lintPacks } from '../../src/packs/lint.ts';
import { loadBuiltInPacks, readPacks } from '../../src/packs/load.ts';
import { packagePath } from '../../src/package-root.ts';
import { fileWith, folderWith, SOUND } from './files.ts';

const builtIn = loadBuiltInPacks();
const lint = (paths: string[]) => lintPacks(paths, { grader: createOfflineGrader(), builtIn });
const lintText = async (text: string) => (await lint([fileWith(text)])).findings;

/** The line, from 1, on which the words stand first. */
const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length;

describe('a sound pack', () => {
  it('has no findings', async () => {
    expect(await lintText(SOUND)).toEqual([]);
  });

  it('is counted', async () => {
    expect(await lint([fileWith(SOUND)])).toMatchObject({ files: 1, questions: 2 });
  });

  it('is looked at once, whichever ways lead to it', async () => {
    const folder = folderWith({ 'mine.yaml': SOUND });
    expect(await lint([folder, join(folder, 'mine.yaml')])).toMatchObject({ files: 1, findings: [] });
  });
});

describe('one mistake', () => {
  it.each<[string, LintRule, 'error' | 'warning', (text: string) => string, string, RegExp, RegExp]>([
    ['a misspelt key', 'schema', 'error', (text) => text.replace('title:', 'titel:'), 'titel', /no key "titel"/, /mean title\?/],
    ['a misspelt key that is needed', 'schema', 'error', (text) => text.replace('keyPoints:', 'key_points:'), 'key_points', /no key "key_points"/, /mean keyPoints\?/],
    ['a key that nothing resembles', 'schema', 'error', (text) => text.replace('title:', 'colour: red\ntitle:'), 'colour', /"colour"/, /keys here are id, domain/],
    ['a missing key', 'schema', 'error', (text) => text.replace('    difficulty: easy\n', ''), 'id: mine-cache', /difficulty is missing/, /Add it/],
    ['a misspelt word of a list', 'schema', 'error', (text) => text.replace('type: technical', 'type: tecnical'), 'type: tec', /"tecnical"/, /mean technical\?/],
    ['a number for a text', 'schema', 'error', (text) => text.replace('title: Mine', 'title: 12'), 'title', /12/, /quotes/],
    ['a text for a list', 'schema', 'error', (text) => text.replace('hints: [Think of repeated requests., What happens when the data change?]', 'hints: think'), 'hints: think', /a list belongs/, /hyphen/],
    ['a quoted band', 'schema', 'error', (text) => text.replace('band: 2', 'band: "2"'), 'band: "2"', /not one of 1, 2, 3, 4/, /without quotes/],
    ['a weight of nothing', 'schema', 'error', (text) => text.replace('        text: It lowers latency', '        weight: 0\n        text: It lowers latency'), 'weight: 0', /not above 0/, /above 0/],
    ['a blank text', 'schema', 'error', (text) => text.replace('title: Mine', 'title: "  "'), 'title', /blank/, /Write it/],
    ['an id with capitals', 'schema', 'error', (text) => text.replace('id: mine-cache', 'id: Mine Cache'), 'id: Mine C', /"Mine Cache"/, /mine-cache/],
    ['a question id that stands twice', 'duplicate-id', 'error', (text) => text.replace('id: mine-eviction', 'id: mine-cache'), 'id: mine-cache # the', /also in .*mine\.yaml:7/, /id of its own/],
    ['a key point id that stands twice', 'duplicate-id', 'error', (text) => text.replace('id: lfu', 'id: lru'), 'id: lru, text: LFU', /"lru" stands twice/, /id of its own/],
    ['a question in the same words', 'same-question', 'error', (text) => text.replace('How would you choose what a full cache throws away first?', 'Why would you put a cache in front of a slow service'), 'id: mine-eviction', /same as mine-cache/, /Keep one/],
    ['an orphan follow-up', 'orphan-follow-up', 'error', (text) => text.replace('keyPoint: load', 'keyPoint: lod'), 'keyPoint: lod', /"lod"/, /mean load\?/],
    ['a key point that the reference lacks', 'key-point-not-in-reference', 'error', (text) => text.replace('text: Measure the hit rate to choose', 'text: Kubernetes reschedules evicted pods onto healthy nodes'), 'id: measure', /Kubernetes/, /under also/],
    ['one follow-up', 'follow-ups', 'warning', (text) => text.replace('      - { keyPoint: measure, text: How do you know that it works? }\n', ''), 'followUps:\n      - {', /1 follow-up,/, /key point is missing/],
    ['one hint', 'hints', 'warning', (text) => text.replace('Recent or frequent?, ', ''), 'hints: [Think of LRU', /1 hint,/, /nudge/],
    ['gold for two bands', 'gold', 'warning', (text) => text.replace('      - { band: 1, answer: Random I guess. }\n', ''), 'gold:\n      - { band: 4, answer: "Throw', /2 bands/, /at least 3/],
    ['the same gold answer in two bands', 'gold', 'error', (text) => text.replace('Random I guess.', 'the entry that was not used for the longest time'), 'answer: the entry', /in band 2 and in band 1/, /Take one/],
    ['a weight above all others', 'weights', 'warning', (text) => text.replace('{ id: lru,', '{ id: lru, weight: 9,'), 'weight: 9', /82%/, /0\.5 to 3/],
    ['a key that stands twice', 'yaml', 'error', (text) => text.replace('title: Mine', 'title: Mine\ntitle: Yours'), 'title: Yours', /twice/, /Keep one/],
  ])('%s is found, with line and remedy', async (_, rule, severity, spoil, words, message, remedy) => {
    const text = spoil(SOUND);
    const findings = await lintText(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule, severity, line: lineOf(text, words) });
    expect(findings[0]?.message).toMatch(message);
    expect(findings[0]?.remedy).toMatch(remedy);
  });

  it('is placed at the column of its key', async () => {
    const [found] = await lintText(SOUND.replace('band: 2, answer: It lowers', 'band: 7, answer: It lowers'));
    expect(found).toMatchObject({ column: '      - { band'.indexOf('band') + 1 });
  });
});

describe('several mistakes', () => {
  it('are found all at once, in the order of the file', async () => {
    const text = SOUND.replace('title:', 'titel:').replace('difficulty: easy', 'difficulty: simple').replace('keyPoint: stale', 'keyPoint: old').replace('id: lfu', 'id: lru');
    const findings = await lintText(text);
    expect(findings.map(({ rule }) => rule)).toEqual(['schema', 'schema', 'orphan-follow-up', 'duplicate-id']);
    expect(findings.map(({ line }) => line)).toEqual([...findings.map(({ line }) => line)].sort((a, b) => a - b));
  });

  it.each([
    ['nothing', '', /empty/],
    ['a list', '- a\n', /no pack/],
    ['two documents', 'id: a\n---\nid: b\n', /several documents/],
    ['an alias to nowhere', 'id: *nope\n', /alias/i],
    ['an alias that unfolds without end', `a: &a [x, x]\n${'bcdefghi'.split('').map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[index] ?? ''}`).join(', ')}]`).join('\n')}\n`, /alias/i],
    ['brackets without end', `a: ${'['.repeat(5000)}`, /./],
    ['tabs', 'id: a\ntitle:\n\tMine\n', /tab/i],
    ['control characters', '\u0000', /./],
  ])('a file of %s is a finding, not a crash', async (_, text, message) => {
    const [first] = await lintText(text);
    expect(first?.message).toMatch(message);
  });

  it('in one file leave the others to be looked at', async () => {
    const folder = folderWith({ 'a.yaml': 'id: [', 'b.yaml': SOUND.replace('title:', 'titel:') });
    writeFileSync(join(folder, 'c.yaml'), Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    const { findings } = await lint([folder]);
    expect(new Set(findings.map(({ file }) => file.slice(-6)))).toEqual(new Set(['a.yaml', 'b.yaml', 'c.yaml']));
  });
});

describe('beside other packs', () => {
  it('an id that another pack has is an error', async () => {
    const { findings } = await lint([folderWith({ 'a.yaml': SOUND, 'b.yaml': SOUND })]);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['duplicate-id']));
    expect(findings.every(({ severity, file }) => severity === 'error' && file.endsWith('b.yaml'))).toBe(true);
  });

  it('an id of a built-in question is a warning, and none with a higher version', async () => {
    const other = builtIn[0]?.pack.questions[0];
    const text = SOUND.replace('id: mine-cache', `id: ${other?.id}`);
    expect(await lintText(text)).toMatchObject([{ rule: 'duplicate-id', severity: 'warning' }]);
    expect(await lintText(text.replace('    text: Why', `    version: ${(other?.version ?? 1) + 1}\n    text: Why`))).toEqual([]);
  });

  it('the words of a built-in question are a warning', async () => {
    const text = builtIn[0]?.pack.questions[0]?.text ?? '';
    const findings = await lintText(SOUND.replace('Why would you put a cache in front of a slow service?', JSON.stringify(text)));
    expect(findings.filter(({ rule }) => rule === 'same-question')).toMatchObject([{ severity: 'warning' }]);
  });
});

describe('by meaning', () => {
  /** Vectors by keyword: the same subject has the same one. */
  const embedder = {
    id: 'by-keyword',
    embed: async (texts: string[]) =>
      texts.map((text) => Float32Array.from({ length: 512 }, (_, place) => Number(place === (/throw|evict/iu.test(text) ? 1 : /cache/iu.test(text) ? 2 : 3)))),
  };
  const compare = (paths: string[]) => lintPacks(paths, { grader: createOfflineGrader(), builtIn: [], meaning: { embedder, known: undefined } });

  it('two questions that differ in words only are found', async () => {
    const file = fileWith(SOUND.replace('Why would you put a cache in front of a slow service?', 'Which entry of a cache is evicted?'));
    expect((await compare([file])).findings).toMatchObject([{ rule: 'same-question', severity: 'error', question: 'mine-eviction' }]);
  });

  it('two questions about different things are not', async () => {
    expect((await compare([fileWith(SOUND)])).findings).toEqual([]);
  });

  it('one like a built-in question is a warning', async () => {
    const others = readPacks([fileWith(SOUND.replace('id: mine\n', 'id: other\n').replaceAll('mine-', 'other-'))]);
    const { findings } = await lintPacks([fileWith(SOUND.replace('Why would you put a cache in front of a slow service?', 'What is a cache for?').replace('How would you choose what a full cache throws away first?', 'What else?'))], {
      grader: createOfflineGrader(),
      builtIn: others,
      meaning: { embedder, known: undefined },
    });
    expect(findings).toMatchObject([{ rule: 'same-question', severity: 'warning', question: 'mine-cache' }]);
  });
});

it('the built-in packs have the shape, ids, follow-ups, hints, gold and references that are asked of them', async () => {
  const { findings, questions } = await lint([packagePath('prompts', 'packs')]);
  expect(questions).toBeGreaterThanOrEqual(360);
  // What a story need not say in these words is worth a warning.
  expect(findings.filter(({ rule, severity }) => rule !== 'key-point-not-in-reference' || severity === 'error')).toEqual([]);
});
