import { describe, expect, it } from 'vitest';
import { createOrchestrator, remainingPlan } from '../../../src/interview/agents/orchestrator.ts';
import type { InterviewState } from '../../../src/schemas/interview.ts';
import type { Claim } from '../../../src/schemas/resume.ts';
import { askedQuestion, givenAnswer, gradedEvaluation, interviewState } from '../../helpers/states.ts';

const claim: Claim = { id: 'c1', text: 'Cut the p99 from 900 to 150 ms.', page: 1, line: 4, status: 'untouched', action: 'cut', skills: [], numbers: ['900', '150'], entry: 'Northwind' };
const greeting = askedQuestion({ intent: 'greet', type: 'conversation' });
const ready = givenAnswer({ text: 'yes' });

/** An orchestrator whose retrieval remembers what it was asked. */
function orchestrate(state: Partial<InterviewState>) {
  const queries: string[] = [];
  const orchestrator = createOrchestrator({
    retrieve: async (_, query, domain) => {
      queries.push(`${domain}: ${query}`);
      return [{ chunk: 0, section: 'experience', entry: null, text: 'passage', score: 0.9 }];
    },
  });
  return { queries, change: orchestrator(interviewState(state)) };
}

describe('the orchestrator', () => {
  it('begins with a greeting and searches no resume for it', async () => {
    const { queries, change } = orchestrate({ resumeId: 'r1' });
    expect(await change).toMatchObject({ nextAction: 'generate_question', orchestratorIntent: 'greet' });
    expect(queries).toEqual([]);
  });

  it('lays out what the grader needs', async () => {
    const { change } = orchestrate({ previousQuestions: [askedQuestion()], userAnswers: [givenAnswer()] });
    expect(await change).toMatchObject({ nextAction: 'evaluate', evaluationContext: { question: { id: 'q1' }, answer: { id: 'a1' }, domain: 'sql' } });
  });

  it('hands the next claim to a resume question, and looks around it in the resume', async () => {
    const plan = { intro: 1, resume: 1, technical: 0, behavioral: 0, situational: 0 };
    const intro = askedQuestion({ id: 'q2', type: 'intro', intent: 'intro' });
    const { queries, change } = orchestrate({
      resumeId: 'r1',
      plan,
      resumePoints: [claim],
      previousQuestions: [greeting, intro],
      userAnswers: [ready, givenAnswer({ id: 'a2', questionId: 'q2' })],
      evaluationHistory: [{ answerId: 'a2', questionId: 'q2', evaluation: gradedEvaluation({ band: 4 }) }],
    });

    expect(await change).toMatchObject({ orchestratorIntent: 'resume', questionContext: { claim, resumeContext: [{ text: 'passage' }] } });
    expect(queries).toEqual([`resume: ${claim.text}`]);
  });

  it('goes to the domain that the plan wants most, with the words of the last answer', async () => {
    const plan = { intro: 0, resume: 0, technical: 3, behavioral: 0, situational: 0 };
    const { queries, change } = orchestrate({
      resumeId: 'r1',
      plan,
      domainPlan: { sql: 1, networking: 2 },
      previousQuestions: [greeting, askedQuestion({ id: 'q2' })],
      userAnswers: [ready, givenAnswer({ id: 'a2', questionId: 'q2', text: 'Kubernetes schedules everything' })],
      evaluationHistory: [{ answerId: 'a2', questionId: 'q2', evaluation: gradedEvaluation({ band: 4 }) }],
    });

    expect(await change).toMatchObject({ selectedDomain: 'networking', domainCoverage: { sql: 1 } });
    expect(queries[0]).toContain('kubernetes');
  });

  it('starts the interview with its first question, not with the greeting', async () => {
    const before = orchestrate({ status: 'ready', previousQuestions: [greeting] });
    const after = orchestrate({ status: 'ready', previousQuestions: [greeting, askedQuestion({ id: 'q2' })], userAnswers: [ready] });
    expect(await before.change).toMatchObject({ status: 'ready', conversationPhase: 'greeting' });
    expect(await after.change).toMatchObject({ status: 'in_progress', conversationPhase: 'technical_question', currentRound: 'technical_deep_dive' });
  });
});

describe('remainingPlan', () => {
  it('leaves out what is covered', () => {
    const state = interviewState({ domainPlan: { sql: 2, css: 1, go: 1 }, domainCoverage: { sql: 1, css: 1 } });
    expect(remainingPlan(state)).toEqual({ sql: 1, go: 1 });
  });
});
