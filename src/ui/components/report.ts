import { type Report, type ReportedQuestion } from '../../schemas/report.ts';
import { BLANK, fitting, type Line, line, shorten, wrapped } from '../lines.ts';
import { printableLine } from '../../printable.ts';
import { type Theme } from '../theme.ts';
import { BAND_WORDS, outOfHundred, skippedWords } from '../../reports/words.ts';
import { BAND_TONES, plural } from '../words.ts';
import { quotation } from './feedback.ts';
import { scoreBar } from './score-bar.ts';

/** The report, printed above the live area so that the terminal's own scrolling reads it. */
export function reportLines(report: Report, width: number, theme: Theme): Line[] {
  const sections = [
    overall(report, width, theme),
    domains(report, width, theme),
    strengths(report, width, theme),
    weaknesses(report, width, theme),
    questions(report, width, theme),
    notes(report, width, theme),
  ];
  const shown = sections.filter((section) => section.length > 0);
  return shown.flatMap((section) => [BLANK, ...section]);
}

function overall(report: Report, width: number, { glyphs }: Theme): Line[] {
  const score = report.overallScore;
  const counts = [`${report.graded} graded`, report.skipped > 0 && skippedWords(report), report.ungraded > 0 && `${report.ungraded} not graded`];
  const head: Line = [{ text: score === null ? 'Not graded' : `${outOfHundred(score)}/100`, tone: 'strong' }];
  if (score !== null && width >= 40) head.push({ text: '  ' }, ...scoreBar(score, 20, 'accent', glyphs));
  return [
    line(glyphs.rule.repeat(Math.min(width, 60)), 'quiet'),
    ...wrapped(`Report: ${printableLine(report.role)}`, width, { tone: 'strong' }),
    BLANK,
    head,
    ...wrapped(counts.filter((one) => one !== false).join('; '), width, { tone: 'quiet' }),
    ...wrapped(`Hiring recommendation: ${report.hiringRecommendation} (practice estimate)`, width, { tone: 'strong' }),
    ...wrapped(printableLine(report.hiringReason), width, { tone: 'quiet' }),
  ];
}

function domains({ domainScores }: Report, width: number, { glyphs }: Theme): Line[] {
  if (domainScores.length === 0) return [];
  const longest = Math.max(...domainScores.map(({ domain }) => domain.length));
  const label = Math.min(longest, Math.max(6, Math.floor(width / 2) - 8));
  const bar = Math.max(0, Math.min(20, width - label - 8));
  return [
    line('By domain', 'strong'),
    ...domainScores.map(({ domain, score, questions: count }): Line => {
      const name = shorten(printableLine(domain), label, glyphs.ellipsis).padEnd(label);
      const enough = width >= label + bar + 24;
      return [
        { text: `  ${name} ${String(outOfHundred(score)).padStart(3)} ` },
        ...scoreBar(score, bar, 'accent', glyphs),
        { text: enough ? `  ${plural(count, 'question')}` : '', tone: 'quiet' },
      ];
    }),
  ];
}

function strengths({ strengths: found }: Report, width: number, { glyphs }: Theme): Line[] {
  if (found.length === 0) return [];
  const items = found.flatMap(({ text, quote }) => [
    ...wrapped(printableLine(text), width, { indent: 4, mark: { text: `  ${glyphs.plus}`, tone: 'good' } }),
    ...(quote === '' ? [] : quotation(quote, width, glyphs)),
  ]);
  return [line('What went well', 'strong'), ...items];
}

function weaknesses({ weaknesses: found, recommendations }: Report, width: number, { glyphs }: Theme): Line[] {
  if (found.length + recommendations.length === 0) return [];
  const mark = (sign: string) => ({ text: `  ${sign}`, tone: 'fair' as const });
  const indent = glyphs.arrow.length > 1 ? 5 : 4;
  return [
    line('What to work on', 'strong'),
    ...found.flatMap(({ text }) => wrapped(printableLine(text), width, { indent, mark: mark(glyphs.minus) })),
    ...recommendations.flatMap((text) => wrapped(printableLine(text), width, { indent, mark: mark(glyphs.arrow) })),
  ];
}

function questions({ questions: asked }: Report, width: number, theme: Theme): Line[] {
  if (asked.length === 0) return [];
  return [line('Your answers', 'strong'), ...asked.flatMap((question, index) => oneQuestion(question, index + 1, width, theme))];
}

function oneQuestion({ text, score, band, skipped, hintsUsed, turns }: ReportedQuestion, number: number, width: number, { glyphs }: Theme): Line[] {
  const followUps = turns.length - 1;
  const details = [hintsUsed > 0 && plural(hintsUsed, 'hint'), followUps > 0 && plural(followUps, 'follow-up')].filter((one) => one !== false);
  const verdict = skipped ? 'skipped' : score === null || band === null ? 'not graded' : `${outOfHundred(score)}/100 ${BAND_WORDS[band]}`;
  return [
    ...wrapped(printableLine(text), width, { indent: 5, mark: { text: `${number}.`.padStart(4) } }),
    [
      { text: '     ' },
      { text: verdict, tone: band === null ? 'quiet' : BAND_TONES[band] },
      { text: fitting(details.map((detail) => ` ${glyphs.dot} ${detail}`), width - 5 - verdict.length, ''), tone: 'quiet' },
    ],
  ];
}

function notes({ notes: all, sessionId }: Report, width: number, { glyphs }: Theme): Line[] {
  const where = `To keep or share it: hotseat report ${sessionId} --format markdown`;
  return [
    ...all.flatMap((note) => wrapped(printableLine(note), width, { tone: 'quiet' })),
    ...wrapped(where, width, { indent: glyphs.arrow.length + 1, mark: { text: glyphs.arrow, tone: 'accent' } }),
  ];
}
