import { describe, expect, it } from 'vitest';
import { understand } from './resume-lines.ts';

const RESUME = `Ann Lee
ann@mail.example
## Summary
Engineer.
## Experience
Senior Engineer, Acme Inc.   Jan 2019 - Present
- Led a team of 8 engineers
- Cut the build time by 40% with Bazel
- Coffee
Engineer, Globex Ltd.   Jan 2016 - Dec 2018
- Migrated the billing to PostgreSQL
## Skills
Go, PostgreSQL`;

describe('claims', () => {
  it('name the line, the action, the technology and the numbers', () => {
    expect(understand(RESUME).claims).toEqual([
      { id: 'c1', text: 'Led a team of 8 engineers', page: 1, line: 7, status: 'untouched', action: 'led', skills: [], numbers: ['8 engineers'], entry: 'Acme Inc.' },
      { id: 'c2', text: 'Cut the build time by 40% with Bazel', page: 1, line: 8, status: 'untouched', action: 'cut', skills: ['Bazel'], numbers: ['40%'], entry: 'Acme Inc.' },
      { id: 'c3', text: 'Migrated the billing to PostgreSQL', page: 1, line: 11, status: 'untouched', action: 'migrated', skills: ['PostgreSQL'], numbers: [], entry: 'Globex Ltd.' },
    ]);
  });

  it.each([
    ['Entwicklung einer API mit Java', 'entwicklung'],
    ["Conception d'une API avec Java", 'conception'],
    ['Lideré la migración a Kafka', 'lidere'],
  ])('are found in other languages: "%s"', (text, action) => {
    expect(understand(`## Experience\nEngineer, Acme Inc.   2019 - 2021\n- ${text}`).claims).toMatchObject([{ action }]);
  });

  it.each([
    ['As part of the core team, I have been working as a developer of its trading desk.', 'working'],
    ['I am working on the order entry, which traders use all day.', 'working'],
    ['Currently building the order entry for the traders.', 'building'],
    ['Owning the nightly billing and what comes of it', 'owning'],
    ['Leads the work on the order entry', 'leads'],
  ])('are found in what goes on: "%s"', (text, action) => {
    expect(understand(`## Experience\nEngineer, Acme Inc.   2019 - Present\n- ${text}`).claims).toMatchObject([{ action }]);
  });

  it.each(['Understanding the wishes of the customer', 'Marketing department of the plant', 'Some words about the weather'])('are not found in "%s"', (text) => {
    expect(understand(`## Experience\nEngineer, Acme Inc.   2019 - Present\n- ${text}`).claims).toEqual([]);
  });

  it.each([
    'Looking for a senior role in a small team that runs Kubernetes.',
    'Seeking a challenging position in a team of Java engineers.',
    'Eager to grow a global team with React.',
    'Auf der Suche nach einem Team, das Java entwickelt.',
  ])('are no wishes: "%s"', (wish) => {
    const sketch = `## Summary\nBuilt billing systems in Go for 40 teams. ${wish}\n## Skills\nGo`;
    expect(understand(sketch).claims.map(({ text }) => text)).toEqual(['Built billing systems in Go for 40 teams.']);
  });

  it('join a bullet that was broken over two lines', () => {
    const sketch = '## Experience\nEngineer, Acme Inc.   2019 - 2021\n- Built the service that pays every supplier of the company\nwithin one day';
    expect(understand(sketch).claims.map(({ text }) => text)).toEqual(['Built the service that pays every supplier of the company within one day']);
  });
});

describe('chunks', () => {
  it('begin with the title they stand under and know their entry', () => {
    expect(understand(RESUME).chunks.filter(({ section }) => section === 'experience')).toMatchObject([
      { type: 'entry', entry: 'Acme Inc.', entryIndex: 0, text: 'Senior Engineer, Acme Inc. (2019-present): Led a team of 8 engineers\nCut the build time by 40% with Bazel\nCoffee' },
      { type: 'entry', entry: 'Globex Ltd.', entryIndex: 1, primaryDomain: 'sql' },
    ]);
  });

  it('overlap inside of a long entry only', () => {
    const bullets = Array.from({ length: 9 }, (_, index) => `- Built part ${index + 10} of the system that keeps the warehouse and its many robots working through the night without any person`);
    const texts = understand(`## Experience\nEngineer, Acme Inc.   2019 - 2021\n${bullets.join('\n')}\nAnalyst, Globex Ltd.   2016 - 2018\n- Wrote reports`).chunks.map(({ text }) => text);

    expect(texts.length).toBeGreaterThan(2);
    texts.slice(0, -1).forEach((text, index) => {
      expect(text).toMatch(/^Engineer, Acme Inc\. \(2019-2021\): /);
      const lastLine = text.split('\n').at(-1) ?? '';
      expect(texts[index + 1]?.includes(lastLine)).toBe(index < texts.length - 2);
    });
  });

  it('are numbered, and carry no contact data', () => {
    const { chunks } = understand(RESUME);
    expect(chunks.map(({ index }) => index)).toEqual(chunks.map((_, index) => index));
    expect(chunks.map(({ text }) => text).join()).not.toContain('@');
  });

  it('cut a paragraph without an end', () => {
    const { chunks } = understand(`## Summary\n${'word '.repeat(700)}`);
    expect(Math.max(...chunks.map(({ text }) => text.length))).toBeLessThan(700);
  });
});
