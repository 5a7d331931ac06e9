import { foldText } from '../../src/resume/parsing/words.ts';
import type { EducationLevel, ParsedResume } from '../../src/schemas/resume.ts';
import type { GroundTruth } from './resumes.ts';

interface Count {
  truth: number;
  found: number;
  read: number;
  right: number;
}

type List = 'skills' | 'companies' | 'titles' | 'institutions';
type Single = 'name' | 'email' | 'years' | 'education';

/** What is counted for a group of files. */
export interface Tally {
  files: number;
  lists: Record<List, Count>;
  singles: Record<Single, { truth: number; right: number }>;
}

const LISTS: readonly List[] = ['skills', 'companies', 'titles', 'institutions'];
const SINGLES: readonly Single[] = ['name', 'email', 'years', 'education'];
const LEVELS: Record<string, EducationLevel> = { 'associate-or-diploma': 'associate', phd: 'doctorate', 'high-school': 'secondary' };

export function emptyTally(): Tally {
  const count = (): Count => ({ truth: 0, found: 0, read: 0, right: 0 });
  const single = () => ({ truth: 0, right: 0 });
  return {
    files: 0,
    lists: { skills: count(), companies: count(), titles: count(), institutions: count() },
    singles: { name: single(), email: single(), years: single(), education: single() },
  };
}

/** Adds a file to a tally, and says in words what was missed or made up. */
export function addTo(tally: Tally, truth: GroundTruth, parsed: ParsedResume | null): string[] {
  tally.files += 1;
  const wanted = wantedLists(truth);
  const read = readLists(parsed);
  return [...LISTS.flatMap((list) => countList(tally.lists[list], list, wanted[list], read[list])), ...countSingles(tally, truth, parsed)];
}

function wantedLists({ skills = [], companies = [], titles = [], education = [] }: GroundTruth): Record<List, string[]> {
  return { skills, companies, titles, institutions: education.map(({ institution }) => institution) };
}

function readLists(parsed: ParsedResume | null): Record<List, string[]> {
  const names = (list: (string | null)[]) => list.flatMap((name) => name ?? []);
  return {
    skills: parsed?.skills ?? [],
    companies: names(parsed?.work.map(({ company }) => company) ?? []),
    titles: names(parsed?.work.map(({ title }) => title) ?? []),
    institutions: names(parsed?.education.map(({ institution }) => institution) ?? []),
  };
}

function countList(count: Count, list: List, wanted: string[], read: string[]): string[] {
  const truths = unique(wanted);
  const reads = unique(read);
  const missed = truths.filter((truth) => !reads.some((name) => isSame(truth, name)));
  const wrong = reads.filter((name) => !truths.some((truth) => isSame(truth, name)));
  count.truth += truths.length;
  count.found += truths.length - missed.length;
  count.read += reads.length;
  count.right += reads.length - wrong.length;
  return [...missed.map((name) => `missed ${list}: ${name}`), ...wrong.map((name) => `wrong ${list}: ${name}`)];
}

function unique(names: string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => keyOf(name) !== '' && !seen.has(keyOf(name)) && seen.add(keyOf(name)));
}

function keyOf(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}+#]+/gu, '');
}

function isSame(a: string, b: string): boolean {
  if (keyOf(a) === keyOf(b)) return true;
  const [short = '', long = ''] = [a, b].map((text) => ` ${foldText(text).replace(/[^\p{L}\p{N}+#]+/gu, ' ').trim()} `).sort((first, second) => first.length - second.length);
  if (process.argv.includes('--exact')) return false;
  return short.trim().length >= 4 && long.includes(short);
}

function countSingles(tally: Tally, truth: GroundTruth, parsed: ParsedResume | null): string[] {
  const misses: string[] = [];
  const count = (single: Single, wanted: string | number | null | undefined, right: boolean, read: string | number | null | undefined) => {
    if (wanted === undefined || wanted === null) return;
    tally.singles[single].truth += 1;
    if (right) tally.singles[single].right += 1;
    else misses.push(`missed ${single}: ${String(wanted)}, read ${String(read)}`);
  };
  const level = LEVELS[truth.highest_education ?? ''] ?? truth.highest_education;
  count('name', truth.name, isSame(truth.name ?? '', parsed?.name ?? ''), parsed?.name);
  count('email', truth.email, truth.email?.toLowerCase() === parsed?.email?.toLowerCase(), parsed?.email);
  count('years', truth.years_experience, Math.abs((truth.years_experience ?? 0) - (parsed?.yearsOfExperience ?? 0)) <= 0.6, parsed?.yearsOfExperience);
  count('education', level, level === parsed?.highestEducation, parsed?.highestEducation);
  return misses;
}

/** One row a group: recall, and precision behind a slash for lists. */
export function printTables(tallies: Map<string, Tally>, half: string | undefined): void {
  console.log(`\n${half === undefined ? 'All people' : `Half ${half}`}: recall/precision of lists, share of right values for the rest\n`);
  const width = Math.max(...[...tallies.keys()].map((name) => name.length), 5);
  console.log(['style'.padEnd(width), 'files', ...LISTS.map((list) => list.padStart(12)), ...SINGLES.map((single) => single.padStart(9))].join(' '));
  for (const [name, tally] of [...tallies].sort(([a], [b]) => a.localeCompare(b))) {
    const lists = LISTS.map((list) => tally.lists[list]).map(({ truth, found, read, right }) => `${share(found, truth)}/${share(right, read)}`.padStart(12));
    const singles = SINGLES.map((single) => share(tally.singles[single].right, tally.singles[single].truth).padStart(9));
    console.log([name.padEnd(width), String(tally.files).padStart(5), ...lists, ...singles].join(' '));
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(2);
}
