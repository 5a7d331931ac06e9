import { InputError } from '../../src/errors.ts';
import { type InterviewEvent, type InterviewSession, type Turn } from '../../src/interview/session.ts';
import { type Evaluation } from '../../src/schemas/evaluation.ts';
import { type AskedQuestion, type SessionListing } from '../../src/schemas/interview.ts';
import { type ModelUse } from '../../src/schemas/network.ts';
import { type Report } from '../../src/schemas/report.ts';
import { type Desk, type InterviewChoice, type ModelOffer } from '../../src/ui/desk.ts';
import { ungradedEvaluation } from './states.ts';

/** Everything a test wants to look at afterwards. */
export interface Script {
  desk: Desk;
  answers: string[];
  drafts: string[];
  calls: string[];
  choices: InterviewChoice[];
}

export interface ScriptOptions {
  /** A draft that an earlier process left. */
  draft?: string;
  firstRun?: boolean;
  /** Calls the gate before each grading, so that a test can look at what is shown meanwhile. */
  beforeGrading?: () => Promise<void>;
  /** Between a question and the end of the call that asked it. */
  afterAsking?: () => Promise<void>;
  /** The answer that cannot be saved the first time it is sent. */
  failsOnce?: string;
  /** A model works in it: says feedback and the next question, word by word, and waits a while after each. */
  model?: ScriptedModel;
  /** A key was found, and nobody was asked yet. */
  offer?: ModelOffer;
  /** The answer to the offer cannot be written down. */
  offerUnwritable?: boolean;
  /** Going on with an interview rejects with this. */
  refuses?: Error;
}

export interface ScriptedModel {
  feedback: string;
  question: string;
  /** After each word, with the number of words to come. */
  pause: (left: number) => Promise<void>;
}

/** What three calls took. */
export const USED: ModelUse = { calls: 3, failed: 0, inputTokens: 3_800, outputTokens: 320, costUsd: 0.0123, latencyMs: 4_200, hosts: ['models.example'] };

/** A key was found for models that nobody has chosen. */
export const OFFER: ModelOffer = {
  provider: 'OpenAI',
  host: 'api.openai.com',
  hasKey: true,
  models: { questions: 'gpt-4o-mini', grades: 'gpt-4o' },
  masked: true,
  estimate: { agents: [], calls: 22, inputTokens: 42_200, outputTokens: 5_940, costUsd: 0.1199, pricesAsOf: '2026-04', assumptions: [] },
  settingsFile: '/home/jo/.hotseat/config.yaml',
};

const RUBRIC = { reference: 'An index turns a scan into a lookup and makes writes slower.', keyPoints: [] };

export function askedQuestion(values: Partial<AskedQuestion> & Pick<AskedQuestion, 'id' | 'text'>): AskedQuestion {
  return {
    intent: 'technical',
    type: 'technical',
    domain: 'databases',
    difficulty: 'medium',
    rubric: RUBRIC,
    followUps: [],
    hints: [],
    source: null,
    claim: null,
    parent: null,
    keyPoint: null,
    ...values,
  };
}

/** A greeting, three questions and a closing word. */
export const QUESTIONS: AskedQuestion[] = [
  askedQuestion({ id: 'q1', intent: 'greet', type: 'conversation', text: 'Good to meet you. Are you ready to begin?' }),
  askedQuestion({
    id: 'q2',
    intent: 'resume',
    type: 'resume',
    text: 'You write that you made the search faster. What exactly did you change?',
    claim: { id: 'c1', text: 'Cut search time by 40% with a composite index', page: 1, line: 12 },
  }),
  askedQuestion({ id: 'q3', text: 'What is an index for, and what does it cost?', hints: ['Think of writes.'] }),
  askedQuestion({
    id: 'q4',
    intent: 'behavioral',
    type: 'behavioral',
    domain: 'teamwork',
    difficulty: 'easy',
    text: 'Tell me about a time when you disagreed with a decision.',
  }),
];

export function gradedEvaluation(answer: string, score = 0.72): Evaluation {
  const quote = answer.slice(0, 40);
  return {
    status: 'graded',
    score,
    band: score < 0.35 ? 1 : score < 0.6 ? 2 : score < 0.85 ? 3 : 4,
    completeness: 0.6,
    relevance: 0.9,
    similarity: 0.7,
    sentiment: 0,
    confidence: 0.8,
    spread: 0,
    criteria: [],
    keyPoints: [
      { id: 'lookup', text: 'a lookup instead of a scan', weight: 1, state: 'covered', span: { start: 0, end: quote.length, text: quote } },
      { id: 'writes', text: 'writes get slower', weight: 2, state: 'missed' },
      { id: 'space', text: 'it takes space', weight: 1, state: 'partly' },
    ],
    strengths: [{ text: 'Says what an index is for', span: { start: 0, end: quote.length, text: quote } }],
    improvements: [{ text: 'Name what a write has to do.', keyPoint: 'writes' }, { text: 'Give an example from your own work.' }],
    feedback: 'Right, and half of the story.',
    flags: [],
    dropped: 0,
    gradedBy: { provider: 'offline', model: 'test', promptHash: null, packHash: null, temperature: null, seed: null, samples: 1 },
  };
}

export function scriptedDesk(options: ScriptOptions = {}): Script {
  const script: Omit<Script, 'desk'> = { answers: [], drafts: [], calls: [], choices: [] };
  const open = () => scriptedSession(script, options);
  let offer = options.offer ?? null;
  const desk: Desk = {
    overview: async () => overview(options.firstRun ?? false),
    lookAt: async (file) => {
      script.calls.push(`look at ${file}`);
      if (file.includes('missing')) throw new InputError('file-not-found', 'There is no file of that name.', 'Check the path and try again.');
      return file.includes('shopping') ? { role: null, notice: 'Nothing in it looks like a resume.' } : { role: 'Nurse', notice: null };
    },
    startInterview: async (choice, onProgress) => {
      script.choices.push(choice);
      onProgress('Reading the resume');
      return open();
    },
    offer: () => offer,
    answerOffer: async (accepted) => {
      script.calls.push(`offer ${accepted ? 'accepted' : 'declined'}`);
      offer = null;
      if (options.offerUnwritable) throw new InputError('config-invalid', 'The settings are not valid YAML.', 'Correct them.');
    },
    continueInterview: async (id) => {
      if (options.refuses) throw options.refuses;
      script.calls.push(`continue ${id}`);
      return open();
    },
    defaults: () => ({ role: 'Software Engineer', questions: 6, mode: 'coach', difficulty: 'medium' }),
    sampleResume: () => ({ file: 'fixtures/demo/resume.md', role: 'Backend Engineer' }),
    report: async () => scriptedReport(script.answers),
    close: async () => void script.calls.push('close'),
  };
  return { ...script, desk };
}

function scriptedSession(script: Omit<Script, 'desk'>, options: ScriptOptions): InterviewSession {
  let position = 0;
  let failing = options.failsOnce;

  const ask = (): InterviewEvent => {
    const question = QUESTIONS[position] ?? askedQuestion({ id: 'q9', text: 'That is all.' });
    return { type: 'question', question, index: position, total: QUESTIONS.length - 1 };
  };

  /** Speaks until all is said or nobody waits. */
  async function speak(of: 'question' | 'feedback', { onSaying, signal }: Turn): Promise<void> {
    if (!options.model || signal?.aborted) return;
    const { pause, [of]: whole } = options.model;
    const stopped = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
    const ends = Array.from(whole.matchAll(/\S+\s*/gu), ({ index, 0: word }) => index + word.length);
    for (const [index, end] of ends.entries()) {
      onSaying?.({ of, text: whole.slice(0, end) });
      await Promise.race([pause(ends.length - 1 - index), stopped]);
      if (signal?.aborted) return;
    }
  }

  async function* next(turn: Turn): AsyncGenerator<InterviewEvent> {
    if (position + 1 < QUESTIONS.length) await speak('question', turn);
    position += 1;
    if (position < QUESTIONS.length) {
      yield ask();
      await options.afterAsking?.();
    } else {
      yield* finish();
    }
  }

  async function* finish(): AsyncGenerator<InterviewEvent> {
    yield { type: 'phase', phase: 'report', round: 'completed' };
    yield { type: 'complete', report: scriptedReport(script.answers) };
  }

  async function* called(name: string, ...events: InterviewEvent[]): AsyncGenerator<InterviewEvent> {
    script.calls.push(name);
    yield* events;
  }

  return {
    get state(): never {
      throw new Error('The screens must not read the state.');
    },
    draft: options.draft ?? '',
    async *begin() {
      yield { type: 'phase', phase: 'greeting', round: 'welcome' };
      yield ask();
    },
    async *answer(text, turn = {}) {
      if (text === failing) {
        failing = undefined;
        throw new InputError('disk-full', 'The answer could not be saved.', 'Free some space and press Enter again.');
      }
      script.answers.push(text);
      const { id } = QUESTIONS[position] ?? { id: '' };
      yield { type: 'answer-saved', answerId: `a${script.answers.length}`, questionId: id };
      await options.beforeGrading?.();
      if (position > 0) {
        await speak('feedback', turn);
        const evaluation = turn.signal?.aborted ? ungradedEvaluation('Nobody waited for the grade.') : gradedEvaluation(text);
        yield { type: 'evaluation', answerId: 'a', questionId: id, evaluation, previousScore: null };
      }
      yield* next(turn);
    },
    async *skip(turn = {}) {
      script.calls.push('skip');
      yield* next(turn);
    },
    hint: () => called('hint', { type: 'hint', text: 'Think of what a write has to do.', left: 1, cost: 0.05 }),
    repeat: () => called('repeat', ask()),
    retry: () => called('retry', { type: 'message', role: 'system', text: 'Once more.' }, ask()),
    reference: () => called('reference', { type: 'message', role: 'system', text: `Reference answer: ${RUBRIC.reference}` }),
    disagree: (band, comment) => called(`disagree ${band} ${comment}`, { type: 'message', role: 'system', text: 'Noted for the report.' }),
    end: () => {
      script.calls.push('end');
      return finish();
    },
    use: options.model ? USED : null,
    usesModels: options.model !== undefined,
    async *regrade() {
      yield { type: 'message', role: 'system', text: 'Nothing is left ungraded.' };
    },
    async *offline() {
      yield { type: 'message', role: 'system', text: 'No model is used: everything is done on this machine already.' };
    },
    saveDraft: async (text) => void script.drafts.push(text),
  };
}

function overview(firstRun: boolean) {
  const listing: SessionListing = {
    id: 's1',
    resumeId: 'r1',
    candidate: null,
    role: 'Backend Engineer',
    mode: 'coach',
    status: 'in_progress',
    round: 'technical_deep_dive',
    asked: 3,
    questions: 6,
    score: null,
    createdAt: '2026-11-01T10:00:00.000Z',
    updatedAt: '2026-11-01T10:20:00.000Z',
  };
  if (firstRun) return { unfinished: null, resumes: [], sessions: [] };
  const done: SessionListing = { ...listing, id: 's2', status: 'completed', round: 'completed', score: 0.66 };
  const resume = { id: 'r1', file: 'resume.pdf', name: null, role: null, primaryDomain: 'backend', createdAt: listing.createdAt, chunks: 12 };
  return { unfinished: listing, resumes: [resume], sessions: [listing, done] };
}

export function scriptedReport(answers: string[]): Report {
  return {
    sessionId: 's1',
    role: 'Backend Engineer',
    mode: 'coach',
    overallScore: 0.72,
    domainScores: [
      { domain: 'databases', score: 0.81, questions: 2 },
      { domain: 'teamwork', score: 0.54, questions: 1 },
    ],
    strengths: [{ text: 'Explains costs', questionId: 'q3', quote: answers[1] ?? 'an index turns a scan into a lookup' }],
    weaknesses: [{ text: 'Stories end before their result', questionId: 'q4' }],
    recommendations: ['Practise one story a day with a number in its result.'],
    hiringRecommendation: 'leaning yes',
    hiringReason: 'Two of three answers are good.',
    graded: 3,
    ungraded: 0,
    skipped: 0,
    questions: QUESTIONS.slice(1).map((question, index) => ({
      questionId: question.id,
      text: question.text,
      type: question.type,
      domain: question.domain,
      difficulty: question.difficulty,
      skipped: false,
      score: 0.72,
      band: 3,
      hintsUsed: index === 1 ? 1 : 0,
      reference: null,
      claim: question.claim,
      turns: [{ questionId: question.id, question: question.text, answerId: 'a', answer: answers[index + 1] ?? null, evaluation: null }],
    })),
    claims: [],
    disagreements: [],
    notes: [],
  };
}
