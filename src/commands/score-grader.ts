import { availableParallelism } from 'node:os';
import { InputError } from '../errors.ts';
import type { Grader } from '../grading/grader.ts';
import { MODEL_VERSION } from '../grading/model.ts';
import type { Grading } from '../scoring/score-answers.ts';
import type { ScoreFlags } from './score-flags.ts';

/** More threads than this wait for the one that reads and writes. */
const MOST_THREADS = 8;

/** The grader that a command line names. A model is used only when it is named: settings and keys in the shell change nothing here. */
export function chooseGrader({ grader, samples, concurrency }: Pick<ScoreFlags, 'grader' | 'samples' | 'concurrency'>): Grading {
  if (grader !== 'offline') throw new InputError('grader-unknown', `There is no grader "${grader}".`, 'Use --grader offline, or leave it out.');
  // The offline grader gives the same each time: one grade is all of them.
  if (samples > 1) process.stderr.write('The offline grader gives the same each time: one sample is taken.\n');
  return { name: `offline/${MODEL_VERSION}`, open: openOffline, inThreads: true, samples: 1, width: concurrency ?? Math.min(MOST_THREADS, availableParallelism()) };
}

/** Loaded when it grades in this thread; the grading threads load their own. */
async function openOffline(): Promise<Grader> {
  const { createOfflineGrader } = await import('../grading/offline-grader.ts');
  return createOfflineGrader();
}
