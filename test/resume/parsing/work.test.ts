import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/schemas/resume.ts';
import { understand } from './resume-lines.ts';

const jobs = (sketch: string | Line[]) => understand(sketch).work.map(({ company, title, place, start, end }) => [company, title, place, start, end]);

const ENGINEER = ['Acme Inc.', 'Software Engineer', null, '2019-01', null];
const ANALYST = ['Globex', 'Data Analyst', null, '2016-02', '2018-12'];

describe('a job is read whatever the order of its lines', () => {
  it.each([
    ['title, company, dates on lines of their own', 'Software Engineer\nAcme Inc.\nJan 2019 - Present\n- Built it\nData Analyst\nGlobex\nFeb 2016 - Dec 2018\n- Wrote it'],
    ['company with dates at the right, title below', 'Acme Inc.   Jan 2019 - Present\nSoftware Engineer\n- Built it\nGlobex   Feb 2016 - Dec 2018\nData Analyst\n- Wrote it'],
    ['dates first', '01/2019 – heute   Software Engineer\nAcme Inc.\n- Built it\n02/2016 – 12/2018   Data Analyst\nGlobex\n- Wrote it'],
    ['Title at Company', 'Software Engineer at Acme Inc.   Jan 2019 - Present\n- Built it\nData Analyst at Globex   Feb 2016 - Dec 2018\n- Wrote it'],
    ['Title, Company', 'Software Engineer, Acme Inc.\nJan 2019 - Present\n- Built it\nData Analyst, Globex\nFeb 2016 - Dec 2018\n- Wrote it'],
    ['Company — Title', 'Acme Inc. — Software Engineer (Jan 2019 - Present)\n- Built it\nGlobex — Data Analyst (Feb 2016 - Dec 2018)\n- Wrote it'],
    ['Title | Company | dates', 'Software Engineer | Acme Inc. | Jan 2019 - Present\n- Built it\nData Analyst | Globex | Feb 2016 - Dec 2018\n- Wrote it'],
    ['labels', 'Company: Acme Inc.\nDesignation: Software Engineer\nDuration: Jan 2019 to till date\n- Built it\nCompany: Globex\nDesignation: Data Analyst\nDuration: Feb 2016 - Dec 2018\n- Wrote it'],
    ['no text between the jobs', 'Software Engineer\nAcme Inc.\nJan 2019 - Present\nData Analyst\nGlobex\nFeb 2016 - Dec 2018'],
    ['headings of the file', '### Software Engineer, Acme Inc.\nJan 2019 - Present\n- Built it\n### Data Analyst, Globex\nFeb 2016 - Dec 2018\n- Wrote it'],
  ])('%s', (_, sketch) => {
    expect(jobs(`## Experience\n${sketch}`)).toEqual([ENGINEER, ANALYST]);
  });
});

it('keeps several titles in one company apart', () => {
  const sketch = '## Experience\nAcme Inc.   Berlin, Germany\nStaff Engineer   Jan 2021 - Present\n- Led it\nSoftware Engineer   Mar 2018 - Dec 2020\n- Built it';
  expect(jobs(sketch)).toEqual([
    ['Acme Inc.', 'Staff Engineer', 'Berlin, Germany', '2021-01', null],
    ['Acme Inc.', 'Software Engineer', null, '2018-03', '2020-12'],
  ]);
});

it.each([
  ['Software Engineer, Acme Inc., Austin, TX   2019 - 2021', 'Acme Inc.', 'Austin, TX'],
  ['Data Engineer   2019 - 2021\nAdventure Works   Denver, CO', 'Adventure Works', 'Denver, CO'],
  ['Data Engineer   2019 - 2021\nHarborlight, Portland, OR', 'Harborlight', 'Portland, OR'],
  ['Data Engineer, Parcelwise, Bristol, UK, June 2019 – May 2021', 'Parcelwise', 'Bristol, UK'],
  ['Brise Marine — Data Engineer\n2019 – 2021, La Rochelle', 'Brise Marine', 'La Rochelle'],
  ['2019 – 2021   La Rochelle\nDATA ENGINEER   BRISE MARINE', 'BRISE MARINE', null],
  ['Softwareentwicklerin   03/2019 – 02/2021\nNordwind GmbH, Hamburg', 'Nordwind GmbH', 'Hamburg'],
  ['Développeur web – Agence Pixel, Lyon\nSeptembre 2016 à décembre 2019', 'Agence Pixel', 'Lyon'],
])('takes the place off the company in "%s"', (sketch, company, place) => {
  expect(understand(`## Experience\n${sketch}\n- Did it`).work).toMatchObject([{ company, place }]);
});

it('leaves a description of the company and wrapped bullets out of the header', () => {
  const lines: Line[] = [
    { text: 'Experience', page: 1, line: 1, bold: true, size: 1.4, left: 0.1 },
    { text: 'Acme Inc.   2019 - 2021', page: 1, line: 2, bold: true, left: 0.1 },
    { text: 'Sales engagement platform', page: 1, line: 3, left: 0.1 },
    { text: 'Software Engineer', page: 1, line: 4, bold: true, left: 0.1 },
    { text: 'Worked for Globex Ltd. and moved its whole billing to', page: 1, line: 5, bullet: true, left: 0.13 },
    { text: 'Oracle from June 2019 to May 2020', page: 1, line: 6, left: 0.13 },
  ];
  expect(jobs(lines)).toEqual([['Acme Inc.', 'Software Engineer', null, '2019-01', '2021-12']]);
});

it('opens a job at a date that begins with a small letter', () => {
  const sketch = '## Expérience\njanvier 2020 - aujourd’hui\nDéveloppeuse\nAtelier Loire\n- Conception du site\nseptembre 2017 - décembre 2019\nStagiaire\nBrise Marine\n- Refonte du site';
  expect(jobs(sketch)).toEqual([
    ['Atelier Loire', 'Développeuse', null, '2020-01', null],
    ['Brise Marine', 'Stagiaire', null, '2017-09', '2019-12'],
  ]);
});

it('opens a job at a line that ends with its span, however long, under a full line of text', () => {
  const sketch =
    '## Experience\nData Scientist, Lakeshore Genomics (Madison, WI), 2020 – Present\nBuilt a ranking model in Python that is used in twelve hospitals of three states.\nPrincipal Data Analyst, Prairie Mutual (Des Moines, IA), 2016 – 2020\nPredicted damage claims.';
  expect(jobs(sketch).map(([company]) => company)).toEqual(['Lakeshore Genomics', 'Prairie Mutual']);
});

it('joins a bold title that a narrow column broke', () => {
  const texts = ['Principal Data Scientist, Lakeshore', 'Genomics', '2020 – Present', 'Built a variant ranking model in Python'];
  const lines = texts.map((text, index): Line => ({ text, page: 1, line: index + 2, left: 0.06, ...(index < 2 && { bold: true }), ...(index === 3 && { bullet: true }) }));
  expect(jobs([{ text: 'Experience', page: 1, line: 1, bold: true, size: 1.4, left: 0.06 }, ...lines])).toEqual([['Lakeshore Genomics', 'Principal Data Scientist', null, '2020-01', null]]);
});

it('says where a job stands and which skills it names', () => {
  expect(understand('## Experience\nSoftware Engineer, Acme Inc.   2019 - 2021\n- Wrote services in Go and Postgres').work).toMatchObject([{ page: 1, line: 2, skills: ['Go', 'PostgreSQL'] }]);
});
