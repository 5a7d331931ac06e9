import { describe, expect, it } from 'vitest';
import { educationLevel } from '../../../src/resume/parsing/education-level.ts';
import { understand } from './resume-lines.ts';

it.each([
  ['Ph.D. in Physics', 'doctorate'],
  ['Promotion in Chemie', 'doctorate'],
  ['M.Sc. Informatik', 'master'],
  ['MBA', 'master'],
  ['Diplom-Informatiker', 'master'],
  ['Máster en Big Data', 'master'],
  ['B.Tech in Computer Science', 'bachelor'],
  ['BE', 'bachelor'],
  ['Licence informatique', 'bachelor'],
  ['Grado en Ingeniería', 'bachelor'],
  ['Associate of Applied Science', 'associate'],
  ['DUT Informatique', 'associate'],
  ['High School Diploma', 'secondary'],
  ['Abitur', 'secondary'],
  ['HSC', 'secondary'],
] as const)('knows the level of "%s"', (text, level) => {
  expect(educationLevel(text)).toBe(level);
});

it.each(['Associate Professor', 'Scrum training', 'University of Leeds'])('finds no level in "%s"', (text) => {
  expect(educationLevel(text)).toBeNull();
});

describe('a school is read whatever the order of its lines', () => {
  it.each([
    ['one line', 'MSc Statistics, University of Leeds, 2015\nBSc Mathematics, Reed College, 2013'],
    ['school, degree, dates', 'University of Leeds\nMSc in Statistics\n2013 - 2015\nReed College\nBSc in Mathematics\n2010 - 2013'],
    ['degree, school, year', 'MSc Statistics\nUniversity of Leeds\n2015\nBSc Mathematics\nReed College\n2013'],
    ['dates first', '2013 - 2015   MSc Statistics\nUniversity of Leeds\n2010 - 2013   BSc Mathematics\nReed College'],
    ['degree at school', 'MSc Statistics at University of Leeds   2013 - 2015\nBSc Mathematics at Reed College   2010 - 2013'],
    ['area, degree, school', 'Statistics, Master of Science, University of Leeds\n2013 - 2015\nMathematics, Bachelor of Science, Reed College\n2010 - 2013'],
  ])('%s', (_, sketch) => {
    expect(understand(`## Education\n${sketch}`).education).toEqual([
      { institution: 'University of Leeds', area: 'Statistics', level: 'master', end: '2015-12' },
      { institution: 'Reed College', area: 'Mathematics', level: 'bachelor', end: '2013-12' },
    ]);
  });
});

it('takes courses and grades for no schools', () => {
  const sketch = '## Education\nState University   2012 - 2015\nBachelor of Science\nGrade: 3.8/4.0\nCourses\n- Operating Systems\n- School Psychology';
  expect(understand(sketch).education).toHaveLength(1);
});

it.each([
  ['BSc Physics, University of Leeds, 2015\nPhD Physics, University of Leeds, 2019', 'doctorate'],
  ['Certificate of attendance, Example Academy, 2019', 'other'],
])('gives the highest level', (sketch, level) => {
  expect(understand(`## Education\n${sketch}`).highestEducation).toBe(level);
});

it('gives no level without education', () => {
  expect(understand('## Skills\nGo').highestEducation).toBe('none');
});

it.each([
  ['Bootcamp in Web Development\nIronhack   2022', 'Ironhack'],
  ['Web Development Bootcamp, Ironhack, 2022', 'Ironhack'],
  ['Degree   Institution   Year\nB.E. in Computer Science   Anna University   2012', 'Anna University'],
  ['Oregon State University   Corvallis, OR\nBachelor of Science   2011 - 2015', 'Oregon State University'],
])('tells the school from course, table head and place: "%s"', (sketch, institution) => {
  expect(understand(`## Education\n${sketch}`).education.map((entry) => entry.institution)).toEqual([institution]);
});
