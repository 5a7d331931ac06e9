import { describe, expect, it } from 'vitest';
import { claimCounts, claimMap } from '../../src/reports/claim-map.ts';
import { reportAsMarkdown } from '../../src/reports/markdown.ts';
import { reportAsText } from '../../src/reports/text.ts';
import type { Report } from '../../src/schemas/report.ts';
import { gradedEvaluation, interviewReport } from '../helpers/states.ts';

const [template] = interviewReport().questions;

function question(id: string, answer: string, score: number): Report['questions'][number] {
  if (!template) throw new Error('The helper has a question.');
  const claim = { id, text: `Cut the bill by 40% (${id})`, page: 1, line: 2 };
  return { ...template, questionId: `q-${id}`, type: 'resume', claim, score, band: 3, turns: [{ questionId: `q-${id}`, question: 'How?', answerId: 'a1', answer, evaluation: gradedEvaluation() }] };
}

const report = interviewReport({
  claims: (['untouched', 'defended', 'shaky', 'contradicted'] as const).map((status) => ({ id: status, text: `Cut the bill by 40% (${status})`, page: 1, line: 2, status })),
  questions: [question('defended', 'By 40%, with spot instances.', 0.8), question('shaky', 'Somehow.', 0.4), question('contradicted', 'We did. Honestly, it was more like 15%.', 0.5)],
});

describe('the map of claims', () => {
  it('shows first what needs work, each with its proof', () => {
    expect(claimMap(report)).toMatchObject([
      { status: 'contradicted', score: 0.5, said: 'Honestly, it was more like 15%.', advice: null },
      { status: 'shaky', score: 0.4, said: null, advice: 'Say what an index costs.' },
      { status: 'defended', score: 0.8, said: null, advice: null },
      { status: 'untouched', score: null, said: null, advice: null },
    ]);
    expect(claimCounts(claimMap(report))).toBe('1 contradicted, 1 shaky, 1 defended, 1 not asked about');
  });

  it.each([40, 80])('has a bar and every claim in %i columns', (width) => {
    const text = reportAsText(report, { width });
    expect(text).toContain('[!~+.]');
    expect(text).toContain('You said:');
    const map = text.slice(text.indexOf('What your resume claims'), text.indexOf('\nQuestions'));
    expect(map.split('\n').filter((line) => line.length > width)).toEqual([]);
  });

  it('counts the untouched ones that do not fit', () => {
    const claims = Array.from({ length: 20 }, (_, index) => ({ id: `u${index}`, text: `Did thing ${index}`, page: 1, line: index + 1, status: 'untouched' as const }));
    expect(reportAsText(interviewReport({ claims }))).toContain('and 14 more that nobody asked about yet');
  });

  it('is a table in Markdown', () => {
    expect(reportAsMarkdown(report)).toMatch(/\| \*\*contradicted\*\* \| .* \| page 1, line 2 \| 50 of 100\. “Honestly, it was more like 15%\.” \|/u);
  });
});
