import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap grow by half of what is in use before it is swept, in every
 * thread of the process. Grading leaves much garbage and keeps little; left to
 * itself the engine lets it grow to several times that: 8,000 cases took 290 MB
 * instead of 190, for the same time.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
