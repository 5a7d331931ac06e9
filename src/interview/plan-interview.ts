import { randomInt } from 'node:crypto';
import type { BankQuestion } from '../packs/bank.ts';
import type { Settings } from '../schemas/interview.ts';
import type { QuestionType } from '../schemas/question.ts';
import type { Claim, ResumeSummary } from '../schemas/resume.ts';
import { planDomains, planEvenly } from './domain-plan.ts';
import { languageDomains } from './resume-languages.ts';
import { planQuestions, totalQuestions, type Leaning } from './plan.ts';
import { orderResumePoints } from './resume-points.ts';
import { leaningOf } from './roles.ts';
import type { InterviewWishes } from './start.ts';
import type { NewInterview } from './state.ts';

/** What there is to plan with, beside the wishes. */
export interface PlanSources {
  bank: readonly BankQuestion[];
  /** The packs that were named for this interview, settled; empty where it is about the whole bank. */
  packs: string[];
  /** Packs of the user's that stand in the settings: nobody but the user knows what they are about. */
  ownPacks: number;
  summary: ResumeSummary | null;
  askedBefore: string[];
}

/** An interview as it is planned, with what a person should know about the plan. */
export type PlannedInterview = Omit<NewInterview, 'sessionId'> & { notices: string[] };

/** How many questions of which kind, on which domains, about which claims. */
export function planInterview(wishes: InterviewWishes, { bank, packs, ownPacks, summary, askedBefore }: PlanSources): PlannedInterview {
  const { resume, role, job } = wishes;
  const claims = orderResumePoints(claimsFor(wishes), { wantedSkills: job?.skills ?? [], work: resume?.work });
  const leaning = packs.length > 0 ? 'craft' : leaningFor(wishes, ownPacks);
  const plan = planQuestions(wishes.questions, { claims: claims.length, ...supplyOf(bank) }, leaning);
  const questions = totalQuestions(plan);
  const available = [...new Set(bank.filter(({ type }) => type === 'technical').map(({ domain }) => domain))];
  return {
    resumeId: resume?.id ?? null,
    jobRole: role,
    settings: { ...settingsOf(wishes, summary), questions, askedBefore, packs, ...(packs.length > 0 ? { packsAlone: true } : {}) },
    plan,
    domainPlan:
      packs.length > 0
        ? planEvenly(plan.technical, available)
        : planDomains(plan.technical, { role, jobDomains: job?.domains ?? [], resumeDomains: resume?.domains ?? [], languages: resume ? languageDomains(resume) : [], available }),
    resumeSummary: summary,
    resumePoints: claims,
    notices: [...noticesOn(leaning, wishes), ...(questions < wishes.questions ? [tooFew(questions, wishes.questions)] : [])],
  };
}

function settingsOf({ mode, seed, difficulty }: InterviewWishes, summary: ResumeSummary | null): Pick<Settings, 'mode' | 'seed' | 'startDifficulty'> {
  return { mode, seed: seed ?? randomInt(2 ** 31), startDifficulty: difficulty ?? summary?.suggestedDifficulty ?? 'medium' };
}

/** An interview with a given seed is the same again, whatever was defended in between. */
function claimsFor({ resume, seed }: InterviewWishes): Claim[] {
  const claims = resume?.claims ?? [];
  return seed === null ? claims : claims.map((claim) => ({ ...claim, status: 'untouched' as const }));
}

function supplyOf(bank: readonly BankQuestion[]): Record<QuestionType, number> {
  const count = (type: QuestionType) => bank.filter((question) => question.type === type).length;
  return { technical: count('technical'), behavioral: count('behavioral'), situational: count('situational') };
}

function leaningFor({ role, resume, job }: InterviewWishes, ownPacks: number): Leaning {
  const leaning = leaningOf(role, { otherDomains: [...(job?.domains ?? []), ...(resume?.domains ?? [])] });
  return leaning === 'unknown-trade' && ownPacks > 0 ? 'craft' : leaning;
}

function noticesOn(leaning: Leaning, { role, resume }: InterviewWishes): string[] {
  if (leaning !== 'unknown-trade') return [];
  const about = resume ? 'general behavioural ones, and about your resume' : 'general behavioural ones';
  return [`The question bank is about software and has nothing on the trade of "${role}": the questions are ${about}.`];
}

function tooFew(questions: number, wanted: number): string {
  return `The chosen packs have fewer questions than were wanted: the interview has ${questions}, not ${wanted}.`;
}
