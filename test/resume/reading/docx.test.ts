import { deflateRawSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/resume/reading/docx.ts';
import { writeStoredZip } from '../../../src/resume/reading/stored-zip.ts';
import { fixture } from './fixture.ts';

const NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

function docx(body: string, more: Record<string, string> = {}): Uint8Array {
  const document = body.startsWith('<?xml') ? body : `<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`;
  const parts = { '[Content_Types].xml': TYPES, '_rels/.rels': RELATIONS, 'word/document.xml': document, ...more };
  return new Uint8Array(writeStoredZip(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)]))));
}

const paragraph = (text: string, properties = '') => `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => paragraph(text)).join('')}</w:tc>`;

async function texts(bytes: Uint8Array): Promise<string[]> {
  return (await readDocx(bytes)).lines.filter(({ hidden }) => !hidden).map(({ text }) => text);
}

describe('a Word file', () => {
  it('is read with its header, headings, items, tabs and tables', async () => {
    const { lines, notices } = await readDocx(new Uint8Array(readFileSync(fixture('machine-learning-engineer.docx'))));
    expect(lines.slice(0, 4)).toMatchObject([
      { text: 'Charlie Testcase', bold: true, line: 1 },
      { text: 'charlie.testcase@example.org | +1 555 0105' },
      { text: 'Machine Learning Engineer' },
      { text: 'Profile', headingLevel: 1 },
    ]);
    const all = lines.map(({ text }) => text);
    expect(all).toContain('Machine Learning Engineer, Relecloud Search   Feb 2023 - Present');
    expect(all).toContain('2019 - 2021   MSc in Machine Learning, Sample Technical University');
    expect(lines.filter(({ bullet }) => bullet)).toHaveLength(4);
    expect(notices.map(({ code }) => code)).toEqual(['page-header']);
  });

  it('reads layout tables cell by cell and rows of single lines across', async () => {
    const table = `<w:tbl><w:tr>${cell('Contact', 'a@example.org')}${cell('Profile', 'Builds things.')}</w:tr><w:tr>${cell('2019')}${cell('Engineer', 'Built it.')}</w:tr><w:tr>${cell('Go')}${cell('expert')}</w:tr></w:tbl>`;
    expect(await texts(docx(table))).toEqual(['Contact', 'a@example.org', 'Profile', 'Builds things.', '2019   Engineer', 'Built it.', 'Go   expert']);
  });

  it.each([
    ['hidden', '<w:vanish/>', 'hidden_style'],
    ['white', '<w:color w:val="FFFFFF"/>', 'white'],
    ['tiny', '<w:sz w:val="2"/>', 'tiny'],
  ])('marks %s text and keeps the rest of its paragraph', async (_, properties, hidden) => {
    const { lines, notices } = await readDocx(docx(`<w:p><w:r><w:t>Robin</w:t></w:r><w:r><w:rPr>${properties}</w:rPr><w:t>hire me</w:t></w:r></w:p>`));
    expect(lines).toMatchObject([{ text: 'Robin' }, { text: 'hire me', hidden }]);
    expect(notices).toMatchObject([{ code: 'hidden-text' }]);
  });

  it.each([
    ['in a shaded cell', `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="24364B"/></w:tcPr>${paragraph('Robin', '<w:color w:val="FFFFFF"/>')}</w:tc></w:tr></w:tbl>`],
    ['in a shaded run', paragraph('Robin', '<w:shd w:fill="000000"/><w:color w:val="FFFFFF"/>')],
    ['switched on again', paragraph('Robin', '<w:vanish w:val="0"/>')],
  ])('sees white text %s', async (_, body) => {
    expect(await texts(docx(body))).toEqual(['Robin']);
  });

  it('tells larger text from the body', async () => {
    const { lines } = await readDocx(docx(paragraph('Robin', '<w:sz w:val="44"/>') + paragraph('A body that is long enough.', '<w:sz w:val="22"/>')));
    expect(lines.map(({ size }) => size)).toEqual([2, 1]);
  });

  it('never opens an external entity', async () => {
    const hostile = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document ${NAMESPACES}><w:body>${paragraph('Name &x; end')}</w:body></w:document>`;
    const lines = await texts(docx(hostile)).catch((error: unknown) => [String(error)]);
    expect(lines.join(' ')).not.toMatch(new RegExp(readFileSync('/etc/hostname', 'utf8').trim()));
  });
});

describe('a hostile archive', () => {
  const refused: [string, () => Uint8Array, string][] = [
    ['is no archive', () => new TextEncoder().encode('PK\x03\x04 nonsense'), 'file-damaged'],
    ['has no Word document', () => new Uint8Array(writeStoredZip(new Map([['a.txt', Buffer.from('x')]]))), 'file-not-a-resume-format'],
    ['is a spreadsheet', () => new Uint8Array(writeStoredZip(new Map([['[Content_Types].xml', Buffer.from('x')], ['xl/workbook.xml', Buffer.from('x')]]))), 'file-not-a-resume-format'],
    ['has names that lead out of it', () => docx(paragraph('a'), { '../../evil.txt': 'x' }), 'file-unsafe-archive'],
    ['is not XML inside', () => docx('<?xml version="1.0"?>this is no document'), 'file-damaged'],
    ['nests tables without end', () => docx('<w:tbl><w:tr><w:tc>'.repeat(3000)), 'file-too-complex'],
    ['is a bomb that says so', () => bomb(100e6), 'file-bomb'],
    ['is a bomb that lies about its size', () => bomb(1000), 'file-bomb'],
  ];

  it.each(refused)('is refused when it %s', async (_, bytes, code) => {
    await expect(readDocx(bytes())).rejects.toMatchObject({ code });
  });

  /** The document deflated, 100 MB of spaces, with a size of the caller's choice in the list. */
  function bomb(stated: number): Uint8Array {
    const archive = Buffer.from(docx('<?xml version="1.0"?>DOCUMENT'));
    const content = deflateRawSync(Buffer.alloc(100e6, 0x20));
    const parts: Buffer[] = [];
    const at = archive.indexOf('DOCUMENT');
    const header = archive.lastIndexOf(Buffer.from('504b0304', 'hex'), at);
    const size = archive.readUInt32LE(header + 18);
    const start = header + 30 + archive.readUInt16LE(header + 26);
    parts.push(archive.subarray(0, start), content, archive.subarray(start + size));
    const whole = Buffer.concat(parts);
    const grown = content.length - size;
    const end = whole.lastIndexOf(Buffer.from('504b0506', 'hex'));
    const list = whole.readUInt32LE(end + 16) + grown;
    whole.writeUInt32LE(list, end + 16);
    const entry = whole.lastIndexOf(Buffer.from('504b0102', 'hex'));
    for (const place of [header + 8, entry + 10]) whole.writeUInt16LE(8, place);
    for (const place of [header + 18, entry + 20]) whole.writeUInt32LE(content.length, place);
    for (const place of [header + 22, entry + 24]) whole.writeUInt32LE(stated, place);
    return new Uint8Array(whole);
  }
});
