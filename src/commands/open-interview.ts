import { existsSync } from 'node:fs';
import type { Services } from '../services.ts';
import { InputError } from '../errors.ts';
import type { InterviewSession } from '../interview/session.ts';
import { continueInterview, startInterview, unknownInterview } from '../interview/start.ts';
import { focusOf } from '../interview/job-focus.ts';
import { ingestResume } from '../resume/ingest.ts';
import { matchResume } from '../resume/match.ts';
import { roleWanted } from '../resume/role-wanted.ts';
import type { Resume } from '../schemas/resume.ts';
import type { InterviewFlags } from './interview.ts';
import { readJobAt } from './read-job.ts';
import { requireResume } from './require.ts';

export const DEFAULT_ROLE = 'Software Engineer';

/** Opens the interview that the flags ask for: a new one, or one to go on with. */
export async function openInterview(flags: InterviewFlags, services: Services): Promise<InterviewSession> {
  if (flags.continue === undefined) return startWith(flags, services);
  const id = flags.continue === true ? await lastUnfinished(services) : flags.continue;
  return continueInterview(id, services);
}

async function startWith(flags: InterviewFlags, services: Services): Promise<InterviewSession> {
  const { defaults } = services.config;
  const job = flags.job === undefined ? null : await readJobAt(flags.job);
  const resume = flags.resume === undefined ? null : await resumeAt(flags.resume, flags.role ?? job?.title ?? null, services);
  return startInterview(
    {
      resume,
      role: flags.role ?? job?.title ?? resume?.role ?? defaults.role ?? (resume && roleWanted(resume)) ?? DEFAULT_ROLE,
      job: job && focusOf(job, resume && (await matchResume(resume, job, services))),
      questions: flags.questions ?? defaults.questions,
      mode: flags.mode ?? defaults.mode,
      difficulty: flags.difficulty ?? defaults.difficulty,
      seed: flags.seed ?? null,
      packs: flags.pack ?? [],
    },
    services,
  );
}

/** An id of a stored resume, or a file that is read first. */
export async function resumeAt(given: string, role: string | null, services: Services): Promise<Resume> {
  const stored = await services.store.findResume(given);
  if (stored) return stored;
  if (!existsSync(given) && !/[./\\]/u.test(given)) return requireResume(given, services.store);
  const { id } = await ingestResume(given, { role }, services);
  return requireResume(id, services.store);
}

async function lastUnfinished({ store }: Services): Promise<string> {
  const sessions = await store.listInterviews();
  const unfinished = sessions.find(({ status }) => status === 'ready' || status === 'in_progress');
  if (unfinished) return unfinished.id;
  if (sessions.length === 0) throw unknownInterview('last');
  throw new InputError('nothing-unfinished', 'No interview is unfinished.', 'Start one with: hotseat interview');
}
