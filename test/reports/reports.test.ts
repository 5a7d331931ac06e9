import { describe, expect, it } from 'vitest';
import { reportAsMarkdown } from '../../src/reports/markdown.ts';
import { reportAsText } from '../../src/reports/text.ts';
import { agreementNote } from '../../src/reports/words.ts';
import type { Evaluation } from '../../src/schemas/evaluation.ts';
import { gradedEvaluation, interviewReport, ungradedEvaluation } from '../helpers/states.ts';

const formats = [
  ['text', (report: ReturnType<typeof interviewReport>) => reportAsText(report)],
  ['Markdown', reportAsMarkdown],
] as const;

describe.each(formats)('the report as %s', (_, write) => {
  it('has the recommendation on a line of its own', () => {
    expect(write(interviewReport())).toMatch(/^Hiring recommendation: insufficient evidence \(practice estimate\)$/mu);
  });

  it('has score, strengths with their quotes, weaknesses and next steps', () => {
    const text = write(interviewReport()).replace(/\s+/gu, ' ');
    for (const words of ['70 of 100', 'finds rows without reading the whole table', 'Does not say what an index costs', 'Read about the cost of an index']) {
      expect(text).toContain(words);
    }
  });

  it('invents no score where nothing was graded', () => {
    const text = write(interviewReport({ overallScore: null, graded: 0, domainScores: [], questions: [] }));
    expect(text).toContain('nothing was graded');
    expect(text).not.toMatch(/\d+ of 100/u);
  });

  it.each([
    ['real', '1 skipped, counted as 0'],
    ['coach', '1 skipped, left out'],
  ])('says how what was skipped counts in %s mode', (mode, words) => {
    expect(write(interviewReport({ skipped: 1, mode }))).toContain(words);
  });

  it.each([
    ['q1', 'Question 1: band 4'],
    ['q2', 'Question 1, follow-up: band 4'],
  ])('says where a candidate disagreed as the report numbers it: %s', (questionId, words) => {
    const [question] = interviewReport().questions;
    const [turn] = question?.turns ?? [];
    const questions = question && turn ? [{ ...question, turns: [turn, { ...turn, questionId: 'q2' }] }] : [];
    expect(write(interviewReport({ questions, disagreements: [{ questionId, band: 4, comment: '' }] }))).toContain(words);
  });

  it('lets nothing that was typed steer the terminal', () => {
    const text = write(interviewReport({ role: 'Backend\u001b[31m \u202eDeveloper\u0007' }));
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/u);
  });
});

describe.each(formats)('two graders in the report as %s', (_, write) => {
  const gradedBy = { ...gradedEvaluation().gradedBy, provider: 'openai', model: 'gpt-4o' };
  const mixed = { status: 'graded' as const, score: 0.5, band: 2 as const, gradedBy };
  const reportOf = (evaluation: Evaluation) => {
    const [question] = interviewReport().questions;
    const [turn] = question?.turns ?? [];
    return write(interviewReport({ questions: question && turn ? [{ ...question, turns: [{ ...turn, evaluation }] }] : [] })).replace(/\s+/gu, ' ');
  };

  it.each([
    ['a split', gradedEvaluation({ second: mixed, agreement: 'split' }), 'Second grader, openai gpt-4o: 50 of 100 (mixed). The two are split.'],
    ['an agreement', gradedEvaluation({ second: { ...mixed, score: 0.8, band: 3 }, agreement: 'agreed' }), 'Second grader, openai gpt-4o: 80 of 100 (good). The two agree.'],
    ['a second that failed', gradedEvaluation({ second: { status: 'ungraded', reason: 'It is down.', score: null, band: null, gradedBy } }), 'Second grader, openai gpt-4o: not graded: It is down.'],
    ['a first that failed', { ...ungradedEvaluation(), second: mixed }, 'Second grader, openai gpt-4o: 50 of 100 (mixed). It does not count in place of the missing grade.'],
  ])('shows %s', (_case, evaluation, words) => {
    expect(reportOf(evaluation)).toContain(words);
  });

  it('says nothing of a second where there is one', () => {
    expect(reportOf(gradedEvaluation())).not.toContain('econd grader');
  });
});

describe('the note on two graders', () => {
  const gradedBy = { ...gradedEvaluation().gradedBy, provider: 'openai', model: 'gpt-4o' };
  const second = { status: 'graded' as const, score: 0.5, band: 2 as const, gradedBy };

  it('counts splits and what does not compare', () => {
    const evaluations = [gradedEvaluation({ second, agreement: 'split' }), gradedEvaluation({ second, agreement: 'agreed' }), { ...ungradedEvaluation(), second }, gradedEvaluation({ second, agreement: 'agreed' })];
    expect(agreementNote(evaluations)).toBe('Graded a second time by openai gpt-4o, which changes no score: 2 in the same band, 1 split. 1 of 4 have one grade at most, and do not compare.');
  });

  it('is left out where there is one grader', () => {
    expect(agreementNote([gradedEvaluation(), ungradedEvaluation()])).toBeUndefined();
  });
});

describe('Markdown', () => {
  it('takes what was typed as text, not as markup', () => {
    const [question] = interviewReport().questions;
    const turns = [{ questionId: 'q1', question: 'Q', answerId: 'a1', answer: '# Heading\n<script>alert(1)</script> | [x](y)', evaluation: null }];
    const text = reportAsMarkdown(interviewReport({ questions: question ? [{ ...question, turns }] : [] }));
    expect(text).toContain('> \\# Heading\n> \\<script\\>alert(1)\\</script\\> \\| \\[x\\](y)');
  });
});

describe('text', () => {
  it.each([40, 80])('fits %i columns', (width) => {
    const lines = reportAsText(interviewReport(), { width }).split('\n');
    expect(lines.filter((line) => line.length > width && !line.startsWith('Overall') && !line.startsWith('Hiring'))).toEqual([]);
  });
});
