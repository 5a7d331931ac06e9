import type { GradedEvaluation, UngradedEvaluation } from '../../src/schemas/evaluation.ts';
import type { Answer, AskedQuestion, InterviewState } from '../../src/schemas/interview.ts';
import type { Report } from '../../src/schemas/report.ts';

/** A valid interview that has just begun: nothing asked, nothing answered. */
export function interviewState(overrides: Partial<InterviewState> = {}): InterviewState {
  return {
    sessionId: 'session1',
    resumeId: null,
    jobRole: 'Backend Developer',
    settings: { questions: 5, mode: 'coach', seed: 1, startDifficulty: 'medium', askedBefore: [], packs: [] },
    plan: { intro: 1, resume: 1, technical: 2, behavioral: 1, situational: 0 },
    status: 'in_progress',
    currentRound: 'welcome',
    conversationPhase: 'greeting',
    difficulty: 'medium',
    questionCount: 0,
    technicalQuestionsCount: 0,
    behavioralQuestionsCount: 0,
    resumeContext: [],
    resumeSummary: null,
    resumePoints: [],
    currentResumePointIndex: 0,
    previousQuestions: [],
    userAnswers: [],
    evaluationHistory: [],
    selectedDomain: null,
    domainPlan: { sql: 2 },
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
    ...overrides,
  };
}

/** A technical question as it was asked, from a pack. */
export function askedQuestion(overrides: Partial<AskedQuestion> = {}): AskedQuestion {
  return {
    id: 'q1',
    intent: 'technical',
    type: 'technical',
    text: 'What is an index for?',
    domain: 'sql',
    difficulty: 'medium',
    rubric: {
      reference: 'An index finds rows without reading the whole table, and costs time at every write.',
      keyPoints: [
        { id: 'lookup', text: 'finds rows without reading the whole table', weight: 2, also: ['avoids a full scan'] },
        { id: 'cost', text: 'costs time at every write', weight: 1, also: [] },
      ],
    },
    followUps: [{ keyPoint: 'cost', text: 'What does an index cost?' }],
    hints: ['Think of the back of a book.'],
    source: { id: 'sql-index', version: 1, pack: 'sql', packHash: 'abc' },
    claim: null,
    parent: null,
    keyPoint: null,
    ...overrides,
  };
}

/** The first answer to `q1`. */
export function givenAnswer(overrides: Partial<Answer> = {}): Answer {
  return {
    id: 'a1',
    questionId: 'q1',
    text: 'It finds rows without reading the whole table.',
    skipped: false,
    attempt: 1,
    hintsUsed: 0,
    mode: 'text',
    ...overrides,
  };
}

const gradedBy = {
  provider: 'offline',
  model: 'test',
  promptHash: null,
  packHash: 'abc',
  temperature: null,
  seed: null,
  samples: 1,
};

/** A good grade of `givenAnswer()`: one key point covered, one missed. */
export function gradedEvaluation(overrides: Partial<GradedEvaluation> = {}): GradedEvaluation {
  const span = { start: 3, end: 45, text: 'finds rows without reading the whole table' };
  return {
    status: 'graded',
    score: 0.7,
    band: 3,
    completeness: 0.67,
    relevance: 0.9,
    similarity: 0.8,
    sentiment: 0,
    confidence: 0.8,
    spread: 0,
    criteria: [{ id: 'correctness', band: 3, spans: [span] }],
    keyPoints: [
      { id: 'lookup', text: 'finds rows without reading the whole table', weight: 2, state: 'covered', span },
      { id: 'cost', text: 'costs time at every write', weight: 1, state: 'missed' },
    ],
    strengths: [{ text: 'Names what an index is for.', span }],
    improvements: [{ text: 'Say what an index costs.', keyPoint: 'cost' }],
    feedback: 'Right, with one thing missing.',
    flags: [],
    dropped: 0,
    gradedBy,
    ...overrides,
  };
}

/** An answer that no grader could grade yet. */
export function ungradedEvaluation(reason = 'The provider failed.'): UngradedEvaluation {
  return {
    status: 'ungraded',
    reason,
    score: null,
    band: null,
    completeness: null,
    relevance: null,
    similarity: null,
    sentiment: null,
    confidence: null,
    spread: null,
    criteria: [],
    keyPoints: [],
    strengths: [],
    improvements: [],
    feedback: '',
    flags: [],
    dropped: 0,
    gradedBy,
  };
}

/** An interview in which `q1` was asked, answered and graded. */
export function gradedState(overrides: Partial<InterviewState> = {}): InterviewState {
  const question = askedQuestion();
  const answer = givenAnswer();
  return interviewState({
    currentRound: 'technical_deep_dive',
    conversationPhase: 'technical_question',
    questionCount: 1,
    technicalQuestionsCount: 1,
    previousQuestions: [question],
    userAnswers: [answer],
    evaluationHistory: [{ answerId: answer.id, questionId: question.id, evaluation: gradedEvaluation() }],
    selectedDomain: 'sql',
    domainCoverage: { sql: 1 },
    messages: [
      { role: 'interviewer', content: question.text, questionId: question.id, answerId: null },
      { role: 'candidate', content: answer.text, questionId: question.id, answerId: answer.id },
    ],
    ...overrides,
  });
}

/** The report of `gradedState()`. */
export function interviewReport(overrides: Partial<Report> = {}): Report {
  const question = askedQuestion();
  const answer = givenAnswer();
  return {
    sessionId: 'session1',
    role: 'Backend Developer',
    mode: 'coach',
    overallScore: 0.7,
    domainScores: [{ domain: 'sql', score: 0.7, questions: 1 }],
    strengths: [
      { text: 'Names what an index is for.', questionId: 'q1', quote: 'finds rows without reading the whole table' },
    ],
    weaknesses: [{ text: 'Does not say what an index costs.', questionId: 'q1' }],
    recommendations: ['Read about the cost of an index.'],
    hiringRecommendation: 'insufficient evidence',
    hiringReason: 'Only one question was graded.',
    graded: 1,
    ungraded: 0,
    skipped: 0,
    questions: [
      {
        questionId: question.id,
        text: question.text,
        type: question.type,
        domain: question.domain,
        difficulty: question.difficulty,
        skipped: false,
        score: 0.7,
        band: 3,
        hintsUsed: 0,
        reference: 'An index finds rows without reading the whole table.',
        claim: null,
        turns: [
          {
            questionId: question.id,
            question: question.text,
            answerId: answer.id,
            answer: answer.text,
            evaluation: gradedEvaluation(),
          },
        ],
      },
    ],
    claims: [],
    disagreements: [],
    notes: [],
    ...overrides,
  };
}
