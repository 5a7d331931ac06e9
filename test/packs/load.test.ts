import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { loadBuiltInPacks, readPacks } from '../../src/packs/load.ts';

const PACK = `id: mine
domain: sql
title: Mine
questions:
  - id: mine-one
    text: What is a key?
    type: technical
    difficulty: easy
    reference: It names a row.
    keyPoints:
      - id: names
        text: It names a row
`;

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'packs-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('readPacks', () => {
  it('reads a file, fills the domain of its questions and the defaults', () => {
    const [loaded] = readPacks([join(folderWith({ 'mine.yaml': PACK }), 'mine.yaml')]);
    expect(loaded?.pack.questions[0]).toMatchObject({ domain: 'sql', version: 1, hints: [], keyPoints: [{ weight: 1, also: [] }] });
  });

  it('reads the YAML files of a folder by name', () => {
    const folder = folderWith({ 'b.yaml': PACK, 'a.yml': PACK.replace('id: mine\n', 'id: other\n'), 'readme.md': '#' });
    expect(readPacks([folder]).map(({ pack }) => pack.id)).toEqual(['other', 'mine']);
  });

  it('gives the same hash whatever the formatting, and another for another question', () => {
    const hash = (text: string) => readPacks([folderWith({ 'x.yaml': text })])[0]?.hash;
    expect(hash(`# a comment\n${PACK}`)).toBe(hash(PACK));
    expect(hash(PACK.replace('a key', 'an index'))).not.toBe(hash(PACK));
  });

  it.each([
    ['a mistake in a question', PACK.replace('type: technical', 'type: trick'), /x\.yaml:7: questions\.0\.type/],
    ['an unknown word', PACK.replace('title: Mine', 'titel: Mine'), /x\.yaml:3: .*titel/],
    ['broken YAML', 'id: [mine', /x\.yaml:1: /],
  ])('names file and line of %s', (_, text, words) => {
    const folder = folderWith({ 'x.yaml': text });
    expect(() => readPacks([folder])).toThrow(words);
    expect(() => readPacks([folder])).toThrow(InputError);
  });

  it('says which pack cannot be read', () => {
    expect(() => readPacks(['no/such/pack.yaml'])).toThrow(/no\/such\/pack\.yaml cannot be read/);
  });
});

describe('the built-in packs', () => {
  const packs = loadBuiltInPacks().map(({ pack }) => pack);
  const questions = packs.flatMap((pack) => pack.questions);

  it('have at least 40 questions in 8 domains, behavioural and situational among them', () => {
    expect(questions.length).toBeGreaterThanOrEqual(40);
    expect(new Set(packs.map(({ domain }) => domain)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(questions.map(({ type }) => type))).toEqual(new Set(['technical', 'behavioral', 'situational']));
  });

  it('have ids of their own', () => {
    const ids = questions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(questions.map((question) => [question.id, question] as const))('%s has what an interview needs', (_, question) => {
    const points = new Set(question.keyPoints.map(({ id }) => id));
    expect(points.size).toBe(question.keyPoints.length);
    expect(question.followUps.length).toBeGreaterThanOrEqual(2);
    expect(question.followUps.every(({ keyPoint }) => points.has(keyPoint))).toBe(true);
    expect(question.hints).toHaveLength(2);
    expect(new Set(question.gold.map(({ band }) => band)).size).toBeGreaterThanOrEqual(3);
  });
});
