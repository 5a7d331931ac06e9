import type { Embedder } from '../../embeddings/embeddings.ts';
import type { BankQuestion } from '../../packs/bank.ts';
import { chooseQuestion } from '../../packs/choose.ts';
import type { AskedQuestion, InterviewState } from '../../schemas/interview.ts';
import { readinessNow } from '../decide.ts';
import { nextProbe } from '../gate.ts';
import { totalQuestions } from '../plan.ts';
import { seededNumber, seededPick } from '../random.ts';
import { resumeQuestion } from '../resume-question.ts';
import { fill, type Wording } from '../wording.ts';
import type { Agent } from './agent.ts';
import { remainingPlan } from './orchestrator.ts';

export interface OfflineQuestions {
  bank: readonly BankQuestion[];
  embedder: Embedder;
  wording: Wording;
}

type Draft = Omit<AskedQuestion, 'id' | 'intent' | 'difficulty'> & Partial<Pick<AskedQuestion, 'difficulty'>>;

/** The question agent without a model: pack questions chosen by meaning, and the interviewer's own words for the rest. */
export function createOfflineQuestionAgent(sources: OfflineQuestions): Agent {
  return async (state) => {
    const context = state.questionContext;
    if (!context) return {};
    const draft = await draftFor(state, context, sources);
    const question: AskedQuestion = {
      difficulty: context.difficulty,
      ...draft,
      id: nextQuestionId(state),
      intent: context.intent,
    };
    return { questionAgentResponse: { question, domain: question.domain, difficulty: question.difficulty, error: null } };
  };
}

/** Counts what was ever asked: a question that was taken back keeps its id for itself. */
function nextQuestionId({ messages }: InterviewState): string {
  const asked = new Set(messages.flatMap(({ role, questionId }) => (role === 'interviewer' && questionId ? [questionId] : [])));
  return `q${asked.size + 1}`;
}

type QuestionContext = NonNullable<InterviewState['questionContext']>;

async function draftFor(state: InterviewState, context: QuestionContext, sources: OfflineQuestions): Promise<Draft> {
  const { wording } = sources;
  const { seed } = state.settings;
  switch (context.intent) {
    case 'greet':
      return conversation(fill(seededPick(wording.greeting, seed, 'greeting'), greetingWords(state)));
    case 'explain':
      return conversation(wording.explain[explanationFor(state)]);
    case 'close':
      return conversation(seededPick(wording.closing, seed, 'closing'));
    case 'intro':
      return introDraft(state, wording);
    case 'resume':
      return resumeDraft(state, context, wording);
    case 'redirect':
    case 'follow_up':
      return probeDraft(state, wording);
    case 'technical':
    case 'behavioral':
    case 'situational':
      return packDraft(state, context, context.intent, sources);
  }
}

function blank(type: AskedQuestion['type']): Omit<Draft, 'text'> {
  return {
    type,
    domain: type,
    rubric: { reference: null, keyPoints: [] },
    followUps: [],
    hints: [],
    source: null,
    claim: null,
    parent: null,
    keyPoint: null,
  };
}

function conversation(text: string): Draft {
  return { ...blank('conversation'), text };
}

function greetingWords(state: InterviewState): Record<string, string | number> {
  const about = state.resumeId ? ' and your resume' : '';
  const count = totalQuestions(state.plan);
  return { questions: `${count} ${count === 1 ? 'question' : 'questions'}`, role: state.jobRole, about };
}

function explanationFor(state: InterviewState): keyof Wording['explain'] {
  const readiness = readinessNow(state);
  return readiness === 'yes' || readiness === 'introduced' ? 'unclear' : readiness;
}

/** Nobody is asked to introduce themselves again: the question goes on from what was said, and is graded on the rest. */
function introDraft(state: InterviewState, wording: Wording): Draft {
  const kind = readinessNow(state) === 'introduced' ? 'introduced' : 'intro';
  const text = fill(seededPick(wording[kind], state.settings.seed, 'intro'), { role: state.jobRole });
  return { ...blank('intro'), ...rubricOf(wording.rubrics[kind]), text };
}

function rubricOf({ keyPoints, followUps, hints }: Wording['rubrics']['intro']): Pick<Draft, 'rubric' | 'followUps' | 'hints'> {
  return { rubric: { reference: null, keyPoints }, followUps, hints };
}

function resumeDraft(state: InterviewState, { claim }: QuestionContext, wording: Wording): Draft {
  if (!claim) throw new Error('A resume question needs a claim.');
  const { id, text, page, line } = claim;
  return {
    ...blank('resume'),
    ...rubricOf(wording.rubrics.resume),
    text: resumeQuestion(state, claim, wording),
    claim: { id, text, page, line },
  };
}

function probeDraft(state: InterviewState, wording: Wording): Draft {
  const probe = nextProbe(state);
  if (!probe) throw new Error('There is nothing to probe.');
  // A probe is worded by nobody but us.
  const { wordedBy: _, cleanedBy: __, ...main } = probe.main;
  if (probe.kind === 'redirect') {
    const lead = seededPick(wording.redirect, state.settings.seed, 'redirect', main.id);
    return { ...main, text: fill(lead, { question: main.text }), parent: main.id };
  }
  const point = main.rubric.keyPoints.find(({ id }) => id === probe.keyPoint);
  return {
    ...main,
    text: 'text' in probe.ask ? probe.ask.text : wording.further[probe.ask.lacking],
    rubric: { reference: null, keyPoints: point ? [point] : [] },
    followUps: [],
    hints: [],
    parent: main.id,
    keyPoint: probe.keyPoint,
  };
}

async function packDraft(state: InterviewState, context: QuestionContext, type: BankQuestion['type'], { bank, embedder }: OfflineQuestions): Promise<Draft> {
  const chosen = chooseQuestion(bank, {
    type,
    domains: type === 'technical' ? remainingPlan(state) : {},
    difficulty: context.difficulty,
    meaning: await meaningFor(state, context, embedder),
    asked: [...state.previousQuestions.flatMap(({ source }) => source?.id ?? []), ...state.settings.askedBefore],
    chance: (id) => seededNumber(state.settings.seed, id),
  });
  // Everything near was asked in the last interviews: a known question beats none.
  const question = chosen ?? anyUnasked(state, bank, type);
  const { text, domain, difficulty, reference, keyPoints, criteria, followUps, hints, id, version, pack, packHash } = question;
  return {
    ...blank(type),
    text,
    domain,
    difficulty,
    rubric: { reference, keyPoints, ...(criteria ? { criteria } : {}) },
    followUps,
    hints,
    source: { id, version, pack, packHash },
  };
}

function anyUnasked(state: InterviewState, bank: readonly BankQuestion[], type: BankQuestion['type']): BankQuestion {
  const asked = new Set(state.previousQuestions.flatMap(({ source }) => source?.id ?? []));
  const ofType = bank.filter((question) => question.type === type);
  const left = ofType.find(({ id }) => !asked.has(id)) ?? ofType[0];
  if (!left) throw new Error(`The question bank has no ${type} question.`);
  return left;
}

/** Letters of the resume that go into the meaning: more would cost the embedder time and blur it. */
const MEANING_LENGTH = 240;

async function meaningFor(state: InterviewState, context: QuestionContext, embedder: Embedder): Promise<Float32Array> {
  const passages = context.resumeContext.map(({ text }) => text).join(' ').slice(0, MEANING_LENGTH);
  const [vector] = await embedder.embed([`${state.jobRole}. ${context.domain.replace(/-/gu, ' ')}. ${passages}`]);
  return vector ?? new Float32Array();
}
