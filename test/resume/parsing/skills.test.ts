import { describe, expect, it } from 'vitest';
import { findSkillNames } from '../../../src/resume/parsing/skill-mentions.ts';
import { understand } from './resume-lines.ts';

const skills = (sketch: string) => understand(`## Experience\nEngineer, Acme Inc.   2019 - 2021\n- Used Terraform\n## Skills\n${sketch}`).skills;

describe('the skills of a skills section', () => {
  it.each([
    ['commas', 'Go, Rust, Public Speaking', ['Go', 'Rust', 'Public Speaking']],
    ['bullets', '- Go\n- Rust\n- Public Speaking', ['Go', 'Rust', 'Public Speaking']],
    ['middle dots and pipes', 'Go · Rust | Public Speaking', ['Go', 'Rust', 'Public Speaking']],
    ['tags side by side', 'Go   Rust   Public Speaking', ['Go', 'Rust', 'Public Speaking']],
    ['tags with single spaces', 'React Vue.js HTML5', ['React', 'Vue.js', 'HTML5']],
    ['groups on the line', 'Languages: Go, Rust\nSoft skills: Public Speaking', ['Go', 'Rust', 'Public Speaking']],
    ['groups with a colon in a column', 'Languages            : Go, Rust\nOther : Public Speaking', ['Go', 'Rust', 'Public Speaking']],
    ['groups in bold over their list', '**Web Development**\nGo, Rust\n**People**\nPublic Speaking', ['Go', 'Rust', 'Public Speaking']],
    ['levels', 'Go (expert), Rust - advanced, Public Speaking ●●●○', ['Go', 'Rust', 'Public Speaking']],
    ['levels on lines of their own', 'Backend\nExpert\nGo · Rust\nPeople\nAdvanced\nPublic Speaking · Teaching', ['Go', 'Rust', 'Public Speaking', 'Teaching']],
    ['brackets', 'AWS (EC2, S3), Go', ['AWS', 'EC2', 'S3', 'Go']],
    ['a list that wraps in a name', 'Go, Rust, distributed systems, relational databases, Public\nSpeaking, Teaching', ['Go', 'Rust', 'distributed systems', 'relational databases', 'Public Speaking', 'Teaching']],
    ['a table with a head', 'Group   Skills\nLanguages   Go, Rust\nPeople   Public Speaking, Teaching', ['Go', 'Rust', 'Public Speaking', 'Teaching']],
    ['groups in one paragraph', 'Languages: Go, Rust. People: Public Speaking. Spoken: English, German (B1).', ['Go', 'Rust', 'Public Speaking']],
    ['groups before a dash', 'Databases – Oracle, MongoDB, PostgreSQL\nLanguages – Go, Rust', ['Oracle', 'MongoDB', 'PostgreSQL', 'Go', 'Rust']],
    ['a list over the foot of the page', 'Go, Rust\nann@mail.example   +49 30 5550123   Berlin, Germany', ['Go', 'Rust']],
    ['the same name twice', 'Go, Rust\nGo', ['Go', 'Rust']],
  ])('are read from %s', (_, sketch, expected) => {
    expect(skills(sketch)).toEqual(expected);
  });
});

it('keeps the spelling of the resume', () => {
  expect(skills('node js, POSTGRES')).toEqual(['node js', 'POSTGRES']);
});

it('gives what jobs mention when there is no skills section', () => {
  expect(understand('## Experience\nEngineer, Acme Inc.   2019 - 2021\n- Used Terraform and k8s').skills).toEqual(['Terraform', 'Kubernetes']);
});

it.each([
  ['We go to market and excel at less', []],
  ['Currently I am working on it', []],
  ['Experience in design of billing', []],
  ['Built services in Go, with Node.js and C++', ['Go', 'Node.js', 'C++']],
  ['Java/Python developer', ['Java', 'Python']],
  ['moved from MySQL to Amazon Redshift', ['MySQL', 'Redshift']],
])('finds the technologies in "%s"', (text, names) => {
  expect(findSkillNames(text)).toEqual(names);
});
