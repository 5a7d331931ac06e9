import { createCrew, type Crew } from './crew.ts';
import type { Baseline } from './baseline.ts';
import type { Current } from './compare.ts';
import { setUpEngine } from './engine.ts';
import type { Grader } from '../grading/grader.ts';
import type { Gates } from './gates.ts';
import { gradeCases } from './grade-cases.ts';
import type { PreparedCase } from './prepared-case.ts';
import { provenanceOf } from './provenance.ts';
import type { CaseFacts, FactsList } from './case-facts.ts';
import type { Comparison, RunSummary, RunUse } from './result.ts';
import type { RunFile } from './run-file.ts';
import { settingsOf } from './run-settings.ts';
import type { ScoredRun } from './scored-run.ts';
import { summarize } from './summarize.ts';

/** Who grades, and how. */
export interface Grading {
  /** As results and baselines keep it. */
  name: string;
  /** The same of a second grader, where there is one. */
  second?: string;
  open(): Promise<Grader>;
  /** What its models took so far; not there where none is used. */
  use?(): RunUse | undefined;
  /** The offline grader needs nothing but its request, so it can work in several threads. */
  inThreads: boolean;
  samples: number;
  /** Cases or threads at the same time. */
  width: number;
}

export interface BaselineToMeet {
  baseline: Baseline;
  name: string;
  force: boolean;
  now: Date;
}

export interface ScoreJob {
  cases: AsyncIterable<PreparedCase>;
  /** How many there are. */
  count: number;
  runFile: RunFile;
  grading: Grading;
  gates: Gates;
  shard: RunSummary['shard'];
  /** Of all cases, not of the shard's alone; asked when they have been read. */
  inputHash?(): string;
  against?: BaselineToMeet;
  signal?: AbortSignal;
  onGraded?(cases: number): void;
}

/** cases -> grades -> run file -> comparison -> summary. */
export async function scoreAnswers(job: ScoreJob): Promise<ScoredRun> {
  const { cases, runFile, signal, onGraded } = job;
  const crew = await crewFor(job);
  try {
    await gradeCases(cases, { crew, runFile, settings: settingsOf(job), signal, onGraded });
  } finally {
    await crew.close();
  }
  return finishRun(job);
}

/** What is needed of a job when all its cases are in the run file. */
export interface FinishedJob extends Pick<ScoreJob, 'runFile' | 'gates' | 'shard' | 'inputHash' | 'against'> {
  grading: Pick<Grading, 'name' | 'second' | 'use'>;
}

/** The run that a filled run file amounts to. */
export async function finishRun({ runFile, grading, gates, shard: part, inputHash, against }: FinishedJob): Promise<ScoredRun> {
  const { facts } = runFile;
  const shard = part && inputHash ? { ...part, inputHash: inputHash() } : part;
  const gradedBy = facts.length > 0 ? runFile.case(speakerIn(facts)).evaluation.gradedBy : null;
  const provenance = gradedBy && provenanceOf(grading, gradedBy, facts);
  const comparison = against ? await compare(against, { facts, case: (index) => runFile.case(index), provenance }) : null;
  const summary = summarize({ facts, provenance, gates, shard, comparison, use: grading.use?.() });
  return { summary, facts, line: (index) => runFile.line(index), case: (index) => runFile.case(index) };
}

/** The place of a case that tells who graded: in a run of a model one that it was asked for, not one that code settled by itself. */
function speakerIn(facts: FactsList): number {
  let place = 0;
  for (const { beside } of facts) {
    if (beside?.byModel) return place;
    place++;
  }
  return 0;
}

async function compare(against: BaselineToMeet, current: Current): Promise<Comparison> {
  const { compareWithBaseline } = await import('./compare.ts');
  return compareWithBaseline(against.baseline, current, against);
}

/** What an interrupted run has that is worth keeping: everything, or what was graded. */
export function isWorthKeeping({ retryErrors }: { retryErrors: boolean }): (facts: CaseFacts) => boolean {
  return ({ status }) => !retryErrors || status === 'graded';
}

/** Fewer cases are graded in this thread alone nearly as soon, and in less memory: each other one has to start, to warm up and to read its rubrics. */
const WORTH_THREADS = 10_000;

/** Offline grades come too fast to be written one by one. */
const OFFLINE = { width: 1, batch: 10 };

async function crewFor({ grading: { open, inThreads, width }, count, gates: { minEach } }: ScoreJob): Promise<Crew> {
  if (!inThreads) return createCrew(await open(), { width, minEach });
  const threads = count >= WORTH_THREADS ? width : 1;
  setUpEngine(threads);
  if (threads === 1) return createCrew(await open(), { ...OFFLINE, minEach });
  const { createThreadCrew } = await import('./thread-crew.ts');
  return createThreadCrew({ threads, minEach });
}
