import type { Embedder } from '../embeddings/embeddings.ts';
import type { Grader } from '../grading/grader.ts';
import { createModelGrader } from '../grading/model-grader.ts';
import type { Llm } from '../llm/llm.ts';
import type { BankQuestion } from '../packs/bank.ts';
import { searchResume } from '../resume/search.ts';
import type { InterviewState } from '../schemas/interview.ts';
import type { Resume } from '../schemas/resume.ts';
import type { Store } from '../store/store.ts';
import type { VectorIndex } from '../vectors/vectors.ts';
import { createOfflineCleaningAgent } from './agents/cleaning.ts';
import { createEvaluationAgent } from './agents/evaluation.ts';
import { createModelQuestionAgent } from './agents/model-question.ts';
import { createOrchestrator, type Retrieve } from './agents/orchestrator.ts';
import { createOfflineQuestionAgent } from './agents/question.ts';
import { createOfflineReportAgent } from './agents/report.ts';
import { interviewGraph, type InterviewGraph } from './graph.ts';
import { readWording } from './wording.ts';

/** Resume passages that a question may build on. */
const PASSAGES = 4;

/** Whose contact data the mask must know. */
export interface PersonContact {
  name: string | null;
  emails: string[];
  phones: string[];
  links: string[];
}

export interface InterviewServices {
  store: Store;
  index: VectorIndex;
  embedder: Embedder;
  /** Grades without a model. */
  grader: Grader;
  /** The models that were chosen, opened for one person's data; null where an agent works offline. */
  models(context: { contact: PersonContact; sessionId: string }): { question: Llm | null; grader: Llm | null };
  config: { packs: string[]; models: { samples: number } };
}

/** The graph with each agent in the form that was chosen for it: with a model, or offline. */
export function buildGraph(state: InterviewState, resume: Resume | null, bank: BankQuestion[], services: InterviewServices): InterviewGraph {
  const { question, grader } = services.models({ contact: contactOf(resume), sessionId: state.sessionId });
  const offline = createOfflineQuestionAgent({ bank, embedder: services.embedder, wording: readWording() });
  const { samples } = services.config.models;
  return interviewGraph({
    orchestrator: createOrchestrator({ retrieve: retrieveFrom(services) }),
    question: question ? createModelQuestionAgent({ llm: question, offline }) : offline,
    cleaning: createOfflineCleaningAgent(),
    evaluation: createEvaluationAgent({ grader: grader ? createModelGrader({ llm: grader, samples }) : services.grader }),
    report: createOfflineReportAgent(),
  });
}

export function contactOf(resume: Resume | null): PersonContact {
  return {
    name: resume?.name ?? null,
    emails: resume?.email ? [resume.email] : [],
    phones: resume?.phone ? [resume.phone] : [],
    links: resume?.links ?? [],
  };
}

function retrieveFrom(services: InterviewServices): Retrieve {
  return (resumeId, query, domain) => searchResume(resumeId, query, { limit: PASSAGES, domain }, services);
}
