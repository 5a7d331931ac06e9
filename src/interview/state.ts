import { HotseatError, EXIT } from '../errors.ts';
import type { Answer, AskedQuestion, InterviewState, Phase, Plan, Round, Settings, Status } from '../schemas/interview.ts';
import type { Claim, ResumeSummary } from '../schemas/resume.ts';

export interface NewInterview {
  sessionId: string;
  resumeId: string | null;
  jobRole: string;
  settings: Settings;
  plan: Plan;
  domainPlan: Record<string, number>;
  resumeSummary: ResumeSummary | null;
  resumePoints: Claim[];
}

/** A fresh interview, ready to begin. */
export function createInterview(start: NewInterview): InterviewState {
  return {
    ...start,
    status: 'ready',
    currentRound: 'welcome',
    conversationPhase: 'greeting',
    difficulty: start.settings.startDifficulty,
    questionCount: 0,
    technicalQuestionsCount: 0,
    behavioralQuestionsCount: 0,
    resumeContext: [],
    currentResumePointIndex: 0,
    previousQuestions: [],
    userAnswers: [],
    evaluationHistory: [],
    selectedDomain: null,
    domainCoverage: {},
    nextAction: 'generate_question',
    questionContext: null,
    evaluationContext: null,
    orchestratorIntent: null,
    questionAgentResponse: null,
    evaluationAgentResponse: null,
    messages: [],
    hintsShown: {},
    retrying: null,
    endRequested: false,
    disagreements: [],
    report: null,
  };
}

const MOVES: Record<Status, readonly Status[]> = {
  preparing: ['ready', 'cancelled'],
  ready: ['in_progress', 'completed', 'cancelled'],
  in_progress: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
};

/** Moves the interview to another status; an illegal move is a bug of the caller's, or a stale screen. */
export function moveTo(state: InterviewState, status: Status): InterviewState {
  if (state.status === status) return state;
  if (MOVES[state.status].includes(status)) return { ...state, status };
  throw new HotseatError(
    'illegal-move',
    `An interview that is ${state.status.replace('_', ' ')} cannot become ${status.replace('_', ' ')}.`,
    'Start a new one with: hotseat interview',
    EXIT.badInput,
  );
}

/** Main questions are the planned ones: no greeting, follow-up, redirect or closing. */
export function isMain(question: AskedQuestion): boolean {
  return question.parent === null && question.type !== 'conversation';
}

export function mainQuestions(state: InterviewState): AskedQuestion[] {
  return state.previousQuestions.filter(isMain);
}

export function lastAnswerTo(state: InterviewState, questionId: string): Answer | undefined {
  return state.userAnswers.findLast((answer) => answer.questionId === questionId);
}

export function findQuestion(state: InterviewState, questionId: string): AskedQuestion | undefined {
  return state.previousQuestions.find((question) => question.id === questionId);
}

/** The question that the candidate is to answer now, if any: the one being retried, else the last one asked. */
export function waitingQuestion(state: InterviewState): AskedQuestion | undefined {
  if (state.retrying) return findQuestion(state, state.retrying);
  const last = state.previousQuestions.at(-1);
  return last && !lastAnswerTo(state, last.id) ? last : undefined;
}

/** Hints shown for a question and those that belong to it. */
export function hintsShownFor(state: InterviewState, question: AskedQuestion): number {
  return state.hintsShown[question.parent ?? question.id] ?? 0;
}

/** The answer that waits for its grade. Conversation, skipped questions and practice mode have none. */
export function ungradedAnswer(state: InterviewState): Answer | undefined {
  if (state.settings.mode === 'practice') return undefined;
  return state.userAnswers.find((answer) => {
    if (answer.skipped || findQuestion(state, answer.questionId)?.type === 'conversation') return false;
    return !state.evaluationHistory.some((entry) => entry.answerId === answer.id);
  });
}

/** The last graded question, for retry, reference and disagreement. */
export function lastGraded(state: InterviewState): { question: AskedQuestion; answer: Answer } | undefined {
  const entry = state.evaluationHistory.at(-1);
  const question = entry && findQuestion(state, entry.questionId);
  const answer = entry && state.userAnswers.find((one) => one.id === entry.answerId);
  return question && answer && { question, answer };
}

const PHASE_BY_TYPE: Record<AskedQuestion['type'], Phase> = {
  conversation: 'greeting',
  intro: 'intro_question',
  resume: 'resume_point',
  technical: 'technical_question',
  behavioral: 'technical_question',
  situational: 'technical_question',
};

const ROUND_BY_PHASE: Record<Phase, Round> = {
  greeting: 'welcome',
  intro_question: 'intro',
  resume_point: 'resume_discussion',
  technical_question: 'technical_deep_dive',
  closing: 'technical_deep_dive',
  report: 'completed',
};

function phaseOf(state: InterviewState): Phase {
  if (state.report) return 'report';
  const last = state.previousQuestions.at(-1);
  if (!last) return 'greeting';
  return last.intent === 'close' ? 'closing' : PHASE_BY_TYPE[last.type];
}

/** Writes down what follows from the rest of the state, for listings and scripts. */
export function withDerived(state: InterviewState): InterviewState {
  const main = mainQuestions(state);
  const phase = phaseOf(state);
  return {
    ...state,
    conversationPhase: phase,
    currentRound: ROUND_BY_PHASE[phase],
    questionCount: main.length,
    technicalQuestionsCount: main.filter(({ type }) => type === 'technical').length,
    behavioralQuestionsCount: main.filter(({ type }) => type === 'behavioral' || type === 'situational').length,
    currentResumePointIndex: main.filter(({ type }) => type === 'resume').length,
    domainCoverage: countByDomain(main.filter(({ type }) => type === 'technical')),
  };
}

function countByDomain(questions: AskedQuestion[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { domain } of questions) counts[domain] = (counts[domain] ?? 0) + 1;
  return counts;
}
