import { randomBytes } from 'node:crypto';
import { InputError } from '../errors.ts';
import { openQuestionBank, questionsOf, type BankQuestion } from '../packs/bank.ts';
import { packsNamed, settlePackNames } from '../packs/chosen-packs.ts';
import type { InterviewState, Mode, Settings } from '../schemas/interview.ts';
import type { Difficulty } from '../schemas/question.ts';
import type { Claim, Resume, ResumeSummary } from '../schemas/resume.ts';
import { contactOf } from '../resume/person-contact.ts';
import type { Store } from '../store/store.ts';
import { note } from './agents/cleaning.ts';
import { summaryFor } from './agents/resume-summary.ts';
import { openInterviewer, openOfflineInterviewer, type HeldInterview, type InterviewModels, type InterviewServices } from './interviewer.ts';
import type { JobFocus } from './job-focus.ts';
import { openSession, requireUnfinished } from './open-session.ts';
import { planInterview } from './plan-interview.ts';
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
  /** The packs, by id or by path, that all questions of the bank are to come from; empty: from the whole bank. */
  packs: string[];
}

/** Plans a new interview, saves it, and opens it. Rejects with an InputError for a pack that is not there or cannot be read. */
export async function startInterview(wishes: InterviewWishes, services: InterviewServices): Promise<InterviewSession> {
  const packs = settlePackNames(wishes.packs, services.config.packs);
  const bank = await bankFor({ packs, packsAlone: packs.length > 0 }, services);
  const sessionId = randomBytes(5).toString('hex');
  const person = contactOf(wishes.resume);
  const models = services.models({ contact: person, sessionId });
  const { summary, notices } = await summaryOf(wishes, services.store, models);
  const known = { bank, packs, ownPacks: services.config.packs.length, summary, askedBefore: await askedBefore(wishes, services.store) };
  const { notices: ofPlan, ...planned } = planInterview(wishes, known);
  const state = { ...createInterview({ sessionId, ...planned }), messages: [...notices, ...ofPlan].map(note) };
  const revision = await services.store.saveInterview(state, 0);
  return openSession({ state, revision, draft: '' }, partsOf({ models, person, sessionId, wording: readWording() }, bank, services));
}

/** Opens a stored interview where it stands. Rejects with an InputError when there is none, or when it is over. */
export async function continueInterview(id: string, services: InterviewServices): Promise<InterviewSession> {
  const found = await services.store.findInterview(id);
  if (!found) throw unknownInterview(id);
  requireUnfinished(found.state);
  const bank = await bankFor(found.state.settings, services);
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

/** All questions, or those of the packs that were named for this interview. */
function bankFor({ packs, packsAlone }: Pick<Settings, 'packs' | 'packsAlone'>, services: InterviewServices): Promise<BankQuestion[]> {
  const settingsPaths = services.config.packs;
  return packsAlone ? questionsOf(packsNamed(packs, settingsPaths), services) : openQuestionBank([...settingsPaths, ...packs], services);
}

/** A given seed asks for the same interview again, so what was asked before does not count. */
async function askedBefore({ seed }: InterviewWishes, store: Store): Promise<string[]> {
  return seed === null ? store.recentQuestions(REMEMBERED_INTERVIEWS) : [];
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
