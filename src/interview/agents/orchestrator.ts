import type { Claim } from '../../schemas/resume.ts';
import type { AskedQuestion, Intent, InterviewState } from '../../schemas/interview.ts';
import { adaptDifficulty, decideIntent, decideNextAction } from '../decide.ts';
import { nextProbe } from '../gate.ts';
import { findQuestion, mainQuestions, moveTo, ungradedAnswer, withDerived } from '../state.ts';
import type { Agent } from './agent.ts';

/** Finds the resume passages that the next question may build on. */
export type Retrieve = (resumeId: string, query: string, domain: string) => Promise<InterviewState['resumeContext']>;

/** Looks at the state, says what happens next, and lays out what the next agent needs. */
export function createOrchestrator({ retrieve }: { retrieve: Retrieve }): Agent {
  return async (before) => {
    const state = withDerived(started(before));
    const nextAction = decideNextAction(state);
    switch (nextAction) {
      case 'evaluate':
        return { ...state, nextAction, evaluationContext: evaluationContextOf(state) };
      case 'generate_question':
        return { ...state, nextAction, ...(await questionPlan(state, retrieve)) };
      case 'wait':
      case 'complete':
        return { ...state, nextAction };
    }
  };
}

/** The interview runs from the first question that counts. */
function started(state: InterviewState): InterviewState {
  return state.status === 'ready' && mainQuestions(state).length > 0 ? moveTo(state, 'in_progress') : state;
}

function evaluationContextOf(state: InterviewState): InterviewState['evaluationContext'] {
  const answer = ungradedAnswer(state);
  const question = answer && findQuestion(state, answer.questionId);
  if (!answer || !question) throw new Error('There is no answer to grade.');
  return { question, answer, domain: question.domain, round: state.currentRound, difficulty: question.difficulty };
}

async function questionPlan(state: InterviewState, retrieve: Retrieve): Promise<Partial<InterviewState>> {
  const intent = decideIntent(state);
  const difficulty = adaptDifficulty(state);
  const claim = intent === 'resume' ? nextClaim(state) : null;
  const domain = domainFor(state, intent);
  const resumeContext = await contextFor(state, domain, claim, retrieve);
  return {
    orchestratorIntent: intent,
    difficulty,
    selectedDomain: domain,
    resumeContext,
    questionContext: { domain, difficulty, resumeContext, jobRole: state.jobRole, intent, claim },
  };
}

function nextClaim(state: InterviewState): Claim | null {
  return state.resumePoints[state.currentResumePointIndex] ?? null;
}

/** The domain that the plan still wants most; probes stay in the domain of their question. */
function domainFor(state: InterviewState, intent: Intent): string {
  const probe = intent === 'follow_up' || intent === 'redirect' ? nextProbe(state) : undefined;
  if (probe) return probe.main.domain;
  if (intent !== 'technical') return intent;
  const open = Object.entries(remainingPlan(state)).sort(([, left], [, right]) => right - left);
  return open[0]?.[0] ?? 'technical';
}

/** What the domain plan still wants of each domain. */
export function remainingPlan({ domainPlan, domainCoverage }: InterviewState): Record<string, number> {
  return Object.fromEntries(
    Object.entries(domainPlan).flatMap(([domain, target]) => {
      const open = target - (domainCoverage[domain] ?? 0);
      return open > 0 ? [[domain, open]] : [];
    }),
  );
}

/** Keywords of the last answer and the domain find the passages; a claim finds its own surroundings. */
async function contextFor(state: InterviewState, domain: string, claim: Claim | null, retrieve: Retrieve): Promise<InterviewState['resumeContext']> {
  if (!state.resumeId || mainQuestions(state).length === 0) return [];
  const lastAnswer = state.userAnswers.at(-1)?.text ?? '';
  const query = claim?.text ?? `${domain.replace(/-/gu, ' ')} ${keywordsOf(lastAnswer, state.previousQuestions.at(-1))}`;
  return retrieve(state.resumeId, query, domain);
}

/** The longer words of the answer that the question did not hand over. */
function keywordsOf(answer: string, question: AskedQuestion | undefined): string {
  const asked = new Set(wordsOf(question?.text ?? ''));
  return [...new Set(wordsOf(answer))].filter((word) => !asked.has(word)).slice(0, 12).join(' ');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}][\p{L}\p{N}+#.-]{4,}/gu) ?? [];
}
