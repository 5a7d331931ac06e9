import { editDistance } from '../grading/edit-distance.ts';

/** The known word that somebody probably meant, or undefined when none is near. */
export function nearWord<Known extends string>(word: string, known: readonly Known[]): Known | undefined {
  const limit = word.length <= 4 ? 1 : word.length <= 8 ? 2 : 3;
  const typed = plain(word);
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(typed, plain(candidate), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((left, right) => left.distance - right.distance);
  return ranked[0]?.candidate;
}

/** key_points, key-points and KeyPoints are all meant as keyPoints. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/gu, '');
}
