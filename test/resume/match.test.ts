import { describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/embeddings/embeddings.ts';
import { createLocalEmbedder } from '../../src/embeddings/local.ts';
import { packagePath } from '../../src/package-root.ts';
import { readJob } from '../../src/resume/job/read-job.ts';
import { matchAsText } from '../../src/resume/match-text.ts';
import { matchResume } from '../../src/resume/match.ts';
import { parseResume } from '../../src/resume/parsing/parse-resume.ts';
import { readPlainText } from '../../src/resume/reading/plain-text.ts';
import { readResumeFile } from '../../src/resume/reading/read-resume-file.ts';
import { JobMatch, type Requirement } from '../../src/schemas/job.ts';
import { fixture } from './reading/fixture.ts';

const embedder = createLocalEmbedder();
const now = new Date('2026-01-15');

async function resumeIn(file: string) {
  return parseResume(await readResumeFile(fixture(file)), { now });
}

async function jobIn(file: string) {
  return readJob((await readResumeFile(packagePath('fixtures/jobs', file))).document.lines, file);
}

function jobOf(...requirements: string[]) {
  const text = `Engineer\n\nRequirements\n${requirements.map((line) => `- ${line}`).join('\n')}\n`;
  return readJob(readPlainText(new TextEncoder().encode(text)).lines, null);
}

/** For matches without duties: nothing is embedded. */
const unused: Embedder = { id: 'unused', embed: async (texts) => texts.map(() => new Float32Array(512)) };

async function statesFor(file: string, ...asked: string[]): Promise<Record<string, Requirement['state']>> {
  const { requirements } = await matchResume(await resumeIn(file), jobOf(...asked), { embedder: unused });
  return Object.fromEntries(requirements.map((one) => [one.asked, one.state]));
}

describe('a skill', () => {
  it.each([
    ['is met by its name', 'Kafka', 'met'],
    ['is met by another spelling of it', 'Postgres', 'met'],
    ['is met by what shows it', 'JavaScript', 'met'],
    ['is met by any of its alternatives', 'Haskell or Kafka', 'met'],
    ['is partly met by one that does the same work', 'RabbitMQ', 'partly'],
    ['is missing otherwise', 'Haskell', 'missing'],
  ])('%s: %s', async (_, asked, state) => {
    expect(Object.values(await statesFor('backend-engineer.pdf', asked))).toEqual([state]);
  });

  it('has its evidence where the resume says it', async () => {
    const read = await readResumeFile(fixture('backend-engineer.pdf'));
    const { requirements } = await matchResume(parseResume(read, { now }), jobOf('Redis', 'Docker', 'Go'), { embedder: unused });
    for (const { evidence } of requirements) {
      const line = read.document.lines.find((one) => one.page === evidence?.page && one.line === evidence.line);
      expect(evidence?.text.startsWith(line?.text.trim() ?? '?')).toBe(true);
    }
  });

  it('that is only listed is told from one that was used', async () => {
    const { requirements } = await matchResume(await resumeIn('data-engineer-dates-right.pdf'), jobOf('Kafka', 'Snowflake'), { embedder: unused });
    expect(requirements.map(({ because }) => because)).toEqual(['listed, not shown in work', null]);
  });
});

describe('years and seniority', () => {
  it.each([
    ['data-engineer-dates-right.pdf', '3 years of experience', 'met'],
    ['data-engineer-dates-right.pdf', '8 years of experience', 'partly'],
    ['junior-developer.txt', '8 years of experience', 'missing'],
  ])('%s against %s: %s', async (file, asked, state) => {
    expect(await statesFor(file, asked)).toMatchObject({ [asked]: state });
  });
});

describe('a duty', () => {
  it('is met by meaning, and the evidence speaks of the same', async () => {
    const { requirements } = await matchResume(await resumeIn('backend-engineer.pdf'), await jobIn('senior-backend-engineer.md'), { embedder });
    const duty = (words: string) => requirements.find(({ kind, asked }) => kind === 'duty' && asked.includes(words));
    expect(duty('latency')).toMatchObject({ state: 'met', evidence: { text: expect.stringContaining('p99 latency') as string } });
    expect(duty('Mentor')).toMatchObject({ state: 'met', evidence: { text: expect.stringContaining('Mentored') as string } });
  });

  it('of another field is missing', async () => {
    const { totals } = await matchResume(await resumeIn('junior-developer.txt'), await jobIn('senior-backend-engineer.md'), { embedder });
    expect(totals.duty.met).toBe(0);
    expect(totals.duty.missing).toBeGreaterThanOrEqual(4);
  });

  it('in another language is partly met at most by its technology, without the embedder', async () => {
    const { requirements } = await matchResume(await resumeIn('data-engineer-dates-right.pdf'), await jobIn('datenplattform.txt'), { embedder: unused });
    expect(requirements.filter(({ kind }) => kind === 'duty').map(({ state }) => state)).toEqual(['partly', 'partly', 'missing']);
  });
});

describe('the gap table', () => {
  it('comes out in the published shape, with the widest gap first', async () => {
    const match = await matchResume(await resumeIn('junior-developer.txt'), await jobIn('senior-backend-engineer.md'), { embedder });
    expect(JobMatch.parse(match)).toEqual(match);
    expect(match.gaps[0]?.domain).toBe('distributed-systems');
    expect(match.gaps[0]?.because).toContain('Kafka: missing');
  });

  it.each([40, 80, 120])('fits %i columns', async (width) => {
    const job = await jobIn('senior-backend-engineer.md');
    const match = await matchResume(await resumeIn('junior-developer.txt'), job, { embedder: unused });
    const practice = match.gaps.map((gap) => ({ ...gap, questions: 3 }));
    const text = matchAsText({ resume: 'Jo Specimen', job, match, practice }, { width, paint: (_, piece) => piece });
    expect(text.split('\n').filter((line) => line.length > width)).toEqual([]);
    expect(text).toContain('What to practise');
  });

  it('says so when the job asks for nothing', async () => {
    const job = readJob([], null);
    const match = await matchResume(await resumeIn('junior-developer.txt'), job, { embedder: unused });
    expect(matchAsText({ resume: 'Jo', job, match, practice: [] }, { width: 80, paint: (_, piece) => piece })).toContain('No requirement was found');
  });
});

it('shows a duty by the line that shares its rarer words', async () => {
  const resume = 'Ann Lee\nann@mail.example\n\nExperience\nEngineer, Acme Inc.   2019 - Present\n- Owned the release path of the mobile team\n- Designed the tiered-storage architecture of the log store\n- Mentored two engineers who now lead services\n';
  const job = 'Engineer\n\nResponsibilities\n- own the replication and tiered storage path, mentor two engineers\n- on call\n';
  const read = (text: string) => readPlainText(new TextEncoder().encode(text));
  const parsed = parseResume({ file: 'a.txt', hash: 'none', document: read(resume) }, { now });
  const { requirements } = await matchResume(parsed, readJob(read(job).lines, null), { embedder });
  const duties = requirements.filter(({ kind }) => kind === 'duty').map(({ asked, evidence }) => [asked, evidence?.text.slice(0, 20)]);
  expect(duties).toEqual([
    ['own the replication and tiered storage path', 'Designed the tiered-'],
    ['mentor two engineers', 'Mentored two engineer'.slice(0, 20)],
    ['on call', undefined],
  ]);
});

it.each([
  ['Terraform on AWS', ['Terraform', 'AWS']],
  ['Terraform or AWS', ['Terraform or AWS']],
  ['eBPF', ['eBPF']],
])('asks by "%s" for %j', (text, asked) => {
  expect(jobOf(text).required.map(({ name, alternatives }) => [name, ...alternatives].join(' or '))).toEqual(asked);
});
