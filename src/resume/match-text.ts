import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { printableLine } from '../printable.ts';
import type { JobDescription, JobMatch, Met, Practice, Requirement } from '../schemas/job.ts';
import { fitText, padText } from './checking/fit-text.ts';

export interface MatchLook {
  width: number;
  paint(tone: Met | 'strong' | 'faint', text: string): string;
}

export interface MatchPage {
  /** Whose resume it is: a name, or the file's. */
  resume: string;
  job: JobDescription;
  match: JobMatch;
  practice: Practice[];
}

const TITLES: Record<Requirement['kind'], string> = { required: 'Required', nice: 'Nice to have', years: 'Experience', seniority: 'Seniority', duty: 'Duties' };

/** The gap table and what to practise, for a terminal of `width` columns. No line is wider. */
export function matchAsText({ resume, job, match, practice }: MatchPage, look: MatchLook): string {
  const kinds = (Object.keys(TITLES) as Requirement['kind'][]).filter((kind) => match.requirements.some((one) => one.kind === kind));
  return [
    look.paint('strong', wrap(printableLine(`${resume}: ${job.title ?? 'job'}`), look.width)),
    wrap(sumOf(match), look.width),
    ...kinds.flatMap((kind) => ['', look.paint('strong', TITLES[kind]), ...match.requirements.filter((one) => one.kind === kind).flatMap((one) => row(one, look))]),
    ...practiceLines(practice, look),
  ].join('\n');
}

/** "Required skills: 6 met, 1 partly, 1 missing." */
function sumOf({ totals, requirements }: JobMatch): string {
  const words = { required: 'Required skills', nice: 'nice to have', duty: 'duties' };
  const parts = (['required', 'nice', 'duty'] as const).flatMap((kind) => {
    const { met, partly, missing } = totals[kind];
    const counts = [`${met} of ${met + partly + missing} met`, ...(partly > 0 ? [`${partly} partly`] : []), ...(missing > 0 ? [`${missing} missing`] : [])];
    return met + partly + missing === 0 ? [] : [`${words[kind]}: ${counts.join(', ')}`];
  });
  return requirements.length === 0 ? 'No requirement was found in this job description.' : `${parts.join('; ')}.`;
}

const MARKS: Record<Met, string> = { met: '+ met', partly: '~ partly', missing: '- missing' };
const MARK = 10;

/** State, what is asked, and the line that shows it; in a narrow terminal the line goes below. */
function row({ asked, state, evidence, because, kind }: Requirement, look: MatchLook): string[] {
  const proof = [because, evidence ? `page ${evidence.page}, line ${evidence.line}: "${evidence.text}"` : null].filter(Boolean).join('; ');
  const mark = look.paint(state, padText(MARKS[state], MARK));
  const name = printableLine(asked);
  const column = Math.min(26, Math.round(look.width * 0.3));
  const fitting = kind !== 'duty' && look.width >= 70 && stringWidth(name) <= column;
  if (!fitting) return [...hang(mark, MARK, name, look.width), ...(proof ? hang(' '.repeat(MARK), MARK, printableLine(short(proof, look)), look.width).map((line) => look.paint('faint', line)) : [])];
  const lines = wrap(printableLine(short(proof, look)), look.width - MARK - column - 2).split('\n');
  return lines.map((line, index) => (index === 0 ? mark + padText(name, column) : ' '.repeat(MARK + column)).concat('  ', look.paint('faint', line)).trimEnd());
}

/** Evidence is a pointer, not the whole line: two rows of the terminal are enough. */
function short(text: string, { width }: MatchLook): string {
  return fitText(text, Math.max(60, Math.round(width * 1.2)));
}

function hang(mark: string, indent: number, text: string, width: number): string[] {
  return wrap(text, width - indent).split('\n').map((line, index) => (index === 0 ? mark : ' '.repeat(indent)) + line);
}

function practiceLines(practice: Practice[], look: MatchLook): string[] {
  if (practice.length === 0) return ['', 'Nothing is missing that the question bank could help with.'];
  const rows = practice.flatMap(({ domain, because, questions }) => {
    const bank = questions === 0 ? 'no questions in the bank' : `${questions} ${questions === 1 ? 'question' : 'questions'} in the bank`;
    return hang('- ', 2, printableLine(`${domain} (${bank}): ${because.join('; ')}`), look.width);
  });
  return ['', look.paint('strong', 'What to practise, the widest gap first'), ...rows];
}

function wrap(text: string, width: number): string {
  return wrapAnsi(text, Math.max(10, width), { hard: true });
}
