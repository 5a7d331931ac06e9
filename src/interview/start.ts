import { randomBytes, randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { InputError } from '../errors.ts';
import { openQuestionBank, type BankQuestion } from '../packs/bank.ts';
import type { InterviewState, Mode } from '../schemas/interview.ts';
import type { Difficulty } from '../schemas/question.ts';
import type { Claim, Resume, ResumeSummary } from '../schemas/resume.ts';
import { contactOf } from '../resume/person-contact.ts';
import type { Store } from '../store/store.ts';
import { note } from './agents/cleaning.ts';
import { summaryFor } from './agents/resume-summary.ts';
import { planDomains } from './domain-plan.ts';
import { openInterviewer, openOfflineInterviewer, type HeldInterview, type InterviewModels, type InterviewServices } from './interviewer.ts';
import type { JobFocus } from './job-focus.ts';
import { openSession, requireUnfinished } from './open-session.ts';
import { planQuestions } from './plan.ts';
import { orderResumePoints } from './resume-points.ts';
import type { InterviewSession } from './session.ts';
import { createInterview } from './state.ts';
import { readWording } from './wording.ts';

/** How many earlier interviews' questions are not asked again. */
const REMEMBERED_INTERVIEWS = 5;

export interface InterviewWishes {
  resume: Resume | null;
  role: string;
  /** What a job description asks for; the domain plan and the choice of claims follow it. */
  job?: JobFocus | null;
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
  const bank = await openQuestionBank([...services.config.packs, ...wishes.packs], services);
  const sessionId = randomBytes(5).toString('hex');
  const person = contactOf(wishes.resume);
  const models = services.models({ contact: person, sessionId });
  const { summary, notices } = await summaryOf(wishes, services.store, models);
  const planned = createInterview({ sessionId, ...(await planInterview(wishes, bank, services.store, summary)) });
  const state = { ...planned, messages: notices.map(note) };
  const revision = await services.store.saveInterview(state, 0);
  return openSession({ state, revision, draft: '' }, partsOf({ models, person, sessionId, wording: readWording() }, bank, services));
}

/** Opens a stored interview where it stands. Rejects with an InputError when there is none, or when it is over. */
export async function continueInterview(id: string, services: InterviewServices): Promise<InterviewSession> {
  const found = await services.store.findInterview(id);
  if (!found) throw unknownInterview(id);
  requireUnfinished(found.state);
  const bank = await openQuestionBank([...services.config.packs, ...found.state.settings.packs], services);
  const resume = found.state.resumeId ? ((await services.store.findResume(found.state.resumeId)) ?? null) : null;
  const { sessionId } = found.state;
  const person = contactOf(resume);
  const models = services.models({ contact: person, sessionId });
  return openSession(found, partsOf({ models, person, sessionId, wording: readWording() }, bank, services));
}

export function unknownInterview(id: string): InputError {
  return new InputError('session-unknown', `There is no interview "${id}".`, 'See them with: hotseat session list');
}

async function summaryOf({ resume, role }: InterviewWishes, store: Store, { summary: llm }: InterviewModels): Promise<{ summary: ResumeSummary | null; notices: string[] }> {
  return resume ? summaryFor(resume, role, { store, llm }) : { summary: null, notices: [] };
}

async function planInterview(wishes: InterviewWishes, bank: BankQuestion[], store: Store, resumeSummary: ResumeSummary | null) {
  const { resume, role, questions, mode } = wishes;
  const claims = claimsFor(wishes);
  const plan = planQuestions(questions, { claims: claims.length });
  const available = [...new Set(bank.filter(({ type }) => type === 'technical').map(({ domain }) => domain))];
  return {
    resumeId: resume?.id ?? null,
    jobRole: role,
    settings: {
      questions,
      mode,
      seed: wishes.seed ?? randomInt(2 ** 31),
      startDifficulty: wishes.difficulty ?? resumeSummary?.suggestedDifficulty ?? ('medium' as const),
      // A given seed asks for the same interview again, so what was asked before does not count.
      askedBefore: wishes.seed === null ? await store.recentQuestions(REMEMBERED_INTERVIEWS) : [],
      packs: wishes.packs.map((path) => resolve(path)),
    },
    plan,
    domainPlan: planDomains(plan.technical, { role, jobDomains: wishes.job?.domains ?? [], resumeDomains: resume?.domains ?? [], available }),
    resumeSummary,
    resumePoints: orderResumePoints(claims, { wantedSkills: wishes.job?.skills ?? [] }),
  };
}

function claimsFor({ resume, seed }: InterviewWishes): Claim[] {
  const claims = resume?.claims ?? [];
  return seed === null ? claims : claims.map((claim) => ({ ...claim, status: 'untouched' as const }));
}

function partsOf(held: HeldInterview, bank: BankQuestion[], services: InterviewServices): Parameters<typeof openSession>[1] {
  const { store } = services;
  return {
    interviewer: openInterviewer(held, bank, services),
    openOffline: () => openOfflineInterviewer(held, bank, services),
    clarify: held.wording.clarify,
    save: (next, revision) => saveWithClaims(next, revision, store),
    saveDraft: (sessionId, text) => store.saveDraft(sessionId, text),
  };
}

/** What the report says of the claims that were asked about goes back to the resume, so that the next interview knows what was defended. */
async function saveWithClaims(state: InterviewState, revision: number, store: Store): Promise<number> {
  const next = await store.saveInterview(state, revision);
  if (state.resumeId && state.report) {
    for (const { id, status } of changedClaims(state)) await store.setClaimStatus(state.resumeId, id, status);
  }
  return next;
}

/** An interview with a given seed takes every claim for untouched; one that it did not ask about keeps what is known of it. */
function changedClaims({ report, resumePoints }: InterviewState): { id: string; status: Claim['status'] }[] {
  const before = new Map(resumePoints.map(({ id, status }) => [id, status]));
  return report?.claims.filter(({ id, status }) => before.get(id) !== status) ?? [];
}
