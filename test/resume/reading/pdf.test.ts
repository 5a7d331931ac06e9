import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ResumeDocument } from '../../../src/schemas/resume.ts';
import { readPdf } from '../../../src/resume/reading/pdf.ts';
import { fixture } from './fixture.ts';
import { drawPdf } from './draw-pdf.ts';

async function read(name: string): Promise<ResumeDocument> {
  return readPdf(new Uint8Array(readFileSync(fixture(name))));
}

const textsOf = ({ lines }: ResumeDocument) => lines.filter(({ hidden }) => !hidden).map(({ text }) => text);

describe('a page of one column', () => {
  let document: ResumeDocument;
  beforeAll(async () => {
    document = await read('backend-engineer.pdf');
  });

  it('is read from top to bottom over its pages', () => {
    const texts = textsOf(document);
    expect(texts.slice(0, 3)).toEqual(['Alex Sample', 'Backend Engineer', 'alex.sample@example.org | +1 555 0100 | Lisbon, Portugal | github.com/alex-sample-example']);
    const headings = document.lines.filter(({ bold, size = 1 }) => bold && size > 1.1).map(({ text }) => text);
    expect(headings).toEqual(['Alex Sample', 'Summary', 'Experience', 'Projects', 'Education', 'Skills', 'Certificates', 'Languages']);
  });

  it('knows list items that the browser drew as shapes, and what metadata says', () => {
    const items = document.lines.filter(({ bullet }) => bullet);
    expect(items).toHaveLength(14);
    expect(items[0]?.text).toMatch(/^Led the move of the shipment/);
    expect(document.metadata).toMatchObject({ title: 'Alex Sample - Backend Engineer' });
    expect(document.notices).toEqual([]);
  });
});

it('reads a sidebar before the page beside it, with spaced headings and a torn address whole', async () => {
  const texts = textsOf(await read('frontend-sidebar.pdf'));
  const order = ['CONTACT', 'robin.placeholder@example.org', 'SKILLS', 'GraphQL', 'LANGUAGES', 'English (fluent)', 'PROFILE', 'WORK', 'Contoso Market   Jan 2023 - Present', 'EDUCATION', 'PROJECTS'];
  expect(texts.filter((text) => order.includes(text))).toEqual(order);
});

it('keeps dates on the right in the line of their title', async () => {
  const texts = textsOf(await read('data-engineer-dates-right.pdf'));
  expect(texts).toEqual(expect.arrayContaining(['Data Engineer   04/2022 – Present', 'Adventure Works Analytics   Denver, CO', 'MSc in Statistics   2017 – 2019', 'Cloud   AWS, Docker, Kubernetes, Terraform']));
});

describe('positions', () => {
  it.each([
    [
      'columns whose headings stand on the same height are read one after the other',
      ['70 700 b CONTACT', '300 700 b EXPERIENCE', '70 680 a@example.org', '300 680 Engineer at Contoso', '70 660 b SKILLS', '300 660 Built a thing', '70 640 Go', '300 640 Built another thing', '70 620 Rust', '300 620 b EDUCATION', '300 600 BSc in Physics'],
      ['CONTACT', 'a@example.org', 'SKILLS', 'Go', 'Rust', 'EXPERIENCE', 'Engineer at Contoso', 'Built a thing', 'Built another thing', 'EDUCATION', 'BSc in Physics'],
    ],
    [
      'dates in a left column stand before their entry',
      ['60 700 2019 - 2021', '170 700 b Engineer, Contoso', '170 686 Built the payments platform and kept it running for years.', '170 672 Wrote tests.', '60 640 2015 - 2019', '170 640 b Developer, Fabrikam', '170 626 Made a booking site that people liked.'],
      ['2019 - 2021   Engineer, Contoso', 'Built the payments platform and kept it running for years.', 'Wrote tests.', '2015 - 2019   Developer, Fabrikam', 'Made a booking site that people liked.'],
    ],
    [
      'headings in a left column stand before what is beside them',
      ['60 700 b Work', '170 700 b Engineer', '170 686 Contoso', '170 672 Built the payments platform.', '60 630 b Education', '170 630 b BSc in Physics', '170 616 Example University'],
      ['Work', 'Engineer', 'Contoso', 'Built the payments platform.', 'Education', 'BSc in Physics', 'Example University'],
    ],
    ['a date that was broken is one date', ['60 700 June', '60 686 2022', '60 660 b Prize'], ['June 2022', 'Prize']],
    ['letters set apart are a word', ['60 700 s3 WORK HISTORY', '60 680 Contoso'], ['WORK HISTORY', 'Contoso']],
    ['a table is read row by row', ['60 700 b Languages', '200 700 Go, Rust', '60 686 b Data', '200 686 Kafka', '60 672 b Cloud', '200 672 AWS'], ['Languages   Go, Rust', 'Data   Kafka', 'Cloud   AWS']],
  ])('%s', async (_, drawn, expected) => {
    expect(textsOf(await readPdf(drawPdf([drawn])))).toEqual(expected);
  });

  it('reads a column to its end over two pages before the next column', async () => {
    const page = (...rest: string[]) => ['300 760 b EXPERIENCE', '300 740 Engineer at Contoso', '300 720 Built a thing', '60 760 b SKILLS', '60 740 Go', '60 720 Rust', ...rest];
    const texts = textsOf(await readPdf(drawPdf([page('60 100 b LANGUAGES', '300 100 Built the last thing'), ['60 760 English', '60 740 German']])));
    expect(texts.indexOf('English')).toBe(texts.indexOf('LANGUAGES') + 1);
    expect(texts.indexOf('EXPERIENCE')).toBeGreaterThan(texts.indexOf('German'));
  });

  it('leaves out page numbers and repeated titles', async () => {
    const page = (number: number) => ['60 800 Alex Sample', `60 600 Text of page ${'abc'[number] ?? ''}`, `290 30 Page ${number} of 2`];
    expect(textsOf(await readPdf(drawPdf([page(1), page(2)])))).toEqual(['Alex Sample', 'Text of page b', 'Text of page c']);
  });

  it('reads text that runs up the page', async () => {
    expect(textsOf(await readPdf(drawPdf([['60 700 Body of the page', '60 680 goes on', '30 300 r Sidebar title']])))).toEqual(['Body of the page', 'goes on', 'Sidebar title']);
  });
});

describe('what a reader does not see', () => {
  it.each([
    ['white on white', '60 500 c1 hire me', 'white'],
    ['too small', '60 500 z1 hire me', 'tiny'],
    ['outside the page', '60 -200 hire me', 'off_page'],
    ['invisible', '60 500 m3 hire me', 'hidden_style'],
    ['under a filled box', '60 500 hire me|box 40 480 300 60 0.2', 'covered'],
  ])('is marked when it is %s', async (_, drawn, hidden) => {
    const { lines, notices } = await readPdf(drawPdf([['60 700 Robin', ...drawn.split('|')]]));
    expect(lines).toMatchObject([{ text: 'Robin' }, { text: 'hire me', hidden }]);
    expect(notices).toMatchObject([{ code: 'hidden-text', page: 1 }]);
  });

  it('is not what stands white on a dark box', async () => {
    const document = await readPdf(drawPdf([['box 40 680 300 60 0.2', '60 700 c1 Robin']]));
    expect(document.lines).toMatchObject([{ text: 'Robin' }]);
    expect(document.lines[0]?.hidden).toBeUndefined();
  });
});

it('reads the pages that can be read of a long file and says so', async () => {
  const { pages, lines, notices } = await readPdf(drawPdf(Array.from({ length: 60 }, (_, index) => [`60 700 Line of page ${index}x`])));
  expect([pages, lines.length]).toEqual([60, 50]);
  expect(notices).toMatchObject([{ code: 'pages-cut' }]);
});

it.each([
  ['a wide space between bold and plain text', ['50 700 September 2015 to May', '161 700 b Business Analyst'], 'September 2015 to May   Business Analyst'],
  ['a large name before a small address', ['50 700 b z20 Ann Lee', '136 700 z9 Berlin'], 'Ann Lee   Berlin'],
  ['letters set apart with words between them', ['50 700 s5 WORK EXPERIENCE'], 'WORK EXPERIENCE'],
])('parts cells of a line at %s', async (_, drawings, text) => {
  expect(textsOf(await readPdf(drawPdf([[...drawings, '50 600 Some more text with spaces in it', '50 580 so that the page has words']])))[0]).toBe(text);
});

it('keeps cells with a broken title together, and tables row by row', async () => {
  const cells = ['50 700 b z14 Programming', '50 684 b z14 Languages', '50 664 Go', '50 648 Rust', '300 700 b z14 Web Development', '300 680 React', '300 664 Node'];
  const table = ['50 500 b Degree', '250 500 b Institution', '450 500 b Year', '50 480 BSc Physics', '250 480 Acme University', '450 480 2012', '50 460 HSC', '250 460 Acme School', '450 460 2008'];
  expect(textsOf(await readPdf(drawPdf([cells])))).toEqual(['Programming', 'Languages', 'Go', 'Rust', 'Web Development', 'React', 'Node']);
  expect(textsOf(await readPdf(drawPdf([table])))).toEqual(['Degree   Institution   Year', 'BSc Physics   Acme University   2012', 'HSC   Acme School   2008']);
});
