import { describe, expect, it } from 'vitest';
import { reportAsMarkdown } from '../../src/reports/markdown.ts';
import { reportAsText } from '../../src/reports/text.ts';
import { interviewReport } from '../helpers/states.ts';

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

  it('lets nothing that was typed steer the terminal', () => {
    const text = write(interviewReport({ role: 'Backend\u001b[31m \u202eDeveloper\u0007' }));
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/u);
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
