import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/schemas/resume.ts';
import { understand } from './resume-lines.ts';

describe('the name', () => {
  it.each([
    ['stands first', 'Ann Lee\nann.lee@mail.example', 'Ann Lee'],
    ['stands in capitals', 'ANN LEE\nSOFTWARE ENGINEER', 'Ann Lee'],
    ['comes after a title of the document', 'Curriculum Vitae\nAnn Lee\nann@mail.example', 'Ann Lee'],
    ['has a label', 'Resume\nName: Ann Lee\nEmail: ann@mail.example', 'Ann Lee'],
    ['is turned around', 'LEE, Ann\nann@mail.example', 'Ann LEE'],
    ['has particles', 'Ana de la Cruz\nana@mail.example', 'Ana de la Cruz'],
    ['carries a title', 'Dr. Ann Lee\nann@mail.example', 'Dr. Ann Lee'],
    ['carries degrees', 'Ann Lee, Ph.D.\nann@mail.example', 'Ann Lee'],
    ['shares its line', 'Ann Lee   ann@mail.example   Berlin', 'Ann Lee'],
    ['is below a job title', 'Software Engineer\nAnn Lee\nann.lee@mail.example', 'Ann Lee'],
    ['is Japanese', '田中太郎\nエンジニア', '田中太郎'],
  ])('is found when it %s', (_, sketch, name) => {
    expect(understand(`${sketch}\n## Skills\nGo`).name).toBe(name);
  });

  it.each([
    [['Ann', 'Lee'], 'Ann Lee'],
    [['Maria', 'Fern-', 'Lindqvist'], 'Maria Fern-Lindqvist'],
  ])('is whole when it stands over several lines: %j', (parts, name) => {
    const large = parts.map((text, index): Line => ({ text, page: 1, line: index + 1, bold: true, size: 2, left: 0.05, top: 0.04 + index * 0.026 }));
    const rest: Line[] = [
      { text: 'Frontend Developer', page: 1, line: 8, left: 0.05, top: 0.13 },
      { text: 'Skills', page: 1, line: 9, bold: true, size: 1.3, left: 0.05, top: 0.2 },
      { text: 'Go, Rust', page: 1, line: 10, left: 0.05, top: 0.23 },
    ];
    expect(understand([...large, ...rest]).name).toBe(name);
  });

  it('is the largest line when a margin was read first', () => {
    const lines: Line[] = [
      { text: 'Contact', page: 1, line: 1, bold: true },
      { text: 'Berlin, Germany', page: 1, line: 2 },
      { text: 'Ann Lee', page: 1, line: 3, size: 2.4 },
      { text: 'Experience', page: 1, line: 4, bold: true },
    ];
    expect(understand(lines).name).toBe('Ann Lee');
  });

  it('is null where nobody is named', () => {
    expect(understand('## Skills\nGo, Rust').name).toBeNull();
  });
});

it.each([
  ['Ann Lee\nMail: ann.lee+jobs@mail.example.co.uk | Berlin', 'ann.lee+jobs@mail.example.co.uk'],
  ['Ann Lee\nann [at] mail [dot] example', 'ann@mail.example'],
])('reads the e-mail address', (sketch, email) => {
  expect(understand(sketch).email).toBe(email);
});

it.each([
  ['+49 30 1234567', '+49 30 1234567'],
  ['(415) 555-0134', '(415) 555-0134'],
  ['Mobile: 06 12 34 56 78', '06 12 34 56 78'],
  ['2015 - 2019', null],
])('reads the number to dial in "%s"', (text, phone) => {
  expect(understand(`Ann Lee\n${text}`).phone).toBe(phone);
});

it('reads links, and takes technologies for none', () => {
  expect(understand('Ann Lee\ngithub.com/annlee | https://annlee.example/cv. | Node.js').links).toEqual(['github.com/annlee', 'https://annlee.example/cv']);
});
