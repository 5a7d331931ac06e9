/**
 * A number in [0, 1) that depends on the seed and the words alone, the same on
 * every machine: FNV-1a over the words, then one round of mulberry32.
 * A choice made from the state needs no generator to be carried along.
 */
export function seededNumber(seed: number, ...words: (string | number)[]): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const unit of words.join('\u0000')) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  let mixed = (hash + 0x6d2b79f5) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
}

/** One of the items, by seed and words. */
export function seededPick<Item>(items: readonly [Item, ...Item[]], seed: number, ...words: (string | number)[]): Item {
  return items[Math.floor(seededNumber(seed, ...words) * items.length)] ?? items[0];
}
