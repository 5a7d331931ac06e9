const LIMIT = 20_000;

/**
 * A pure function of a word that knows its earlier results: people use the same
 * few thousand words again and again. When it knows too many it forgets all of
 * them, so that memory stays flat whatever comes by. `known` are results to begin with.
 */
export function remembering<Result>(find: (word: string) => Result, known = new Map<string, Result>()): (word: string) => Result {
  return (word) => {
    let result = known.get(word);
    if (result === undefined) {
      result = find(word);
      if (known.size >= LIMIT) known.clear();
      known.set(detached(word), result);
    }
    return result;
  };
}

/** The word by itself: a long one cut out of a text would keep the whole text in memory. */
export function detached(word: string): string {
  return word.length < 13 ? word : word.split('').join('');
}
