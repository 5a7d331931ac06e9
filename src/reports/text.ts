import wrapAnsi from 'wrap-ansi';
import { printable } from '../printable.ts';
import type { Evaluation } from '../schemas/evaluation.ts';
import type { Report, ReportedQuestion } from '../schemas/report.ts';
import type { ClaimStatus } from '../schemas/resume.ts';
import { claimCounts, claimMap, CLAIM_WORDS, type MappedClaim } from './claim-map.ts';
import { withoutOpenPoints } from './held-back.ts';
import { BAND_WORDS, FLAG_WORDS, outOfHundred, placeOf, secondOpinion, skippedWords } from './words.ts';

/** Marks up pieces of the text; `plain` leaves them as they are. */
export interface TextStyle {
  strong(text: string): string;
  faint(text: string): string;
}

export const plainStyle: TextStyle = { strong: (text) => text, faint: (text) => text };

/** The report as lines for a terminal of `width` columns. */
export function reportAsText(report: Report, { width = 80, style = plainStyle }: { width?: number; style?: TextStyle } = {}): string {
  const wrap = (text: string, indent = '') => wrapText(printable(text), width, indent);
  const bullets = (title: string, items: string[]) =>
    items.length === 0 ? [] : ['', style.strong(title), ...items.map((item) => wrap(item, '  ').replace(/^ {2}/u, '- '))];
  const lines = [
    style.strong(`Interview report: ${printable(report.role)}`),
    '',
    `Overall score: ${report.overallScore === null ? 'nothing was graded' : `${outOfHundred(report.overallScore)} of 100`}${countWords(report)}`,
    `Hiring recommendation: ${report.hiringRecommendation} (practice estimate)`,
    style.faint(wrap(report.hiringReason)),
    ...(report.domainScores.length > 0 ? ['', style.strong('By domain'), ...domainLines(report, width)] : []),
    ...bullets('Strengths', report.strengths.map(({ text, quote }) => `${text} "${quote}"`)),
    ...bullets('To work on', report.weaknesses.map(({ text }) => text)),
    ...bullets('Next steps', report.recommendations),
    ...claimLines(report, wrap, style),
    '',
    style.strong('Questions'),
    ...report.questions.flatMap((question, index) => questionLines(question, index + 1, wrap, style)),
    ...bullets('Where you disagreed', report.disagreements.map(({ questionId, band, comment }) => `${placeOf(questionId, report)}: band ${band}. ${comment}`)),
    ...bullets('Notes', report.notes),
  ];
  return `${lines.join('\n')}\n`;
}

function countWords(report: Report): string {
  const { graded, ungraded, skipped } = report;
  const parts = [`${graded} graded`, ...(ungraded > 0 ? [`${ungraded} not graded`] : []), ...(skipped > 0 ? [skippedWords(report)] : [])];
  return ` (${parts.join('; ')})`;
}

function domainLines({ domainScores }: Report, width: number): string[] {
  const longest = Math.max(...domainScores.map(({ domain }) => domain.length));
  const room = Math.max(5, Math.min(30, width - longest - 8));
  return domainScores.map(({ domain, score }) => {
    const filled = Math.round(score * room);
    return `${domain.padEnd(longest)} ${String(outOfHundred(score)).padStart(3)} ${'#'.repeat(filled)}${'.'.repeat(room - filled)}`;
  });
}

type Wrap = (text: string, indent?: string) => string;

const CLAIM_MARKS: Record<ClaimStatus, string> = { contradicted: '!', shaky: '~', defended: '+', untouched: '.' };
/** Claims that nobody asked about are named up to here; the rest is counted. */
const UNTOUCHED_SHOWN = 6;

/** The map of claims: a bar, and each claim with its proof. */
function claimLines(report: Report, wrap: Wrap, style: TextStyle): string[] {
  const claims = claimMap(report);
  if (claims.length === 0) return [];
  const untouched = claims.filter(({ status }) => status === 'untouched');
  const shown = claims.filter((claim) => claim.status !== 'untouched' || untouched.indexOf(claim) < UNTOUCHED_SHOWN);
  const rest = claims.length - shown.length;
  return [
    '',
    style.strong('What your resume claims'),
    wrap(`[${claimBar(claims)}] ${claimCounts(claims)}`),
    ...shown.flatMap((claim) => claimRow(claim, wrap, style)),
    ...(rest > 0 ? [style.faint(wrap(`and ${rest} more that nobody asked about yet`, '  '))] : []),
    ...(untouched.length > 0 ? [style.faint(wrap('The next interview on this resume begins with what is shaky or was not asked about.'))] : []),
  ];
}

/** One sign a claim, at most 30 of them. */
function claimBar(claims: MappedClaim[]): string {
  const step = Math.max(1, claims.length / 30);
  return Array.from({ length: Math.min(30, claims.length) }, (_, index) => CLAIM_MARKS[claims[Math.floor(index * step)]?.status ?? 'untouched']).join('');
}

function claimRow({ status, text, page, line, score, said, advice }: MappedClaim, wrap: Wrap, style: TextStyle): string[] {
  const grade = score === null ? '' : `, ${outOfHundred(score)} of 100`;
  const row = wrap(`${CLAIM_WORDS[status]}${grade}: "${text}" (page ${page}, line ${line})`, '  ').replace(/^ {2}/u, `${CLAIM_MARKS[status]} `);
  return [
    status === 'untouched' ? style.faint(row) : row,
    ...(said === null ? [] : [wrap(`You said: "${said}"`, '    ')]),
    ...(advice === null ? [] : [style.faint(wrap(`To make it hold: ${advice}`, '    '))]),
  ];
}

function questionLines(question: ReportedQuestion, number: number, wrap: Wrap, style: TextStyle): string[] {
  const { text, score, band, skipped, made = [], toWorkOn, turns } = question;
  const result = skipped ? 'skipped' : score === null || band === null ? 'not graded' : `${outOfHundred(score)}, ${BAND_WORDS[band]}`;
  return [
    '',
    style.strong(wrap(`${number}. [${result}] ${text}`)),
    ...turns.flatMap(({ question: asked, answer, evaluation }, index) => [
      ...(index > 0 ? [style.strong(wrap(`Asked further: ${asked}`, '   '))] : []),
      style.faint(wrap(answer === null ? '(no answer)' : `"${answer}"`, '   ')),
      ...(evaluation ? gradeLines(withoutOpenPoints(evaluation, new Set(made), toWorkOn), wrap) : []),
    ]),
  ];
}

/** What was said about an answer: feedback, what held it down, and what a second grader thinks. */
function gradeLines(evaluation: Evaluation, wrap: Wrap): string[] {
  const flags = evaluation.flags.map((flag) => FLAG_WORDS[flag]).join(' ');
  return [evaluation.feedback, flags, secondOpinion(evaluation) ?? ''].filter(Boolean).map((words) => wrap(words, '   '));
}

/** Breaks at spaces so that no line is wider than `width` columns, each line indented; line breaks of the text stay. */
export function wrapText(text: string, width: number, indent = ''): string {
  const room = Math.max(10, width - indent.length);
  return wrapAnsi(text, room, { hard: true })
    .split('\n')
    .map((line) => indent + line)
    .join('\n');
}
