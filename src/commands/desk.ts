import { continueInterview, startInterview } from '../interview/start.ts';
import { hollowNotice, ingestResume } from '../resume/ingest.ts';
import { parseResume } from '../resume/parsing/parse-resume.ts';
import { readResumeFile } from '../resume/reading/read-resume-file.ts';
import { roleWanted } from '../resume/role-wanted.ts';
import { estimateInterview } from '../interview/estimate.ts';
import type { OfferedModels } from '../model-settings.ts';
import { pricedEndpoints } from '../open-models.ts';
import { withModels, type Services } from '../services.ts';
import { settingsFile } from '../config.ts';
import type { Desk, InterviewChoice, ModelOffer } from '../ui/desk.ts';
import { chooseProvider } from './choose-provider.ts';
import { DEFAULT_ROLE } from './open-interview.ts';
import { findReport } from './report.ts';
import { requireResume } from './require.ts';
import { SAMPLE } from './sample.ts';
import type { ModelChoice } from '../schemas/model-choice.ts';

/** What the screens ask for, answered by the services. */
export function createDesk(opened: Services): Desk {
  const { store, config } = opened;
  let services = opened;
  let { offered } = config;
  return {
    async overview() {
      const sessions = await store.listInterviews();
      const unfinished = sessions.find(({ status }) => status === 'ready' || status === 'in_progress') ?? null;
      return { unfinished, resumes: await store.listResumes(), sessions };
    },

    async lookAt(file) {
      const parsed = parseResume(await readResumeFile(file));
      return { role: roleWanted(parsed), notice: hollowNotice(parsed) };
    },

    async startInterview(choice, onProgress) {
      const resume = await resumeOf(choice, onProgress, services);
      onProgress('Choosing questions');
      const { role, questions, mode, difficulty } = choice;
      return startInterview({ resume, role, questions, mode, difficulty, seed: null, packs: [] }, { ...services, onWork: ({ words, done, total }) => onProgress(`${words} (${done}/${total})`) });
    },

    offer: (choice) => offered && offerOf(offered, choice, config.home),

    async answerOffer(accepted) {
      if (!offered) return;
      const { provider, settings } = offered;
      offered = null;
      if (accepted) services = withModels(services, settings);
      await chooseProvider(settingsFile(config.home), accepted ? provider : 'offline');
    },

    continueInterview: (sessionId) => continueInterview(sessionId, services),
    defaults: () => defaultsOf(config.defaults),
    sampleResume: () => SAMPLE,
    report: (sessionId) => findReport(sessionId, services),
    close: () => opened.close(),
  };
}

const NAMES = { openai: 'OpenAI', huggingface: 'Hugging Face' };

function offerOf({ provider, settings }: OfferedModels, { questions, mode, resume }: Parameters<Desk['offer']>[0], home: string): ModelOffer | null {
  const { endpoints, pricesAsOf } = pricedEndpoints(settings);
  const { question, grader } = endpoints;
  if (!question || !grader) return null;
  const { samples, mask: masked } = settings;
  return {
    provider: NAMES[provider],
    host: grader.host,
    hasKey: hasKey(settings.agents.grader),
    models: { questions: question.model, grades: grader.model },
    masked,
    estimate: estimateInterview({ questions, mode, resume: resume !== null, samples }, endpoints, pricesAsOf),
    settingsFile: settingsFile(home),
  };
}

function hasKey(choice: ModelChoice): boolean {
  switch (choice.kind) {
    case 'offline':
      return false;
    case 'openai':
      return choice.apiKey !== null;
    case 'huggingface':
      return choice.token !== null;
  }
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
