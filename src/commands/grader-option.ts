import { InvalidArgumentError, Option } from 'commander';
import type { Grader } from '../grading/grader.ts';
import { createOfflineGrader } from '../grading/offline-grader.ts';

/** `--grader`: who grades. A model is only ever used when it is named here. */
export function graderOption(): Option {
  return new Option('--grader <name>', 'who grades').argParser(knownGrader).default('offline');
}

export function openGrader(): Grader {
  return createOfflineGrader();
}

function knownGrader(name: string): string {
  if (name === 'offline') return name;
  throw new InvalidArgumentError(`There is no grader "${name}": this version grades offline only.`);
}
