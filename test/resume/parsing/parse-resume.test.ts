import { describe, expect, it } from 'vitest';
import { summarizeResume } from '../../../src/resume/parsing/summary.ts';
import { ParsedResume, ResumeSummary } from '../../../src/schemas/resume.ts';
import { linesOf, NOW, understand } from './resume-lines.ts';

const GERMAN = `Mia Sommer
Beispielweg 4, 10115 Berlin
mia.sommer@post.example
Geburtsdatum: 12.03.1988
**Berufserfahrung**
03/2019 – heute   Senior Softwareentwicklerin
Nordwind Software GmbH, Hamburg
- Entwicklung von Diensten mit Java und Spring Boot
10/2014 – 02/2019   Softwareentwicklerin
Südwind AG, München
- Umsetzung einer Anwendung mit Angular
**Ausbildung**
10/2011 – 09/2014   Master of Science Informatik
Technische Universität Dresden
**Kenntnisse**
Programmiersprachen: Java, Kotlin
Werkzeuge: Docker, Jenkins`;

describe('a whole resume', () => {
  const parsed = understand(GERMAN);

  it('is understood in German', () => {
    expect(parsed).toMatchObject({
      name: 'Mia Sommer',
      email: 'mia.sommer@post.example',
      skills: ['Java', 'Kotlin', 'Docker', 'Jenkins'],
      work: [{ company: 'Nordwind Software GmbH', end: null }, { company: 'Südwind AG', place: 'München' }],
      education: [{ institution: 'Technische Universität Dresden', level: 'master', end: '2014-09' }],
      highestEducation: 'master',
      yearsOfExperience: 9.67,
      primaryDomain: 'java',
    });
  });

  it('fits its schema', () => {
    expect(ParsedResume.safeParse(parsed).error).toBeUndefined();
  });

  it('is understood the same way twice', () => {
    expect(understand(GERMAN)).toEqual(parsed);
  });

  it('tells of personal data without repeating it', () => {
    const notices = parsed.notices.filter(({ code }) => code === 'personal-data');
    expect(notices.map(({ message }) => message).join()).toMatch(/date of birth .*street address/);
    expect(JSON.stringify(notices)).not.toMatch(/1988|Beispielweg/);
  });
});

it('never uses hidden lines', () => {
  const hidden = linesOf('## Skills\nCobol, Fortran\n## Experience\nCEO, Hidden Inc.   2001 - 2019').map((line) => ({ ...line, page: 2, hidden: 'white' as const }));
  expect(understand([...linesOf(GERMAN), ...hidden])).toEqual(understand(GERMAN));
});

it.each([
  ['nothing', ''],
  ['one word', 'x'],
  ['headings alone', '## Experience\n## Education\n## Skills'],
  ['dates alone', '## Experience\n2019 - 2021\n2018 - 2019'],
  ['brackets and marks', '((((((\n|||||\n....\n- - -'],
])('stands a file with %s', (_, sketch) => {
  expect(ParsedResume.safeParse(understand(sketch)).error).toBeUndefined();
});

it('says when a file is longer than any resume', () => {
  const lines = Array.from({ length: 4100 }, (_, index) => ({ text: 'Go, Rust', page: 1, line: index + 1 }));
  expect(understand(lines).notices.map(({ code }) => code)).toContain('too-long');
});

describe('domains', () => {
  it('weigh what was done lately more than what was done long ago', () => {
    const job = (skill: string, dates: string) => `Consultant, Acme Inc.   ${dates}\n- Worked with ${skill}`;
    const sketch = `## Experience\n${job('Kubernetes', '2022 - Present')}\n${job('Hadoop', '2004 - 2006')}`;
    expect(understand(sketch).primaryDomain).toBe('containers-ci-cd');
  });
});

describe('the summary of a resume', () => {
  it.each([
    ['Engineer', '2024-01', 'easy'],
    ['Senior Engineer', '2024-01', 'medium'],
    ['Engineer', '2020-01', 'medium'],
    ['Junior Engineer', '2020-01', 'easy'],
    ['Engineer', '2010-01', 'hard'],
    ['Staff Engineer', '2010-01', 'hard'],
  ])('suggests for a %s since %s: %s', (title, start, difficulty) => {
    const parsed = understand(`## Experience\n${title}, Acme Inc.   ${start} - Present\n- Built it`);
    expect(summarizeResume(parsed, null).suggestedDifficulty).toBe(difficulty);
  });

  it.each([
    ['Junior Data Analyst', 'easy'],
    ['Data Analyst', 'easy'],
    ['Senior Data Analyst', 'medium'],
  ])('counts years in other fields for nothing: a new %s gets %s', (title, difficulty) => {
    const parsed = understand(`## Experience\n${title}, Acme Inc.   2023-09 - Present\n- Built reports in SQL\nGeneral Manager, Corner Bistro   2014-01 - 2023-08\n- Ran the restaurant`);
    expect(parsed.yearsOfExperience).toBeGreaterThan(9);
    expect(summarizeResume(parsed, null, { now: NOW }).suggestedDifficulty).toBe(difficulty);
  });

  it('begins with no hard question for a junior of now, whatever role is wanted', () => {
    const parsed = understand('## Experience\nJunior Developer, Acme Inc.   2010-01 - Present\n- Built it');
    expect(summarizeResume(parsed, 'Backend Engineer').suggestedDifficulty).toBe('medium');
  });

  it('follows the role in skills and topics', () => {
    const parsed = understand('## Experience\nEngineer, Acme Inc.   2019 - Present\n- Built it in Java and React\n## Skills\nJava, Kafka, React, TypeScript, PostgreSQL');
    expect(summarizeResume(parsed, 'Frontend Developer').keySkills[0]).toBe('React');
    expect(summarizeResume(parsed, 'Frontend Developer').suggestedTopics).toContain('javascript');
    expect(summarizeResume(parsed, 'Java Developer').keySkills[0]).toBe('Java');
  });

  it('fits its schema, also for an empty resume', () => {
    expect(ResumeSummary.safeParse(summarizeResume(understand(GERMAN), null)).error).toBeUndefined();
    expect(ResumeSummary.safeParse(summarizeResume(understand(''), 'Engineer')).error).toBeUndefined();
  });
});
