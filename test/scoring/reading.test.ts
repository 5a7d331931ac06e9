import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { answersFileSchema } from '../../src/scoring/published-schemas.ts';
import { createLazyBank } from '../../src/scoring/lazy-bank.ts';
import { openAnswers } from '../../src/scoring/reading/answers.ts';
import { AnswersError, problemLine } from '../../src/scoring/reading/problems.ts';
import { findRepeatedKey, scanJson } from '../../src/scoring/reading/scan-json.ts';
import { folderWith, jsonLinesOf, sampleCases } from './sample-cases.ts';

const bank = createLazyBank(() => []);

async function read(words: string[], input = '', except?: string[]) {
  const answers = await openAnswers(words, { bank, standardInput: Readable.from([input]), except });
  const { problems, cases } = await answers.check();
  const found = [];
  if (problems.length === 0) for await (const one of answers.cases()) found.push(one);
  answers.close();
  return { problems: problems.map((problem) => problemLine(problem)), cases, found };
}

const complete = sampleCases(3, () => ({ answer: 'A comma, a "quote"\nand a second line: ünïcode 漢字.', keyPoints: ['one', 'two'], expect: { minScore: 0.5, flags: ['echo'] } }));
const csv = ['id,domain,question,reference,keyPoints,answer,minScore,flags', ...complete.map(({ id, domain, question, reference, answer }) => [id, domain, question, reference, 'one;two', answer, 0.5, 'echo'].map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','))].join('\n');

describe('every format gives the same cases', () => {
  const texts: Record<string, string> = {
    'a.yaml': stringify({ cases: complete }),
    'a.json': JSON.stringify({ cases: complete }, null, 2),
    'a.jsonl': jsonLinesOf(complete),
    'a.csv': csv,
    'semicolons.csv': csv.replaceAll('","', '";"').replaceAll('id,domain,question,reference,keyPoints,answer,minScore,flags', 'id;domain;question;reference;keyPoints;answer;minScore;flags'),
    'mark.csv': `\uFEFF${csv}`,
    'windows.jsonl': jsonLinesOf(complete).replaceAll('\n', '\r\n'),
  };

  it.each(Object.keys(texts))('%s', async (name) => {
    const folder = folderWith({ [name]: texts[name] ?? '' });
    const { problems, found } = await read([join(folder, name)]);
    expect(problems).toEqual([]);
    expect(found.map(({ id, request, expect: expected }) => ({ id, question: request.question.text, answer: request.answer, points: request.question.rubric.keyPoints.map(({ text }) => text), expected }))).toEqual(
      complete.map(({ id, question, answer, keyPoints, expect: expected }) => ({ id, question, answer, points: keyPoints, expected })),
    );
  });

  it.each(['a.yaml', 'a.json', 'a.jsonl', 'a.csv'])('%s on standard input', async (name) => {
    const { problems, found } = await read(['-'], texts[name]);
    expect(problems).toEqual([]);
    expect(found).toHaveLength(3);
  });

  it.each([
    ['JSONL that begins with a long line', jsonLinesOf(sampleCases(2, () => ({ answer: 'word '.repeat(19_000) })))],
    ['CSV that does not begin with the id', 'domain,id,question,reference,answer\nsql,1,q,r,a\nsql,2,q,r,a\n'],
  ])('on standard input, %s', async (_, text) => {
    expect(await read(['-'], text)).toMatchObject({ problems: [], cases: 2 });
  });

  it.each([
    ['a.yaml', 'x-base: &base\n  question: q\n  reference: r\ncases:\n  - { <<: *base, id: a, answer: x }\n'],
    ['a.json', '{"x-note":{"by":"me"},"cases":[{"id":"a","question":"q","reference":"r","answer":"x"}]}'],
  ])('with keys of the author beside the cases, where they begin with x-: %s', async (name, text) => {
    expect(await read([join(folderWith({ [name]: text }), name)])).toMatchObject({ problems: [], cases: 1 });
    expect(answersFileSchema()).toMatchObject({ patternProperties: { '^x-': {} }, additionalProperties: false });
  });

  it('YAML with what several cases share', async () => {
    const folder = folderWith({ 'a.yaml': 'cases:\n  - &first\n    id: a\n    question: q\n    reference: r\n    answer: x\n  - { <<: *first, id: b }\n' });
    expect((await read([join(folder, 'a.yaml')])).found.map(({ id, request }) => [id, request.answer])).toEqual([['a', 'x'], ['b', 'x']]);
  });
});

/** Writes more than a pipe holds into a pipe with a name, from another process. */
function pipeWith(path: string, text: string): void {
  execFileSync('mkfifo', [path]);
  writeFileSync(`${path}.txt`, text);
  execFileSync('sh', ['-c', 'cat "$0.txt" > "$0" &', path], { stdio: 'ignore' });
}

describe.skipIf(process.platform === 'win32')('a pipe with a name', () => {
  it.each(['a.jsonl', 'a'])('is read once: %s', async (name) => {
    const path = join(folderWith({}), name);
    pipeWith(path, jsonLinesOf(sampleCases(300, () => ({ answer: 'word '.repeat(1_000) }))));
    const { problems, found } = await read([path]);
    expect(problems).toEqual([]);
    expect(found).toHaveLength(300);
  });
});

describe('files, folders and patterns', () => {
  it('reads every answers file of a folder and below, in the order of their names, and leaves out what is no answers file', async () => {
    const folder = folderWith({ 'b.jsonl': jsonLinesOf(sampleCases(1, () => ({ id: 'b' }))), 'a.jsonl': jsonLinesOf(sampleCases(1, () => ({ id: 'a' }))), 'notes.txt': 'x', 'answers.schema.json': '{}' });
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'deep', 'c.jsonl'), jsonLinesOf(sampleCases(1, () => ({ id: 'c' }))));
    expect((await read([folder])).found.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect((await read([`${folder}/*.jsonl`, join(folder, 'a.jsonl')])).found.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('takes a file whose name looks like a pattern for the file', async () => {
    const folder = folderWith({ 'a[1].jsonl': jsonLinesOf(sampleCases(1)) });
    expect((await read([join(folder, 'a[1].jsonl')])).found).toHaveLength(1);
  });
});

describe('a large CSV file', () => {
  it('is read without a warning of the system', async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error): number => warnings.push(warning);
    process.on('warning', listen);
    const rows = Array.from({ length: 5_000 }, (_, row) => `${row},q,r,"${'word '.repeat(50)}"\n`);
    const folder = folderWith({ 'a.csv': `id,question,reference,answer\n${rows.join('')}` });
    expect(await read([join(folder, 'a.csv')])).toMatchObject({ problems: [], cases: 5_000 });
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', listen);
    expect(warnings).toEqual([]);
  });
});

describe('answers in files beside', () => {
  const withFile = (answerFile: string) => jsonLinesOf(sampleCases(1, () => ({ answer: undefined, answerFile })));

  it('are read from the folder and below', async () => {
    const folder = folderWith({ 'a.jsonl': withFile('deep/a.txt') });
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'deep', 'a.txt'), '\uFEFFThe answer.\n');
    expect((await read([join(folder, 'a.jsonl')])).found[0]?.request.answer).toBe('The answer.\n');
  });

  it.each([
    ['above', '../secret.txt'],
    ['at an absolute path', '/etc/hostname'],
    ['through a link to a file', 'link.txt'],
    ['through a link to a folder', 'elsewhere/secret.txt'],
    ['that are the folder itself', '.'],
  ])('are refused %s', async (_, name) => {
    const outside = folderWith({ 'secret.txt': 'SECRET' });
    const folder = folderWith({ 'a.jsonl': withFile(name) });
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
    symlinkSync(outside, join(folder, 'elsewhere'));
    const { problems } = await read([join(folder, 'a.jsonl')]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('lies outside the folder');
    expect(problems[0]).not.toContain('SECRET');
  });

  it.each([
    ['a folder', 'deep', 'is a folder'],
    ['a pipe, which may never end', 'pipe', 'is no file'],
    ['larger than any answer', 'book.txt', 'more than any answer'],
    ['where the run writes its results', 'results.md', 'would be written over'],
  ])('are refused that are %s', async (_, name, words) => {
    const folder = folderWith({ 'a.jsonl': withFile(name), 'book.txt': '', 'results.md': 'An answer.' });
    mkdirSync(join(folder, 'deep'));
    truncateSync(join(folder, 'book.txt'), 2_000_000);
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const { problems } = await read([join(folder, 'a.jsonl')], '', [join(folder, 'results.md')]);
    expect(problems).toEqual([expect.stringContaining(words) as string]);
  });
});

describe('mistakes', () => {
  const ok = '"question":"q","reference":"r","answer":"a"';
  it.each([
    ['an unknown key', 'a.jsonl', `{"id":"1",${ok},"anser":1}`, 'a.jsonl:1:55: There is no key "anser". Did you mean "answer"?'],
    ['broken JSON', 'a.jsonl', `{"id":"1",${ok}}\n{"id" "2"}`, 'a.jsonl:2:7: This is no JSON from ""2"}" on.'],
    ['JSON that ends', 'a.json', '{"cases":[', 'a.json:1:11: The JSON ends too early.'],
    ['a line break inside of a JSON text', 'a.json', '{"cases":[{"id":"1\n"}]}', 'a.json:1:17: This is no JSON from'],
    ['a number for an id', 'a.yaml', 'cases:\n  - id: 7\n    question: q\n    reference: r\n    answer: a\n', 'a.yaml:2:5: id is a number, not a text. Put it in quotes: "7".'],
    ['a score of 60', 'a.yaml', 'cases:\n  - { id: a, question: q, reference: r, answer: a, expect: { minScore: 60 } }\n', 'a.yaml:2:62: expect.minScore is 60. Scores go from 0 to 1: write 0.6.'],
    ['a tab in YAML', 'a.yaml', 'cases:\n\t- id: a\n', 'a.yaml:2:1: '],
    ['a misspelt type', 'a.jsonl', `{"id":"1",${ok},"type":"behavoral"}`, 'Did you mean "behavioral"?'],
    ['neither question nor questionId', 'a.jsonl', '{"id":"1","reference":"r","answer":"a"}', 'Give either question or questionId.'],
    ['no reference and no key points', 'a.jsonl', '{"id":"1","question":"q","answer":"a"}', 'neither a reference nor key points'],
    ['a question that no pack has', 'a.jsonl', '{"id":"1","questionId":"x","answer":"a"}', 'a.jsonl:1:11: No pack has a question "x".'],
    ['a key point that is expected and not there', 'a.jsonl', `{"id":"1",${ok},"keyPoints":["p"],"expect":{"covers":["x"]}}`, 'The question has no key point "x". Its key points are: k1.'],
    ['limits that exclude each other', 'a.jsonl', `{"id":"1",${ok},"expect":{"minScore":0.8,"maxScore":0.2}}`, 'The minScore is above the maxScore.'],
    ['a book', 'a.jsonl', `{"id":"1","question":"q","reference":"r","answer":"${'word '.repeat(30_000)}"}`, 'more than the 100000 that are graded'],
    ['an unknown column', 'a.csv', 'id,question,reference,answer,anser\n1,q,r,a,\n', 'a.csv:1:30: There is no column "anser". Did you mean "answer"?'],
    ['a row that is too short', 'a.csv', 'id,question,reference,answer\n1,q\n', 'a.csv:2: The row has 2 cells, and there are 4 columns.'],
    ['a quote that is never closed', 'a.csv', 'id,question,reference,answer\n1,q,r,"a\n', 'A quote is opened and never closed.'],
    ['a key that stands twice', 'a.jsonl', `{"id":"1",${ok},"answer":"other"}`, 'a.jsonl:1:55: The key "answer" stands twice.'],
    ['a key that stands twice, in a file of JSON', 'a.json', `{"cases":[{"id":"1",${ok}},\n{"id":"2",${ok},"expect":{"band":1,"band":4}}]}`, 'a.json:2:74: The key "band" stands twice.'],
    ['a column that stands twice', 'a.csv', 'id,question,reference,answer,minScore,expect.minScore\n1,q,r,a,0,1\n', 'a.csv:1:39: The column "expect.minScore" stands twice.'],
    ['no number', 'a.yaml', 'cases:\n  - { id: a, question: q, reference: r, answer: a, expect: { minScore: .nan } }\n', 'expect.minScore is NaN, not a number.'],
    ['a number without end', 'a.jsonl', `{"id":"1",${ok},"expect":{"minScore":1e400}}`, 'expect.minScore is Infinity, not a number.'],
    ['lists in lists', 'a.jsonl', `{"id":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'id is a list, not a text.'],
    ['a bare list', 'a.json', '[]', 'The file is a bare list.'],
    ['an empty file', 'a.jsonl', '', 'a.jsonl: The file holds no cases.'],
    ['two documents in one YAML', 'a.yaml', 'cases: []\n---\ncases: []\n', 'a.yaml:2:1: A second YAML document begins here. Put all cases under one cases:'],
    ['an alias of nothing', 'a.yaml', 'cases:\n  - id: a\n    question: *nope\n', 'a.yaml:3:15: No anchor before it is called "nope". Mark what is meant with &nope further up'],
    ['YAML without an end', 'a.yaml', `cases: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'The YAML is nested too deep.'],
    ['an id of white space', 'a.jsonl', `{"id":" ",${ok}}`, 'a.jsonl:1:2: id is empty. Write it.'],
    ['a question of white space', 'a.jsonl', '{"id":"1","question":" \\n","reference":"r","answer":"a"}', 'question is empty. Write it, or take the key away.'],
    ['an id that is missing', 'a.jsonl', `{${ok}}`, 'id is missing. Add it: a name of its own for the case.'],
    ['a score of more than one', 'a.jsonl', `{"id":"1",${ok},"expect":{"minScore":1.5}}`, 'expect.minScore is 1.5. Scores go from 0 to 1.'],
    ['a score of more than a hundred', 'a.jsonl', `{"id":"1",${ok},"expect":{"minScore":150}}`, 'expect.minScore is 150. Scores go from 0 to 1.'],
    ['a score in quotes', 'a.jsonl', `{"id":"1",${ok},"expect":{"minScore":"0.6"}}`, 'expect.minScore is "0.6", not a number. Write it without quotes: 0.6.'],
    ['a key point that is a number', 'a.jsonl', `{"id":"1",${ok},"keyPoints":["p","q"],"expect":{"covers":[1]}}`, 'expect.covers 1 is a number, not a text. Its key points are: k1, k2.'],
    ['a point of a reference', 'a.jsonl', `{"id":"1",${ok},"expect":{"covers":["p1"]}}`, 'It has only a reference, which the offline grader splits into points p1, p2 and so on, as --explain lists them; they change with its words. List what must be covered under keyPoints'],
    ['a key of no meaning beside the cases', 'a.yaml', 'base: 1\ncases: []\n', 'begin it with x- where it is there to be shared'],
    ['a name of nothing', 'no/such/folder', '', 'There is no such file or folder.'],
    ['aliases of aliases', 'a.yaml', `a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name, place) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[place]}`).join(',')}]`).join('\n')}\ncases: *h\n`, 'unfold without end'],
  ])('%s', async (_, name, text, words) => {
    const folder = folderWith(text === '' && name.includes('/') ? {} : { [name]: text });
    const { problems } = await read([join(folder, name)]);
    expect(problems.join('\n').replaceAll(`${folder}/`, '')).toContain(words);
  });

  it.each<[string, string, string, (string | RegExp)[]]>([
    ['a case without a rubric, whose limits are wrong too', 'a.jsonl', '{"id":"1","question":"q","answer":"a","expect":{"minScore":3,"covers":["zzz"]}}', [/:49: expect.minScore is 3\. /u, 'neither a reference nor key points', 'no key point "zzz"']],
    ['a question of no pack, and what is wrong beside it', 'a.jsonl', '{"id":"1","questionId":"x","keyPoints":["p"],"answerFile":"no.txt","expect":{"covers":["y"]}}', ['No pack has a question "x"', 'no key point "y". Its key points are: k1.', 'There is no answer file no.txt']],
    ['a key that is misspelt, and nothing that follows from it', 'a.jsonl', '{"id":"1","question":"q","referense":"r","answer":"a"}', ['There is no key "referense". Did you mean "reference"?']],
    ['a column in capitals, and nothing that follows from it', 'a.csv', 'ID,Question,reference,answer\n1,q,r,a\n2,q,r,a\n', ['1:1: There is no column "ID". Did you mean "id"?', '1:4: There is no column "Question". Did you mean "question"?']],
    ['columns that are missing, once', 'a.csv', 'name,question,reference\n1,q,r\n2,q,r\n', ['There is no column "name"', 'No column is called id.', 'No column is called answer or answerFile.']],
    ['cells that are no JSON', 'a.csv', 'id,question,reference,answer,keyPoints,expect\n1,q,r,a,,{minScore: 1}\n2,q,r,a,"[""one""",\n', ['2:10: The cell expect is no JSON. Write it like {"minScore": 0.6}', '3:9: The cell keyPoints is no JSON.']],
  ])('says of %s', async (_, name, text, expected) => {
    const folder = folderWith({ [name]: text });
    const { problems } = await read([join(folder, name)]);
    expect(problems).toHaveLength(expected.length);
    for (const words of expected) expect(problems.join('\n')).toMatch(words instanceof RegExp ? words : new RegExp(words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'), 'u'));
  });

  it.each([
    ['a cell behind others', '1,q,r,a,much\n', '2:9'],
    ['a cell behind a quoted one', '1,"q, ""so""",r,a,much\n', '2:19'],
    ['a quoted cell, at its quote', '1,q,r,a,"much"\n', '2:9'],
    ['a cell behind a line break in another', '1,q,r,"a\nb, c",much\n', '3:7'],
    ['a row behind empty lines', '\n\n1,q,r,"a\n\nb",much\n', '6:4'],
    ['a row behind line breaks in another', '0,q,r,"a\n\nb",\n1,q,r,a,much\n', '5:9'],
  ])('in CSV by line and character: %s', async (_, rows, place) => {
    const folder = folderWith({ 'a.csv': `id,question,reference,answer,minScore\n${rows}` });
    const { problems } = await read([join(folder, 'a.csv')]);
    expect(problems).toEqual([`${join(folder, 'a.csv')}:${place}: expect.minScore is "much", not a number. Give a number from 0 to 1, such as 0.6.`]);
  });

  it('more than are listed, and says so', async () => {
    const folder = folderWith({ 'many.jsonl': '[]\n'.repeat(1_001), 'full.jsonl': '[]\n'.repeat(1_000) });
    for (const [name, more, words] of [['many.jsonl', true, 'more than 1000 mistakes, of which 1000 are listed.'], ['full.jsonl', false, 'have 1000 mistakes.']] as const) {
      const answers = await openAnswers([join(folder, name)], { bank, standardInput: Readable.from([]) });
      const check = await answers.check();
      expect(check).toMatchObject({ more, problems: { length: 1_000 } });
      expect(new AnswersError(check.problems, check.more).message).toContain(words);
    }
  });

  it('all at once, in the order of their lines, across files', async () => {
    const folder = folderWith({ 'a.jsonl': `{"id":"1",${ok}}\n{"id":2,${ok}}\nnonsense\n`, 'b.jsonl': `{"id":"1",${ok}}\n` });
    const { problems } = await read([join(folder, 'a.jsonl'), join(folder, 'b.jsonl'), join(folder, 'c.jsonl')]);
    expect(problems.map((line) => line.replaceAll(`${folder}/`, '').replace(/: .*/u, ''))).toEqual(['a.jsonl:2:2', 'a.jsonl:3:1', 'b.jsonl:1:2', 'c.jsonl']);
    expect(problems[2]).toContain('first at');
  });

  it('the wrong encoding, by its line where there is one', async () => {
    const folder = folderWith({});
    writeFileSync(join(folder, 'latin.jsonl'), Buffer.concat([Buffer.from(`{"id":"1",${ok}}\n`), Buffer.from('{"id":"caf\xe9"}\n', 'latin1')]));
    const { problems } = await read([join(folder, 'latin.jsonl')]);
    expect(problems[0]).toContain('latin.jsonl:2: The text is not UTF-8.');
  });

  it.each([
    ['with a mark', '\uFEFF'],
    ['without one', ''],
  ])('UTF-16 %s, once for each file', async (_, mark) => {
    const folder = folderWith({});
    const names = ['a.csv', 'a.jsonl', 'a.json', 'a.yaml'].map((name) => join(folder, name));
    for (const name of names) writeFileSync(name, Buffer.from(`${mark}id,question\n1,q\n`, 'utf16le'));
    const { problems } = await read(names);
    expect(problems.filter((line) => line.includes(': The text is not UTF-8.'))).toHaveLength(4);
    expect(problems.filter((line) => !line.includes('holds no cases'))).toHaveLength(4);
  });

  it('a name that is empty, as a variable that is not set leaves it', async () => {
    expect((await read([''])).problems).toEqual([expect.stringContaining('The name of an answers file is empty.') as string]);
  });

  it('names a mistake on one line, whatever the file holds', () => {
    const error = new AnswersError([{ code: 'answers-invalid', file: 'a.yaml', line: 1, column: 1, message: 'There is no key "a\n::error::b\u001b[31m".', remedy: 'Correct it.' }]);
    expect(error.message).toBe('a.yaml:1:1: There is no key "a ::error::b".');
  });
});

describe('scanning JSON', () => {
  it('finds no mistake in what JSON.stringify writes, and one in every piece of it', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        expect(scanJson(text)).toBeNull();
        expect(findRepeatedKey(text)).toBeNull();
        const piece = text.slice(0, cut % text.length);
        let valid = true;
        try {
          JSON.parse(piece);
        } catch {
          valid = false;
        }
        expect(scanJson(piece) === null).toBe(valid);
      }),
      { numRuns: 300 },
    );
  });
});
