import { continueInterview, startInterview } from '../interview/start.ts';
import { ingestResume } from '../resume/ingest.ts';
import type { Services } from '../services.ts';
import type { Desk, InterviewChoice } from '../ui/desk.ts';
import { DEFAULT_ROLE } from './open-interview.ts';
import { findReport } from './report.ts';
import { requireResume } from './require.ts';
import { SAMPLE } from './sample.ts';

/** What the screens ask for, answered by the services. */
export function createDesk(services: Services): Desk {
  const { store } = services;
  return {
    async overview() {
      const sessions = await store.listInterviews();
      const unfinished = sessions.find(({ status }) => status === 'ready' || status === 'in_progress') ?? null;
      return { unfinished, resumes: await store.listResumes(), sessions };
    },

    async startInterview(choice, onProgress) {
      const resume = await resumeOf(choice, onProgress, services);
      onProgress('Choosing questions');
      const { role, questions, mode, difficulty } = choice;
      return startInterview({ resume, role, questions, mode, difficulty, seed: null, packs: [] }, { ...services, onWork: ({ words, done, total }) => onProgress(`${words} (${done}/${total})`) });
    },

    continueInterview: (sessionId) => continueInterview(sessionId, services),
    defaults: () => defaultsOf(services.config.defaults),
    sampleResume: () => SAMPLE,
    report: (sessionId) => findReport(sessionId, services),
    close: () => services.close(),
  };
}

function defaultsOf({ role, questions, mode, difficulty }: Services['config']['defaults']): ReturnType<Desk['defaults']> {
  return { role: role ?? DEFAULT_ROLE, questions, mode, difficulty: difficulty ?? 'medium' };
}

const STAGES = {
  reading: 'Reading the resume',
  understanding: 'Finding sections, jobs and claims',
  embedding: 'Making it searchable',
  storing: 'Storing it',
};

async function resumeOf({ resume, role }: InterviewChoice, onProgress: (words: string) => void, services: Services) {
  if (!resume) return null;
  if ('id' in resume) return requireResume(resume.id, services.store);
  const { id } = await ingestResume(resume.file, { role, onStage: (stage) => onProgress(STAGES[stage]) }, services);
  return requireResume(id, services.store);
}
