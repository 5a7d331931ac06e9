import { randomBytes, randomInt } from 'node:crypto';
import { InputError } from '../errors.ts';
import type { Embedder } from '../embeddings/embeddings.ts';
import type { Grader } from '../grading/grader.ts';
import { openQuestionBank, type BankQuestion } from '../packs/bank.ts';
import { searchResume } from '../resume/search.ts';
import type { InterviewState, Mode } from '../schemas/interview.ts';
import type { Difficulty } from '../schemas/question.ts';
import type { Claim, Resume } from '../schemas/resume.ts';
import type { Store } from '../store/store.ts';
import type { VectorIndex } from '../vectors/vectors.ts';
import { createOfflineCleaningAgent } from './agents/cleaning.ts';
import { createEvaluationAgent } from './agents/evaluation.ts';
import { createOrchestrator, type Retrieve } from './agents/orchestrator.ts';
import { createOfflineQuestionAgent } from './agents/question.ts';
import { createOfflineReportAgent } from './agents/report.ts';
import { summaryFor } from './agents/resume-summary.ts';
import { planDomains } from './domain-plan.ts';
import { interviewGraph, type InterviewGraph } from './graph.ts';
import { openSession, requireUnfinished } from './open-session.ts';
import { planQuestions } from './plan.ts';
import { chooseResumePoints } from './resume-points.ts';
import type { InterviewSession } from './session.ts';
import { createInterview } from './state.ts';
import { readWording } from './wording.ts';

/** How many earlier interviews' questions are not asked again. */
const REMEMBERED_INTERVIEWS = 5;
const PASSAGES = 4;

export interface InterviewServices {
  store: Store;
  index: VectorIndex;
  embedder: Embedder;
  grader: Grader;
  config: { packs: string[] };
}

export interface InterviewWishes {
  resume: Resume | null;
  role: string;
  questions: number;
  mode: Mode;
  difficulty: Difficulty | null;
  /** Reproduces an offline interview exactly, whatever was asked and defended in between; left out: by chance. */
  seed: number | null;
  /** Question packs of the user's, beside those of the settings. */
  packs: string[];
}

/** Plans a new interview, saves it, and opens it. */
export async function startInterview(wishes: InterviewWishes, services: InterviewServices): Promise<InterviewSession> {
  const bank = await openQuestionBank([...services.config.packs, ...wishes.packs], services.embedder);
  const state = createInterview(await planInterview(wishes, bank, services.store));
  const revision = await services.store.saveInterview(state, 0);
  return openSession({ state, revision, draft: '' }, partsOf(bank, services));
}

/** Opens a stored interview where it stands. Rejects with an InputError when there is none, or when it is over. */
export async function continueInterview(id: string, packs: string[], services: InterviewServices): Promise<InterviewSession> {
  const found = await services.store.findInterview(id);
  if (!found) throw unknownInterview(id);
  requireUnfinished(found.state);
  const bank = await openQuestionBank([...services.config.packs, ...packs], services.embedder);
  return openSession(found, partsOf(bank, services));
}

export function unknownInterview(id: string): InputError {
  return new InputError('session-unknown', `There is no interview "${id}".`, 'See them with: hotseat session list');
}

async function planInterview(wishes: InterviewWishes, bank: BankQuestion[], store: Store) {
  const { resume, role, questions, mode } = wishes;
  const claims = claimsFor(wishes);
  const plan = planQuestions(questions, { claims: claims.length });
  const available = [...new Set(bank.filter(({ type }) => type === 'technical').map(({ domain }) => domain))];
  const resumeSummary = resume ? await summaryFor(resume, role, store) : null;
  return {
    sessionId: randomBytes(5).toString('hex'),
    resumeId: resume?.id ?? null,
    jobRole: role,
    settings: {
      questions,
      mode,
      seed: wishes.seed ?? randomInt(2 ** 31),
      startDifficulty: wishes.difficulty ?? resumeSummary?.suggestedDifficulty ?? ('medium' as const),
      // A given seed asks for the same interview again, so what was asked before does not count.
      askedBefore: wishes.seed === null ? await store.recentQuestions(REMEMBERED_INTERVIEWS) : [],
    },
    plan,
    domainPlan: planDomains(plan.technical, { role, resumeDomains: resume?.domains ?? [], available }),
    resumeSummary,
    resumePoints: chooseResumePoints(claims, plan.resume),
  };
}

function claimsFor({ resume, seed }: InterviewWishes): Claim[] {
  const claims = resume?.claims ?? [];
  return seed === null ? claims : claims.map((claim) => ({ ...claim, status: 'untouched' as const }));
}

function partsOf(bank: BankQuestion[], services: InterviewServices): Parameters<typeof openSession>[1] {
  return {
    graph: offlineGraph(bank, services),
    save: (state, revision) => saveWithClaims(state, revision, services.store),
    saveDraft: (sessionId, text) => services.store.saveDraft(sessionId, text),
  };
}

function offlineGraph(bank: BankQuestion[], services: InterviewServices): InterviewGraph {
  return interviewGraph({
    orchestrator: createOrchestrator({ retrieve: retrieveFrom(services) }),
    question: createOfflineQuestionAgent({ bank, embedder: services.embedder, wording: readWording() }),
    cleaning: createOfflineCleaningAgent(),
    evaluation: createEvaluationAgent({ grader: services.grader }),
    report: createOfflineReportAgent(),
  });
}

function retrieveFrom(services: InterviewServices): Retrieve {
  return (resumeId, query, domain) => searchResume(resumeId, query, { limit: PASSAGES, domain }, services);
}

/** The report's map of claims goes back to the resume, so that the next interview knows what was defended. */
async function saveWithClaims(state: InterviewState, revision: number, store: Store): Promise<number> {
  const next = await store.saveInterview(state, revision);
  if (state.resumeId && state.report) {
    for (const { id, status } of state.report.claims) await store.setClaimStatus(state.resumeId, id, status);
  }
  return next;
}
