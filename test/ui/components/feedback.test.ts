import { describe, expect, it } from 'vitest';
import { type Evaluation } from '../../../src/schemas/evaluation.ts';
import { feedbackLines } from '../../../src/ui/components/feedback.ts';
import { reportLines } from '../../../src/ui/components/report.ts';
import { type Line, lineWidth } from '../../../src/ui/lines.ts';
import { createTheme } from '../../../src/ui/theme.ts';
import { gradedEvaluation, scriptedReport } from '../../helpers/scripted-desk.ts';

const theme = createTheme({ LANG: 'C.UTF-8' });
const answer = 'An index turns a scan into a lookup.';

function words(lines: Line[]): string {
  return lines.map((pieces) => pieces.map(({ text }) => text).join('')).join('\n');
}

function feedback(evaluation: Evaluation, { previousScore = null as number | null, width = 80 } = {}): string {
  return words(feedbackLines(evaluation, previousScore, width, theme));
}

describe('feedback', () => {
  it('gives score, band, evidence, what was missed and what would help', () => {
    expect(feedback(gradedEvaluation(answer))).toBe(
      [
        '  72/100 good  ███████░░░',
        '  Right, and half of the story.',
        '  + Says what an index is for',
        '    “An index turns a scan into a lookup.”',
        '  − missed: writes get slower',
        '  − only partly: it takes space',
        '  → Give an example from your own work.',
      ].join('\n'),
    );
  });

  it('shows what a new attempt has changed', () => {
    expect(feedback(gradedEvaluation(answer, 0.72), { previousScore: 0.48 })).toContain('before: 48 (+24)');
  });

  it('says in words why an answer was held down', () => {
    expect(feedback({ ...gradedEvaluation(answer, 0.02), flags: ['echo'] })).toContain('! This repeats the question.');
  });

  it('shows what a second grader says, and where the two are split', () => {
    const second = { status: 'graded', score: 0.33, band: 2, gradedBy: { ...gradedEvaluation(answer).gradedBy, provider: 'openai', model: 'gpt-4o' } } as const;
    const shown = feedback({ ...gradedEvaluation(answer), second, agreement: 'split' });
    expect(shown.replace(/\s+/gu, ' ')).toContain('Second grader, openai gpt-4o: 33 of 100 (mixed). The two are split.');
  });

  it('gives no number to an answer that was not graded', () => {
    const { gradedBy } = gradedEvaluation(answer);
    const none = { score: null, band: null, completeness: null, relevance: null, similarity: null, sentiment: null, confidence: null, spread: null };
    const lists = { criteria: [], keyPoints: [], strengths: [], improvements: [], flags: [], feedback: '', dropped: 0, gradedBy };
    const shown = feedback({ status: 'ungraded', reason: 'The provider did not answer.', ...none, ...lists });
    expect(shown).toContain('Not graded: The provider did not answer.');
    expect(shown).not.toMatch(/\d+\/100/u);
    expect(shown.replace(/\s+/gu, ' ')).toContain('Answer again in English with /retry, or let a model grade it later: hotseat regrade --pending');
  });

  it.each([20, 40, 80])('fits %i columns', (width) => {
    for (const line of feedbackLines(gradedEvaluation(answer), 0.4, width, theme)) expect(lineWidth(line)).toBeLessThanOrEqual(width);
  });

  it('shows no escape sequence of a model', () => {
    const evil = { ...gradedEvaluation(answer), improvements: [{ text: 'a\u001B[2Jb' }] };
    expect(feedback(evil)).toContain('→ ab');
  });
});

describe('the report', () => {
  const shown = words(reportLines(scriptedReport(['yes', answer]), 80, theme));

  it.each([
    'Hiring recommendation: leaning yes (practice estimate)',
    'Two of three answers are good.',
    '72/100',
    'databases  81',
    '“An index turns a scan into a lookup.”',
    'Stories end before their result',
    '  2. What is an index for, and what does it cost?',
    `hotseat report ${scriptedReport(['yes', answer]).sessionId} --format markdown`,
  ])('says "%s"', (text) => {
    expect(shown).toContain(text);
  });

  it.each([20, 40])('fits %i columns', (width) => {
    for (const line of reportLines(scriptedReport(['yes', answer]), width, theme)) expect(lineWidth(line)).toBeLessThanOrEqual(width);
  });
});
