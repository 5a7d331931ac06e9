import { describe, expect, it } from 'vitest';
import { entriesOf, interviewReducer, type InterviewAction, type InterviewView, OPENING } from '../../../src/ui/screens/interview-state.ts';
import { gradedEvaluation, QUESTIONS, scriptedReport, USED } from '../../helpers/scripted-desk.ts';

const after = (...actions: InterviewAction[]): InterviewView => actions.reduce(interviewReducer, OPENING);

const working: InterviewAction = { type: 'work-started', work: 'Saving your answer', stoppable: true };
const saying: InterviewAction = { type: 'said', saying: { of: 'feedback', text: 'You name' } };
const graded: InterviewAction = { type: 'told', event: { type: 'evaluation', answerId: 'a', questionId: 'q3', evaluation: gradedEvaluation('An index.'), previousScore: null } };
const [, question] = QUESTIONS;

describe('what a model is saying', () => {
  it('is shown while it works', () => {
    expect(after(working, saying).saying).toEqual({ of: 'feedback', text: 'You name' });
  });

  it.each<[string, InterviewAction[]]>([
    ['the final words come', [graded]],
    ['nobody waits for it', [{ type: 'stopped' }]],
    ['the work ends', [{ type: 'work-ended' }]],
    ['the work fails', [{ type: 'work-failed', error: new Error('gone') }]],
  ])('goes when %s', (_, actions) => {
    expect(after(working, saying, ...actions).saying).toBeNull();
  });

  it('is not shown once the work is over', () => {
    expect(after(working, { type: 'work-ended' }, saying).saying).toBeNull();
  });

  it('never becomes part of the transcript', () => {
    if (question === undefined) throw new Error('The script has no question.');
    expect(JSON.stringify(entriesOf({ type: 'question', question, index: 1, total: 3 }, after(working, saying)))).not.toContain('You name');
  });
});

it('gives the editor back with the next question, which may still have to be saved', () => {
  if (question === undefined) throw new Error('The script has no question.');
  const view = after(working, graded, { type: 'told', event: { type: 'question', question, index: 2, total: 3 } });
  expect(view).toMatchObject({ work: '', stoppable: false });
});

describe('Esc', () => {
  it('is offered while a model works, and taken once', () => {
    expect(after(working).stoppable).toBe(true);
    expect(after(working, { type: 'stopped' })).toMatchObject({ stoppable: false, work: 'Going on without the model' });
    expect(after(working, { type: 'work-ended' }).stoppable).toBe(false);
  });

  it('changes nothing where no model works', () => {
    const view = after({ type: 'work-started', work: 'Saving your answer' });
    expect(interviewReducer(view, { type: 'stopped' })).toBe(view);
  });
});

it('puts what the models took behind the report, where there were any', () => {
  const complete = { type: 'complete' as const, report: scriptedReport([]) };
  const kinds = (view: InterviewView) => entriesOf(complete, view).map(({ kind }) => kind);
  expect(kinds(after({ type: 'used', use: USED }))).toEqual(['report', 'use']);
  expect(kinds(after())).toEqual(['report']);
});
