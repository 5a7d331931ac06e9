import { embedderFor, type Embedder } from '../embeddings/embeddings.ts';
import type { Grader } from '../grading/grader.ts';
import { chosenGrader, type GraderChoice } from '../grading/chosen-grader.ts';
import type { Llm } from '../llm/llm.ts';
import type { BankQuestion } from '../packs/bank.ts';
import type { PersonContact } from '../resume/person-contact.ts';
import { searchResume } from '../resume/search.ts';
import type { ModelChoice } from '../schemas/model-choice.ts';
import type { ModelUse } from '../schemas/network.ts';
import type { OnWork } from '../schemas/progress.ts';
import type { Store } from '../store/store.ts';
import type { VectorIndex } from '../vectors/vectors.ts';
import { createOfflineCleaningAgent } from './agents/cleaning.ts';
import { createEvaluationAgent } from './agents/evaluation.ts';
import { createModelCleaningAgent } from './agents/model-cleaning.ts';
import { createModelQuestionAgent } from './agents/model-question.ts';
import { createModelReportAgent } from './agents/model-report.ts';
import { createOrchestrator, type Retrieve } from './agents/orchestrator.ts';
import { createOfflineQuestionAgent } from './agents/question.ts';
import { createOfflineReportAgent } from './agents/report.ts';
import { interviewGraph, type InterviewGraph } from './graph.ts';
import type { Wording } from './wording.ts';

/** Resume passages that a question may build on. */
const PASSAGES = 4;

/** The models that were chosen, opened for one person's data; null where an agent works offline. */
export interface InterviewModels {
  question: Llm | null;
  cleaning: Llm | null;
  grader: Llm | null;
  secondGrader: Llm | null;
  summary: Llm | null;
  report: Llm | null;
  use(): ModelUse;
}

export interface InterviewServices {
  store: Store;
  index: VectorIndex;
  embedder: Embedder;
  /** Grades without a model. */
  grader: Grader;
  /** Told when vectors must be made before anything else can happen. */
  onWork: OnWork;
  models(context: { contact: PersonContact; sessionId: string | null }): InterviewModels;
  config: { packs: string[]; models: GraderChoice['settings'] & { agents: { question: ModelChoice } } };
}

/** Whoever holds an interview: the agents as a graph, the grader among them, and what their models took. */
export interface Interviewer {
  graph: InterviewGraph;
  grader: Grader;
  /** Null where no agent speaks to a model. */
  use: (() => ModelUse) | null;
}

/** Whose interview it is, and the models that were opened for it. */
export interface HeldInterview {
  models: InterviewModels;
  person: PersonContact;
  sessionId: string;
  wording: Wording;
}

/** The interviewer with each agent in the form that was chosen for it: with a model, or offline. */
export function openInterviewer(held: HeldInterview, bank: BankQuestion[], services: InterviewServices): Interviewer {
  const { models, person, sessionId, wording } = held;
  const { question, cleaning, report } = models;
  const isRough = writesRoughly(services.config.models.agents.question);
  const offline = createOfflineQuestionAgent({ bank, embedder: embedderFor(services.embedder, { person, sessionId }), wording });
  const grader = chosenGrader({ models, settings: services.config.models, offline: services.grader });
  const graph = interviewGraph({
    orchestrator: createOrchestrator({ retrieve: retrieveFrom(services, sessionId) }),
    question: question ? createModelQuestionAgent({ llm: question, offline, isCleaned: isRough && cleaning !== null }) : offline,
    cleaning: cleaning ? createModelCleaningAgent({ llm: cleaning, isRough }) : createOfflineCleaningAgent(),
    evaluation: createEvaluationAgent({ grader }),
    report: report ? createModelReportAgent({ llm: report }) : createOfflineReportAgent(),
  });
  return { graph, grader, use: usesModel(models) ? models.use : null };
}

/** The same interviewer without any model. */
export function openOfflineInterviewer(held: Omit<HeldInterview, 'models'>, bank: BankQuestion[], services: InterviewServices): Interviewer {
  return openInterviewer({ ...held, models: NO_MODELS }, bank, services);
}

const NOTHING_USED: ModelUse = { calls: 0, failed: 0, inputTokens: 0, outputTokens: 0, costUsd: 0, latencyMs: 0, hosts: [] };
const NO_MODELS: InterviewModels = { question: null, cleaning: null, grader: null, secondGrader: null, summary: null, report: null, use: () => NOTHING_USED };

function usesModel({ question, cleaning, grader, secondGrader, summary, report }: InterviewModels): boolean {
  return [question, cleaning, grader, secondGrader, summary, report].some((model) => model !== null);
}

/** A model tuned on questions completes a text: what it writes is no clean question. */
function writesRoughly(choice: ModelChoice): boolean {
  return choice.kind === 'huggingface' && choice.alpaca;
}

function retrieveFrom(services: InterviewServices, sessionId: string): Retrieve {
  return (resumeId, query, domain) => searchResume(resumeId, query, { limit: PASSAGES, domain, sessionId }, services);
}
