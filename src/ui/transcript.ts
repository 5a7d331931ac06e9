import { type Evaluation } from '../schemas/evaluation.ts';
import { type AskedQuestion } from '../schemas/interview.ts';
import { type ModelUse } from '../schemas/network.ts';
import { type Report } from '../schemas/report.ts';
import { type ModelOffer } from './desk.ts';
import { createVariable, type Observable } from './observable.ts';

export interface Asked {
  question: AskedQuestion;
  /** Main questions count from 1; greeting and closing have 0. */
  index: number;
  total: number;
}

export interface Hint {
  text: string;
  left: number;
  cost: number;
}

/** Something finished: printed once, above the live area, and never drawn again. */
export type Entry =
  | { kind: 'question'; asked: Asked }
  | { kind: 'hint'; hint: Hint }
  | { kind: 'answer'; text: string }
  | { kind: 'skipped' }
  | { kind: 'feedback'; evaluation: Evaluation; previousScore: number | null }
  | { kind: 'said'; role: 'interviewer' | 'system'; text: string }
  | { kind: 'help' }
  | { kind: 'report'; report: Report }
  | { kind: 'use'; use: ModelUse }
  | { kind: 'offer'; offer: ModelOffer };

export interface Transcript extends Observable<readonly Entry[]> {
  print(...entries: Entry[]): void;
}

export function createTranscript(): Transcript {
  const entries = createVariable<readonly Entry[]>([]);
  return {
    get: entries.get,
    subscribe: entries.subscribe,
    print: (...added) => entries.set([...entries.get(), ...added]),
  };
}
