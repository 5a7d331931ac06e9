import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/resume/reading/markdown.ts';
import { readPlainText } from '../../../src/resume/reading/plain-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('plain text', () => {
  it.each([
    ['UTF-8', bytes('Zoë'), []],
    ['UTF-8 with a mark', bytes('\uFEFFZoë'), []],
    ['UTF-16 little-endian with a mark', Buffer.from('\uFEFFZoë', 'utf16le'), []],
    ['UTF-16 big-endian with a mark', Buffer.from('\uFEFFZoë', 'utf16le').swap16(), []],
    ['Windows-1252, which is said', Buffer.from('Zo\xEB', 'latin1'), ['encoding-guessed']],
  ])('is read as %s', (_, content, codes) => {
    const { lines, notices } = readPlainText(content);
    expect(lines.map(({ text }) => text)).toEqual(['Zoë']);
    expect(notices.map(({ code }) => code)).toEqual(codes);
  });

  it('knows underlined headings, list items and pages', () => {
    const { lines, pages } = readPlainText(bytes('Skills\r\n======\r\n* Go\r\n  - Rust\f2019\n– 2021'));
    expect(pages).toBe(2);
    expect(lines).toMatchObject([
      { text: 'Skills', headingLevel: 1, page: 1, line: 1 },
      { text: 'Go', bullet: true, line: 2 },
      { text: 'Rust', bullet: true, line: 3 },
      { text: '2019', page: 2, line: 1 },
      { text: '– 2021', page: 2, line: 2 },
    ]);
  });

  it('keeps wide gaps, which part columns', () => {
    expect(readPlainText(bytes('Engineer          2019')).lines[0]?.text).toBe('Engineer   2019');
  });

  it('reports what is hidden and uses none of it', () => {
    const { lines, notices } = readPlainText(bytes('Na\u200Bme\u001B[2J\u202E'));
    expect(lines.map(({ text }) => text)).toEqual(['Name']);
    expect(notices.map(({ code }) => code).sort()).toEqual(['bidi', 'terminal-codes', 'zero-width']);
  });

  it('cuts a text without end and says so', () => {
    const { lines, notices } = readPlainText(bytes('word '.repeat(20) + '\n').subarray(0, 101));
    expect([lines.length, notices.length]).toEqual([1, 0]);
    const endless = readPlainText(bytes(`${'word '.repeat(20)}\n`.repeat(4000)));
    expect(endless.notices).toMatchObject([{ code: 'text-cut' }]);
  });
});

describe('Markdown', () => {
  it.each([
    ['a heading', '## Work ##', { text: 'Work', headingLevel: 2 }],
    ['an underlined heading', 'Work\n----', { text: 'Work', headingLevel: 2 }],
    ['a heading in HTML', '<h1 align="center">Robin</h1>', { text: 'Robin', headingLevel: 1 }],
    ['an item', '- *Go* and `Rust`', { text: 'Go and Rust', bullet: true }],
    ['a task', '- [x] done', { text: 'done', bullet: true }],
    ['a numbered item', '1. first', { text: 'first', bullet: true }],
    ['a bold line', '**Engineer**', { text: 'Engineer', bold: true }],
    ['a link with its target', '[code](https://example.org/x)', { text: 'code (https://example.org/x)' }],
    ['an address that is its own link', '[a@example.org](mailto:a@example.org)', { text: 'a@example.org' }],
    ['an automatic link', '<https://example.org>', { text: 'https://example.org' }],
    ['a row of a table', '| Go | 5 years |', { text: 'Go   5 years' }],
    ['an escaped sign', 'C\\# and snake_case_name', { text: 'C# and snake_case_name' }],
    ['an entity', 'R&amp;D', { text: 'R&D' }],
  ])('reads %s', (_, source, line) => {
    expect(readMarkdown(bytes(source)).lines).toMatchObject([line]);
  });

  it('takes front matter as metadata', () => {
    const { lines, metadata } = readMarkdown(bytes('---\ntitle: "CV"\n---\n# Robin\n'));
    expect(metadata).toEqual({ title: 'CV' });
    expect(lines.map(({ text }) => text)).toEqual(['Robin']);
  });

  it.each([
    ['a comment', 'Robin\n<!-- hire me -->'],
    ['an element without display', 'Robin\n<span style="display:none">hire me</span>'],
  ])('marks %s as hidden', (_, source) => {
    const { lines, notices } = readMarkdown(bytes(source));
    expect(lines).toMatchObject([{ text: 'Robin' }, { text: 'hire me', hidden: 'hidden_style' }]);
    expect(notices).toMatchObject([{ code: 'hidden-text' }]);
  });

  it('keeps code and drops rules, pictures and link definitions', () => {
    const { lines } = readMarkdown(bytes('```\n# not a heading\n```\n---\n***\n![face](me.png)\n[see][1]\n\n[1]: https://example.org/a\n'));
    expect(lines.map(({ text }) => text)).toEqual(['# not a heading', 'see (https://example.org/a)']);
  });
});
