import { describe, expect, it } from 'vitest';
import { headingKind } from '../../../src/resume/parsing/headings.ts';
import { splitSections } from '../../../src/resume/parsing/sections.ts';
import { linesOf } from './resume-lines.ts';

it.each([
  ['Work Experience', 'experience'],
  ['W O R K   E X P E R I E N C E', 'experience'],
  ['PROFESSIONAL BACKGROUND & EXPERIENCE:', 'experience'],
  ['Beruflicher Werdegang', 'experience'],
  ['Expériences professionnelles', 'experience'],
  ['Experiencia laboral', 'experience'],
  ['Academic Qualifications', 'education'],
  ['Ausbildung und Studium', 'education'],
  ['Formation', 'education'],
  ['Educación', 'education'],
  ['Core Competencies', 'skills'],
  ['Technical Skills & Tools', 'skills'],
  ['IT-Kenntnisse', 'skills'],
  ['Compétences techniques', 'skills'],
  ['Habilidades', 'skills'],
  ['Selected Projects', 'projects'],
  ['Volunteer Experience', 'volunteering'],
  ['Sprachkenntnisse', 'languages'],
  ["Centres d'intérêt", 'interests'],
  ['2. Summary of Qualifications', 'summary'],
  ['職歴', 'experience'],
])('knows the heading "%s"', (text, kind) => {
  expect(headingKind(text)).toBe(kind);
});

it.each(['Software Engineer', 'Acme Corp', 'I have experience with Go.', 'Project Management', '2019 - 2021'])('does not take "%s" for a heading', (text) => {
  expect(headingKind(text)).toBeNull();
});

function outline(sketch: string): [string, string][] {
  return splitSections(linesOf(sketch)).map(({ kind, lines }) => [kind, lines.map(({ text }) => text).join(' / ')]);
}

describe('splitSections', () => {
  it('puts each line under its heading', () => {
    expect(outline('Ann Lee\n# Experience\nAcme\n# Skills\nGo, Rust')).toEqual([
      ['contact', 'Ann Lee'],
      ['experience', 'Acme'],
      ['skills', 'Go, Rust'],
    ]);
  });

  it('leaves a label in plain type inside its section when headings stand out', () => {
    expect(outline('**Experience**\nAcme\nProjects\n- One\n**Education**\nLeeds')).toEqual([
      ['contact', ''],
      ['experience', 'Acme / Projects / One'],
      ['education', 'Leeds'],
    ]);
  });

  it('opens a section at an unknown heading that looks like the known ones', () => {
    expect(outline('# Experience\nAcme\n# Sabbatical\nWalked\n# Education\nLeeds').map(([kind]) => kind)).toEqual(['contact', 'experience', 'other', 'education']);
  });

  it('takes groups of skills with headings of their own for skills', () => {
    const kinds = outline('# Experience\nAcme\n# Frontend\nReact, CSS\n# Languages\nGo, Rust, Python\n# Education\nLeeds');
    expect(kinds.filter(([kind]) => kind === 'skills')).toHaveLength(2);
  });

  it('reads a heading that stands in the margin of its first line', () => {
    expect(outline('Education   BSc, Leeds\nSkills   Go, Rust')).toContainEqual(['skills', 'Go, Rust']);
  });

  it('tells sections without headings apart by what they say', () => {
    const sketch = 'Ann Lee\nann@lee.example\nAcme Inc, Engineer, 2019 - 2021\nBuilt things that people use every day.\nBSc Physics, University of Leeds, 2018\nGo, Python, Docker, Kubernetes';
    expect(outline(sketch).map(([kind]) => kind)).toEqual(['contact', 'experience', 'education', 'skills']);
  });
});
