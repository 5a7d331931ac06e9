import { FLAG_WORDS } from '../../reports/words.ts';
import type { ScoredCase } from '../result.ts';

/** In a line, what to look at in a case: what was missed, what held it down, or what it lacks. */
export function whyWords({ reasons, evaluation }: ScoredCase): string {
  const flags = evaluation.flags.map((flag) => FLAG_WORDS[flag]);
  if (reasons.length + flags.length > 0) return [reasons.join('; '), flags.join(' ')].filter(Boolean).join('. ');
  const missed = evaluation.keyPoints.filter(({ state }) => state === 'missed').map(({ text }) => text);
  return missed.length > 0 ? `misses: ${missed.join('; ')}` : '';
}
