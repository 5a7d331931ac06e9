import { editDistance } from '../../grading/edit-distance.ts';

/** The known word that was probably meant, or undefined when none is near. */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: { word: string; distance: number } | undefined;
  for (const one of known) {
    const distance = editDistance(word.toLowerCase(), one.toLowerCase(), limit);
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { word: one, distance };
  }
  return best?.word;
}

/** "Did you mean x?", or what there is to choose from. */
export function suggestion(word: string, known: readonly string[]): string {
  const meant = nearestWord(word, known);
  return meant ? `Did you mean "${meant}"?` : `There are: ${known.join(', ')}.`;
}
