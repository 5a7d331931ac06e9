/** What a score may be, for whoever wrote something else; a whole number of 2 to 100 was meant as one in a hundred. */
export function scoreWords(given: unknown): string {
  const isPercent = typeof given === 'number' && Number.isInteger(given) && given >= 2 && given <= 100;
  return `Scores go from 0 to 1${isPercent ? `: write ${given / 100}` : ''}.`;
}
