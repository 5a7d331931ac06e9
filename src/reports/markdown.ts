import { printable } from '../printable.ts';
import type { Evaluation } from '../schemas/evaluation.ts';
import type { Report, ReportedQuestion } from '../schemas/report.ts';
import { claimCounts, claimMap, CLAIM_WORDS } from './claim-map.ts';
import { withoutOpenPoints } from './held-back.ts';
import { BAND_WORDS, FLAG_WORDS, outOfHundred, placeOf, scoreWords, secondOpinion, skippedWords } from './words.ts';

/** The report as a Markdown page. Words of the candidate and of the resume are quoted as text, never as markup. */
export function reportAsMarkdown(report: Report): string {
  const blocks = [
    `# Interview report: ${escape(report.role)}`,
    overview(report),
    list('Strengths', report.strengths.map(({ text, quote }) => `${escape(text)} “${escape(quote)}”`)),
    list('To work on', report.weaknesses.map(({ text }) => escape(text))),
    list('Next steps', report.recommendations.map(escape)),
    domainTable(report),
    claimTable(report),
    ...report.questions.map((question, index) => questionBlock(question, index + 1)),
    list('Where you disagreed', report.disagreements.map(({ questionId, band, comment }) => `${placeOf(questionId, report)}: band ${band}. ${escape(comment)}`)),
    list('Notes', report.notes.map(escape)),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function overview(report: Report): string {
  const { overallScore, graded, ungraded, skipped, hiringRecommendation, hiringReason, mode, sessionId } = report;
  const score = overallScore === null ? 'nothing was graded' : `${outOfHundred(overallScore)} of 100`;
  const left = [ungraded > 0 ? `${ungraded} not graded` : '', skipped > 0 ? skippedWords(report) : ''].filter(Boolean);
  return [
    `**Overall score: ${score}**, from ${graded} graded ${graded === 1 ? 'question' : 'questions'}${left.length > 0 ? ` (${left.join('; ')})` : ''}.`,
    '',
    `Hiring recommendation: ${hiringRecommendation} (practice estimate)`,
    '',
    escape(hiringReason),
    '',
    `Interview ${sessionId}, ${mode} mode.`,
  ].join('\n');
}

function list(title: string, items: string[]): string {
  return items.length === 0 ? '' : [`## ${title}`, '', ...items.map((item) => `- ${item}`)].join('\n');
}

function domainTable({ domainScores }: Report): string {
  if (domainScores.length === 0) return '';
  const rows = domainScores.map(({ domain, score, questions }) => `| ${escape(domain)} | ${outOfHundred(score)} | ${questions} |`);
  return ['## By domain', '', '| domain | score | questions |', '|---|---:|---:|', ...rows].join('\n');
}

function claimTable(report: Report): string {
  const claims = claimMap(report);
  if (claims.length === 0) return '';
  const rows = claims.map(({ status, text, page, line, score, said, advice }) => {
    const proof = [score === null ? '' : `${outOfHundred(score)} of 100`, said ? `“${escape(said)}”` : '', escape(advice ?? '')].filter(Boolean).join('. ');
    return `| ${status === 'untouched' ? CLAIM_WORDS[status] : `**${CLAIM_WORDS[status]}**`} | ${escape(text)} | page ${page}, line ${line} | ${proof} |`;
  });
  return ['## What your resume claims', '', `${claimCounts(claims)}.`, '', '| | claim | where | what came of it |', '|---|---|---|---|', ...rows].join('\n');
}

function questionBlock({ reference, text, type, difficulty, domain, score, band, skipped, hintsUsed, made = [], toWorkOn, turns }: ReportedQuestion, number: number): string {
  const result = skipped ? 'skipped' : score === null || band === null ? 'not graded' : `${outOfHundred(score)} of 100 (${BAND_WORDS[band]})`;
  const hints = hintsUsed > 0 ? `, ${hintsUsed} ${hintsUsed === 1 ? 'hint' : 'hints'}` : '';
  const about = type === domain ? type : `${type}, ${domain}`;
  return [
    `## Question ${number}: ${result}`,
    '',
    `*${about}, ${difficulty}${hints}*`,
    ...turns.flatMap((turn, index) => [
      '',
      index === 0 ? `**${escape(text)}**` : `**Asked further: ${escape(turn.question)}**`,
      '',
      turn.answer === null ? '> (no answer)' : quote(turn.answer),
      ...(turn.evaluation ? ['', evaluationBlock(turn.evaluation, new Set(made), toWorkOn)] : []),
    ]),
    ...(reference ? ['', `A strong answer: ${escape(reference)}`] : []),
  ].join('\n');
}

/** Nothing that was said in the thread stands here as missing. */
function evaluationBlock(evaluation: Evaluation, made: ReadonlySet<string>, toWorkOn?: readonly string[]): string {
  const { flags, keyPoints, strengths } = evaluation;
  const { feedback } = withoutOpenPoints(evaluation, made, toWorkOn);
  const second = secondOpinion(evaluation);
  return [
    `${scoreWords(evaluation)}${flags.length > 0 ? `. ${flags.map((flag) => FLAG_WORDS[flag]).join(' ')}` : ''}`,
    ...(second ? ['', escape(second)] : []),
    ...(feedback ? ['', escape(feedback)] : []),
    ...(strengths.length + keyPoints.length > 0 ? [''] : []),
    ...strengths.map(({ text, span }) => `- ${escape(text)} “${escape(span.text)}”`),
    ...keyPoints.map(({ id, state, text }) => `- ${state !== 'covered' && made.has(id) ? SAID_ELSEWHERE : MARKS[state]} ${escape(text)}`),
  ].join('\n');
}

const MARKS = { covered: '[x] covered:', partly: '[ ] partly:', missed: '[ ] missed:' };
const SAID_ELSEWHERE = '[x] said in another answer to this question:';

function quote(answer: string): string {
  return answer
    .split('\n')
    .map((line) => `> ${escape(line)}`)
    .join('\n');
}

/** Markdown's own signs lose their meaning, and no line becomes a heading, a list or HTML. */
function escape(text: string): string {
  return printable(text)
    .replace(/([\\`*_{}[\]<>|#~])/gu, '\\$1')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gmu, '$1\\$2');
}
