import { describe, expect, it } from 'vitest';
import { feedbackText } from '../../src/ui/plain-text.ts';
import { gradedEvaluation, ungradedEvaluation } from '../helpers/states.ts';

describe('feedback in lines', () => {
  it('says once why there is no grade, and what can be done about it', () => {
    const reason = 'The answer is not in English.';
    const lines = feedbackText({ ...ungradedEvaluation(), reason, feedback: reason, flags: ['language'] }, null).split('\n');
    expect(lines).toEqual([`Not graded: ${reason}`, expect.stringMatching(/\/retry.*regrade --pending --grader/)]);
  });

  it('says what a retry has changed', () => {
    expect(feedbackText(gradedEvaluation({ score: 0.7 }), 0.4)).toMatch(/^Score: 70 of 100.*, before it was 40\n/u);
  });
});
