import type { Difficulty, Question, QuestionType } from '../schemas/question.ts';
import { InputError } from '../errors.ts';
import { type LoadedPack, loadBuiltInPacks, readPacks } from './load.ts';
import { nearWord } from './near-word.ts';

/** A pack with where it comes from: `built-in`, or the user's file. */
export interface ListedPack extends LoadedPack {
  source: string;
}

/** A question of the catalogue, with the pack it stands in. */
export interface ListedQuestion {
  question: Question;
  pack: string;
  packHash: string;
  source: string;
}

/** The built-in packs, then the user's. Rejects with an InputError for one that cannot be read. */
export function listPacks(userPaths: readonly string[]): ListedPack[] {
  return [
    ...loadBuiltInPacks().map((loaded) => ({ ...loaded, source: 'built-in' })),
    ...readPacks(userPaths).map((loaded) => ({ ...loaded, source: loaded.file })),
  ];
}

/** Every question once: a user's takes the place of a built-in one of the same id. */
export function listQuestions(packs: readonly ListedPack[]): ListedQuestion[] {
  const questions = new Map<string, ListedQuestion>();
  for (const { pack, hash, source } of packs) {
    for (const question of pack.questions) questions.set(question.id, { question, pack: pack.id, packHash: hash, source });
  }
  return [...questions.values()];
}

export interface Counts {
  questions: number;
  byDifficulty: Record<Difficulty, number>;
  byType: Record<QuestionType, number>;
}

export function countQuestions(questions: readonly Question[]): Counts {
  const byDifficulty = { easy: 0, medium: 0, hard: 0 };
  const byType = { technical: 0, behavioral: 0, situational: 0 };
  for (const { difficulty, type } of questions) {
    byDifficulty[difficulty]++;
    byType[type]++;
  }
  return { questions: questions.length, byDifficulty, byType };
}

/** The one thing under an id or a unique beginning of it; an InputError that names what is near when there is none. */
export function findById<Item>(id: string, items: readonly Item[], idOf: (item: Item) => string, noun: 'pack' | 'question'): Item {
  const exact = items.filter((item) => idOf(item) === id);
  const found = exact.length > 0 ? exact.slice(-1) : items.filter((item) => idOf(item).startsWith(id));
  if (found.length === 1 && found[0] !== undefined) return found[0];
  if (found.length > 1) {
    const some = found.slice(0, 5).map(idOf).join(', ');
    throw new InputError(`${noun}-ambiguous`, `"${id}" is the beginning of ${found.length} ${noun} ids: ${some}${found.length > 5 ? ', ...' : ''}.`, 'Give more of the id.');
  }
  const near = nearWord(id, items.map(idOf)) ?? items.map(idOf).find((known) => known.includes(id));
  throw new InputError(`${noun}-unknown`, `There is no ${noun} "${id}".${near ? ` Did you mean ${near}?` : ''}`, `See them with: hotseat ${noun} list`);
}
