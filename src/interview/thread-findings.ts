import type { Star } from '../schemas/evaluation.ts';
import type { Thread } from './threads.ts';

/** What is still to be said after all that was said in a thread, each once: nothing that some answer of it makes. */
export function improvementsOf({ main, turns, whole, made }: Thread): string[] {
  const texts = new Map(main.rubric.keyPoints.map(({ id, text }) => [text, id]));
  const found = whole ? whole.improvements : turns.flatMap(({ evaluation }) => evaluation?.improvements ?? []);
  // A model may name a key point by its text.
  const open = found.filter(({ keyPoint }) => keyPoint === undefined || !made.has(texts.get(keyPoint) ?? keyPoint));
  return [...new Set(open.map(({ text }) => text))];
}

/** The story of a thread: a part is told where some answer tells it. Undefined where no story was asked for. */
export function starOf({ turns, whole }: Thread): Star | undefined {
  const stars = [...turns.flatMap(({ evaluation }) => evaluation?.star ?? []), ...(whole?.star ? [whole.star] : [])];
  return stars.length === 0 ? undefined : stars.reduce(join);
}

function join(left: Star, right: Star): Star {
  return {
    situation: left.situation ?? right.situation,
    task: left.task ?? right.task,
    action: left.action ?? right.action,
    result: left.result ?? right.result,
    learning: left.learning ?? right.learning,
    ownership: jointOwnership(left.ownership, right.ownership),
    quantified: left.quantified || right.quantified,
  };
}

function jointOwnership(left: Star['ownership'], right: Star['ownership']): Star['ownership'] {
  if (left === right || right === 'unclear') return left;
  return left === 'unclear' ? right : 'mixed';
}
