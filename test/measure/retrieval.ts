/**
 * Does retrieval find the right entry of a resume?
 *
 *   npx tsx test/measure/retrieval.ts <manifest.jsonl> [--misses] [--limit n]
 *
 * Each line of the manifest has `path` (relative to the manifest) and
 * `ground_truth.companies`. Queries are made from each job that was read: the
 * words of a duty (its longer words, in another order, without numbers), and
 * each skill that the job's lines name when at most two jobs name it. A query
 * is answered when one of the first three passages belongs to the job that it
 * was made from, or for a skill to a job that names it. Jobs whose company is
 * none of the manifest's are left out. Printed are the share that is answered
 * by meaning alone, and by meaning and words together.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createLocalEmbedder } from '../../src/embeddings/local.ts';
import { findSkillNames } from '../../src/resume/parsing/skill-mentions.ts';
import { parseResume } from '../../src/resume/parsing/parse-resume.ts';
import { keyOf } from '../../src/resume/parsing/words.ts';
import { readResumeFile } from '../../src/resume/reading/read-resume-file.ts';
import { passageRank } from '../../src/resume/rank-passages.ts';
import { createReadingPool } from '../../src/resume/reading/reading-pool.ts';
import type { Chunk, ParsedResume } from '../../src/schemas/resume.ts';

const FIRST = 3;

const [manifest = '', ...flags] = process.argv.slice(2);
if (manifest === '') throw new Error('Name a manifest: npx tsx test/measure/retrieval.ts <manifest.jsonl>');
const limit = flags.includes('--limit') ? Number(flags[flags.indexOf('--limit') + 1]) : Infinity;

interface Row {
  path: string;
  style?: string;
  ground_truth?: { companies?: string[] };
}

interface Query {
  kind: 'duty' | 'skill';
  text: string;
  /** Entry indexes of the experience section that answer it. */
  right: number[];
}

const rows = readFileSync(manifest, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Row)
  .filter(({ ground_truth }) => (ground_truth?.companies?.length ?? 0) > 0)
  .slice(0, limit);

const embedder = createLocalEmbedder();
const pool = createReadingPool({ size: 1 });
const tallies = new Map<string, { found: number; byMeaning: number; asked: number }>();
for (const row of rows) {
  const parsed = parseResume(await readResumeFile(join(dirname(manifest), row.path), { pool }));
  const queries = queriesFor(parsed, row.ground_truth?.companies ?? []);
  const chunks = await embedder.embed(parsed.chunks.map(({ text }) => text));
  const asked = await embedder.embed(queries.map(({ text }) => text));
  queries.forEach((query, index) => {
    const cosines = chunks.map((vector) => cosine(vector, asked[index]));
    const byMeaning = answers(query, first(parsed.chunks, (_, at) => cosines[at] ?? 0));
    const hits = first(parsed.chunks, (chunk, at) => passageRank(query.text, chunk, cosines[at] ?? 0));
    const found = answers(query, hits);
    for (const name of [query.kind, `style ${row.style ?? row.path.slice(row.path.lastIndexOf('.') + 1)}`, 'all']) count(name, found, byMeaning);
    if (!found && flags.includes('--misses')) console.log(`${row.path}\t${query.kind}\t${query.text}\twanted ${query.right.join(',')}\tgot ${hits.map(({ section, entryIndex }) => `${section}:${entryIndex}`).join(' ')}`);
  });
}
await pool.close();
console.log(`${'of the first 3'.padEnd(24)} meaning  meaning and words`);
for (const [name, { found, byMeaning, asked }] of [...tallies].sort(([one], [other]) => one.localeCompare(other))) {
  console.log(`${name.padEnd(24)} ${(byMeaning / asked).toFixed(3)}    ${(found / asked).toFixed(3)}  ${found} of ${asked}`);
}

function count(name: string, found: boolean, byMeaning: boolean): void {
  const tally = tallies.get(name) ?? { found: 0, byMeaning: 0, asked: 0 };
  tallies.set(name, { found: tally.found + Number(found), byMeaning: tally.byMeaning + Number(byMeaning), asked: tally.asked + 1 });
}

function answers({ right }: Query, hits: Chunk[]): boolean {
  return hits.some(({ section, entryIndex }) => section === 'experience' && entryIndex !== null && right.includes(entryIndex));
}

function first(chunks: Chunk[], rankOf: (chunk: Chunk, index: number) => number): Chunk[] {
  const ranked = chunks.map((chunk, index) => ({ chunk, rank: rankOf(chunk, index) }));
  return ranked.sort((one, other) => other.rank - one.rank).slice(0, FIRST).map(({ chunk }) => chunk);
}

function cosine(one: Float32Array, other: Float32Array | undefined): number {
  return one.reduce((sum, value, at) => sum + value * (other?.[at] ?? 0), 0);
}

function queriesFor(resume: ParsedResume, companies: string[]): Query[] {
  const known = new Set(companies.map(keyOf));
  const jobs = resume.work.flatMap(({ company }, index) => (company !== null && known.has(keyOf(company)) ? [{ index, company }] : []));
  const claims = jobs.flatMap(({ index, company }) => {
    const own = resume.claims.filter(({ entry, text }) => entry === company && resume.chunks.some((chunk) => chunk.entryIndex === index && chunk.section === 'experience' && holds(chunk, text)));
    return own.map((claim) => ({ index, text: claim.text }));
  });
  const duties = claims.flatMap(({ index, text }): Query[] => {
    const words = dutyWords(text);
    return words.length < 3 ? [] : [{ kind: 'duty', text: words.join(' '), right: [index] }];
  });
  return [...duties, ...skillQueries(claims)];
}

function holds({ text }: Chunk, claim: string): boolean {
  return text.includes(claim.slice(0, 40));
}

/** The six longest words without numbers, in alphabetical order: what somebody would search for, not the line itself. */
function dutyWords(text: string): string[] {
  const words = [...new Set(text.match(/[\p{L}+#.-]{4,}/gu) ?? [])];
  return words.sort((one, other) => other.length - one.length).slice(0, 6).sort();
}

function skillQueries(claims: { index: number; text: string }[]): Query[] {
  const jobs = new Map<string, Set<number>>();
  for (const { index, text } of claims) for (const skill of findSkillNames(text)) jobs.set(skill, (jobs.get(skill) ?? new Set()).add(index));
  return [...jobs].filter(([, right]) => right.size <= 2).map(([skill, right]) => ({ kind: 'skill', text: skill, right: [...right] }));
}
