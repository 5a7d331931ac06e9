/**
 * How well resumes are understood, against a manifest with ground truth:
 *
 *   npx tsx test/measure/resumes.ts <manifest.jsonl> [--half a|b] [--misses] [--exact]
 *
 * Each line of the manifest has `path` (relative to the manifest), `kind`,
 * `style`, `person` and `ground_truth` (name, email, companies, titles,
 * education, highest_education, skills, years_experience). Figures are
 * micro-averages over files.
 *
 * A name counts as found when it is equal to one that was read, or when one
 * holds the other as whole words and the shorter has at least four letters;
 * case, accents, spaces and punctuation do not count. With `--exact` they must be
 * equal but for those. E-mails must be equal.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseResume } from '../../src/resume/parsing/parse-resume.ts';
import { readResumeFile } from '../../src/resume/reading/read-resume-file.ts';
import { createReadingPool } from '../../src/resume/reading/reading-pool.ts';
import type { ParsedResume } from '../../src/schemas/resume.ts';
import { addTo, emptyTally, printTables, type Tally } from './resume-tally.ts';

export interface GroundTruth {
  name?: string;
  email?: string;
  companies?: string[];
  titles?: string[];
  education?: { institution: string }[];
  highest_education?: string;
  skills?: string[];
  years_experience?: number | null;
  years_experience_rule?: string;
}

interface Row {
  path: string;
  kind: string;
  style?: string;
  person?: string;
  ground_truth?: GroundTruth;
}

const [manifest = '', ...flags] = process.argv.slice(2);
if (manifest === '') throw new Error('Name a manifest: npx tsx test/measure/resumes.ts <manifest.jsonl>');
const half = flags.includes('--half') ? flags[flags.indexOf('--half') + 1] : undefined;

const rows = readFileSync(manifest, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Row)
  .filter((row) => row.ground_truth?.companies !== undefined && (half === undefined || halfOf(row.person) === half));

// People are split by their number, so that a rule made for one half shows its worth on the other.
function halfOf(person = ''): string {
  return Number(person.replace(/\D/g, '')) % 2 === 0 ? 'a' : 'b';
}

const pool = createReadingPool({ size: 2 });
const tallies = new Map<string, Tally>();
for (const row of rows) {
  const truth = row.ground_truth ?? {};
  const parsed = await read(row, truth);
  const group = `${row.path.slice(row.path.lastIndexOf('.') + 1)} ${row.style ?? row.kind}`;
  for (const name of [group, `all ${group.split(' ')[0] ?? ''}`, 'all']) {
    const tally = tallies.get(name) ?? emptyTally();
    tallies.set(name, tally);
    const misses = addTo(tally, truth, parsed);
    if (name === 'all' && flags.includes('--misses')) for (const miss of misses) console.log(`${row.path}\t${miss}`);
  }
}
await pool.close();
printTables(tallies, half);

async function read(row: Row, truth: GroundTruth): Promise<ParsedResume | null> {
  try {
    const input = await readResumeFile(join(dirname(manifest), row.path), { pool });
    return parseResume(input, { now: asOf(truth) });
  } catch (error) {
    console.log(`${row.path}\t${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

/** The day at which the manifest counts jobs that go on. */
function asOf({ years_experience_rule: rule = '' }: GroundTruth): Date {
  const day = /as of (\d{4}-\d{2})/.exec(rule)?.[1];
  return day === undefined ? new Date() : new Date(`${day}-15T00:00:00Z`);
}
