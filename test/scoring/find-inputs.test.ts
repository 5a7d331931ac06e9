import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInputs } from '../../src/scoring/reading/find-inputs.ts';
import { problemLine } from '../../src/scoring/reading/problems.ts';
import { readFolder, walkFolder } from '../../src/scoring/reading/walk-folder.ts';
import { folderWith } from './sample-cases.ts';

/** A folder with one file in it and one in a folder below. */
function twoFiles(): string {
  const folder = folderWith({ 'a.jsonl': '{}' });
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in', 'bad.jsonl'), '{}');
  return folder;
}

async function find(folder: string, word: string) {
  const { files, problems, passedOver } = await findInputs([word]);
  const short = (text: string) => text.replaceAll(`${folder}/`, '');
  return { files: files.map(short), problems: problems.map((problem) => short(problemLine(problem))), passedOver: passedOver.map(short) };
}

const denied = () => Object.assign(new Error('denied'), { code: 'EACCES' });

describe('a folder below that cannot be read', () => {
  it('is named, and never passed over', () => {
    const folder = twoFiles();
    const { files, problems } = walkFolder(folder, (path) => {
      if (path.endsWith('/in')) throw denied();
      return readFolder(path);
    });
    expect(files).toEqual([join(folder, 'a.jsonl')]);
    expect(problems.map(problemLine)).toEqual([`${folder}/in: The folder cannot be read (EACCES). Make it readable (chmod +rx), or name the files that are meant.`]);
  });

  // Nothing is closed to root.
  it.skipIf(process.getuid?.() === 0)('is named by its rights too, in a folder and in a pattern', async () => {
    const folder = twoFiles();
    chmodSync(join(folder, 'in'), 0);
    for (const word of [folder, `${folder}/**/*.jsonl`]) {
      expect(await find(folder, word)).toMatchObject({ files: ['a.jsonl'], problems: [expect.stringMatching(/^in: The folder cannot be read \(EACCES\)/u) as string] });
    }
    expect(await find(folder, `${folder}/*.jsonl`)).toMatchObject({ files: ['a.jsonl'], problems: [] });
  });

  it('is named where its name is too long for the file system, which holds for root too', async () => {
    const folder = folderWith({ 'a.jsonl': '{}' });
    const word = `${folder}/${'x'.repeat(300)}/*.jsonl`;
    expect((await find(folder, word)).problems).toEqual([expect.stringContaining('The folder cannot be read (ENAMETOOLONG)') as string]);
  });
});

describe('links', () => {
  it.each(['', '/**/*.jsonl'])('to folders are followed, in a ring too, and each file is found once: folder%s', async (rest) => {
    const folder = twoFiles();
    const outside = folderWith({ 'z.jsonl': '{}' });
    symlinkSync('..', join(folder, 'in', 'up'));
    symlinkSync('.', join(folder, 'same'));
    symlinkSync(outside, join(folder, 'elsewhere'));
    expect(await find(folder, `${folder}${rest}`)).toEqual({ files: ['a.jsonl', 'elsewhere/z.jsonl', 'in/bad.jsonl'], problems: [], passedOver: [] });
  });

  it.each(['', '/**/*.jsonl', '/*.jsonl'])('that lead nowhere are named where they are called like answers: folder%s', async (rest) => {
    const folder = folderWith({ 'a.jsonl': '{}' });
    symlinkSync('gone.jsonl', join(folder, 'dead.jsonl'));
    symlinkSync('loop.jsonl', join(folder, 'loop.jsonl'));
    symlinkSync('gone', join(folder, 'notes'));
    const { files, problems } = await find(folder, `${folder}${rest}`);
    expect(files).toEqual(['a.jsonl']);
    expect(problems.map((line) => line.replace(/ Correct.*/u, ''))).toEqual(['dead.jsonl', 'loop.jsonl'].map((name) => `${name}: The link leads to no file that can be read.`));
  });

  it('that no pattern matches are nobody\'s concern', async () => {
    const folder = folderWith({ 'a.csv': 'id' });
    symlinkSync('gone.jsonl', join(folder, 'dead.jsonl'));
    expect(await find(folder, `${folder}/*.csv`)).toEqual({ files: ['a.csv'], problems: [], passedOver: [] });
  });
});

describe('what hotseat wrote into the folder of the answers', () => {
  const GRADED = '{"id":"a \\"quoted\\" one","source":{"file":"a.jsonl","line":1},"domain":"sql"';
  it.each([
    ['results', 'r.json', '{"schemaVersion":1,"verdict":"passed","exitCode":0,"cases":[\n', true],
    ['results that were formatted', 'r.json', '{\n  "schemaVersion": 1,\n  "verdict": "passed"', true],
    ['a baseline', 'r.json', '{"schemaVersion":1,"kind":"baseline","cases":[', true],
    ['results, a case a line', 'r.jsonl', `${GRADED}}\n`, true],
    ['a case with a wrong key', 'r.jsonl', '{"id":"a","sources":{"file":"x"}}\n', false],
    ['a file with a wrong key', 'r.json', '{"schemaVersion":1,"cases":[]}', false],
    ['cases', 'r.json', '{"cases":[]}', false],
  ])('is told by its first keys: %s', async (_, name, text, own) => {
    const folder = folderWith({ 'a.jsonl': '{}', [name]: text });
    const found = { files: own ? ['a.jsonl'] : ['a.jsonl', name], passedOver: own ? [name] : [], problems: [] };
    expect(await find(folder, folder)).toEqual(found);
    expect(await find(folder, `${folder}/*`)).toEqual(found);
    expect((await find(folder, join(folder, name))).files).toEqual([name]);
  });

  it('is no answers file, where nothing else is there', async () => {
    const folder = folderWith({ 'r.jsonl': `${GRADED}}\n` });
    expect((await find(folder, folder)).problems).toEqual([expect.stringContaining('The folder holds no answers file.') as string]);
  });
});
