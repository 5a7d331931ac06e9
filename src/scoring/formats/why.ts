import { FLAG_WORDS, secondWords } from '../../reports/words.ts';
import type { ScoredCase } from '../result.ts';

/** In a line, what to look at in a case: what was missed, what held it down, where two graders are split, or what it lacks. */
export function whyWords({ reasons, evaluation }: ScoredCase): string {
  // Why it has no grade says what its flags would say again, and that it has none stands beside it.
  if (evaluation.status === 'ungraded' && reasons.length > 0) return withoutStop(evaluation.reason);
  const flags = evaluation.flags.map((flag) => FLAG_WORDS[flag]);
  const split = evaluation.agreement === 'split' && evaluation.second ? `split: second grader ${secondWords(evaluation.second)}` : '';
  if (reasons.length + flags.length > 0 || split !== '') return [withoutStop(reasons.join('; ')), flags.join(' '), split].filter(Boolean).join('. ');
  const missed = evaluation.keyPoints.filter(({ state }) => state === 'missed').map(({ text }) => text);
  return missed.length > 0 ? `misses: ${missed.join('; ')}` : '';
}

function withoutStop(words: string): string {
  return words.replace(/\.$/u, '');
}
