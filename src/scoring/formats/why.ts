import { FLAG_WORDS, secondWords } from '../../reports/words.ts';
import type { ScoredCase } from '../result.ts';

/** In a line, what to look at in a case: what was missed, what held it down, where two graders are split, or what it lacks. */
export function whyWords({ reasons, evaluation }: ScoredCase): string {
  const flags = evaluation.flags.map((flag) => FLAG_WORDS[flag]);
  const split = evaluation.agreement === 'split' && evaluation.second ? `split: second grader ${secondWords(evaluation.second)}` : '';
  if (reasons.length + flags.length > 0 || split !== '') return [reasons.join('; ').replace(/\.$/u, ''), flags.join(' '), split].filter(Boolean).join('. ');
  const missed = evaluation.keyPoints.filter(({ state }) => state === 'missed').map(({ text }) => text);
  return missed.length > 0 ? `misses: ${missed.join('; ')}` : '';
}
