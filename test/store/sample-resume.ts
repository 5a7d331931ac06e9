import { DIMENSIONS } from '../../src/embeddings/embeddings.ts';
import type { Chunk, Claim, ParsedResume, ResumeSummary } from '../../src/schemas/resume.ts';
import type { NewResume } from '../../src/store/store.ts';

/** A vector of length 1 that points along one axis. */
export function axis(index: number): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  vector[index] = 1;
  return vector;
}

export const claim: Claim = {
  id: 'c1',
  text: 'Cut the time of the nightly import from 4 hours to 20 minutes.',
  page: 1,
  line: 7,
  status: 'untouched',
  action: 'cut',
  skills: ['PostgreSQL'],
  numbers: ['4 hours', '20 minutes'],
  entry: 'Example Ltd',
};

export const summary: ResumeSummary = {
  points: ['Backend developer with a taste for databases.'],
  keySkills: ['PostgreSQL'],
  highlights: ['A faster nightly import.'],
  yearsOfExperience: 5.5,
  highestEducation: 'bachelor',
  suggestedTopics: ['sql'],
  suggestedDifficulty: 'medium',
};

function chunk(index: number, text: string): Chunk {
  return {
    index,
    text,
    section: 'experience',
    type: 'bullets',
    entry: 'Example Ltd',
    entryIndex: 0,
    domains: ['sql'],
    primaryDomain: 'sql',
    page: 1,
    line: 7 + index,
  };
}

/** A resume with two chunks and one claim. */
export function parsedResume(overrides: Partial<ParsedResume> = {}): ParsedResume {
  return {
    file: 'resume.md',
    hash: 'a'.repeat(64),
    format: 'md',
    name: 'Sample Person',
    email: 'sample@example.com',
    phone: null,
    links: [],
    summary: null,
    skills: ['PostgreSQL', 'TypeScript'],
    work: [
      {
        company: 'Example Ltd',
        title: 'Developer',
        place: null,
        start: '2019-02',
        end: null,
        skills: ['PostgreSQL'],
        page: 1,
        line: 6,
      },
    ],
    education: [{ institution: 'Example University', area: 'Physics', level: 'bachelor', end: '2018-06' }],
    highestEducation: 'bachelor',
    yearsOfExperience: 5.5,
    sections: [{ kind: 'experience', heading: 'Experience', page: 1, text: claim.text }],
    domains: ['sql'],
    primaryDomain: 'sql',
    claims: [claim],
    chunks: [chunk(0, claim.text), chunk(1, 'Wrote the service that sends invoices.')],
    text: `Experience\n${claim.text}`,
    notices: [],
    ...overrides,
  };
}

/** A resume of its own for each `mark`: other bytes, other person. */
export function newResume(mark = 'one', parsed: Partial<ParsedResume> = {}): NewResume {
  return {
    id: `${mark}-id`,
    parsed: parsedResume({ hash: mark, name: `Person ${mark}`, email: `${mark}@example.com`, ...parsed }),
    role: 'Backend Developer',
    summary,
    embedderId: 'test/axes',
    vectors: [axis(0), axis(1)],
  };
}
