import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { changePack, questionText } from '../../src/packs/edit-pack.ts';
import { loadBuiltInPacks } from '../../src/packs/load.ts';
import { parsePackSource } from '../../src/packs/pack-source.ts';
import { questionYaml, readQuestions } from '../../src/packs/question-yaml.ts';
import { SOUND } from './files.ts';

const source = (text: string) => parsePackSource(text, 'mine.yaml');
const NEW = `id: new-one # mine\ntext: What is new?\n# about the type\ntype: technical\ndifficulty: easy\nreference: |\n  It is\n\n  new.\nkeyPoints:\n  - { id: new, text: It is new }\n`;
const idsOf = (text: string) => (parse(text) as { questions: { id: string }[] }).questions.map(({ id }) => id);
const linesGone = (before: string, after: string) => before.split('\n').filter((line) => !after.split('\n').includes(line));

const LAYOUTS: [string, string][] = [
  ['indented lists', SOUND],
  ['lists at the margin', SOUND.replace(/(?<=questions:\n)[\s\S]*/u, (list) => list.replace(/^ {2}/gmu, ''))],
  ['no line end after the last question', SOUND.replace(/\n\n# the end\n$/u, '')],
  ['keys after the questions', SOUND.replace('version: 1\n', '').replace('# the end\n', 'version: 3\n')],
];

describe.each(LAYOUTS)('a pack with %s', (_, text) => {
  it('gets a question at its end, and every line stays', () => {
    const after = changePack(source(text), { put: NEW });
    expect(idsOf(after)).toEqual(['mine-cache', 'mine-eviction', 'new-one']);
    expect(linesGone(text, after)).toEqual([]);
    expect(after).toContain('# about the type');
  });

  it('gets a question replaced, and all other lines stay', () => {
    const after = changePack(source(text), { put: NEW, at: 0 });
    expect(idsOf(after)).toEqual(['new-one', 'mine-eviction']);
    expect(after).toMatch(/# my pack[\s\S]*# --- basics ---[\s\S]*# the second/u);
  });

  it.each([0, 1])('loses question %i alone', (at) => {
    const after = changePack(source(text), { remove: at });
    expect(idsOf(after)).toEqual([['mine-eviction'], ['mine-cache']][at]);
    expect(after).toContain('# my pack');
  });

  it('is the same again when what was added is taken away', () => {
    const added = changePack(source(text), { put: NEW });
    expect(changePack(source(added), { remove: 2 }).trimEnd()).toBe(text.trimEnd());
  });

  it('gives out a question as it stands, and takes it back unchanged', () => {
    for (const at of [0, 1]) expect(changePack(source(text), { put: questionText(source(text), at), at }).trimEnd()).toBe(text.trimEnd());
  });
});

it('writes a pack in flow style anew, with its comments', () => {
  const flow = `# mine\nid: mine\ndomain: d\ntitle: t\nquestions: [{ id: a, text: A?, type: technical, difficulty: easy, reference: r, keyPoints: [{ id: k, text: k }] }] # all\n`;
  const after = changePack(source(flow), { put: NEW });
  expect(idsOf(after)).toEqual(['a', 'new-one']);
  expect(after).toContain('# mine');
});

it('refuses to take away what another question points at', () => {
  const shared = SOUND.replace('    keyPoints:\n      - id: latency', '    keyPoints:\n      - &first\n        id: latency').replace('      - { id: lru, text: Evict what was not used for the longest time }', '      - *first').replace('keyPoint: lru', 'keyPoint: latency');
  expect(() => changePack(source(shared), { remove: 0 })).toThrow(/share parts/);
});

it('refuses what would make it no pack', () => {
  expect(() => changePack(source(SOUND), { put: 'id: x\n' })).toThrow(/text is missing/);
});

describe('a question as YAML', () => {
  it('says the same as the question, for every question of the built-in packs', () => {
    for (const { pack } of loadBuiltInPacks()) {
      for (const question of pack.questions) expect(readQuestions(questionYaml(question, pack.domain), 'q', pack.domain)).toMatchObject([{ question }]);
    }
  });

  it('keeps the layout and comments of its author', () => {
    expect(readQuestions(`\r\n${NEW.replaceAll('\n', '\r\n')}`, 'q', 'd')[0]?.yaml).toBe(NEW);
  });

  it.each([
    ['JSON', JSON.stringify(parse(NEW)), 1],
    ['a list', `- ${NEW.trimEnd().replaceAll('\n', '\n  ')}\n- ${NEW.trimEnd().replace('new-one', 'new-two').replaceAll('\n', '\n  ')}\n`, 2],
    ['an indented question', NEW.replace(/^(?=.)/gmu, '    '), 1],
    ['a document with marks', `---\n${NEW}...\n`, 1],
  ])('is read from %s, and can be put into a pack', (_, text, count) => {
    const written = readQuestions(text, 'q', 'd');
    expect(written).toHaveLength(count);
    const after = written.reduce((before, { yaml }) => changePack(source(before), { put: yaml }), SOUND);
    expect(idsOf(after)).toHaveLength(2 + count);
  });

  it('names every mistake with its line', () => {
    expect(() => readQuestions('id: a\ntext: b\ntype: c\nreference: r\nkeyPoints: []\n', 'q.yaml', 'd')).toThrow(/q\.yaml:3:1: [\s\S]*difficulty is missing[\s\S]*q\.yaml:5:1: /);
  });
});
