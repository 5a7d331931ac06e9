import type { Text } from './words.ts';

/** How far apart two words of the reference may stand and still count as neighbours. */
const REACH = 4;

/**
 * Of the neighbouring words in the answer that both come from the reference,
 * the share that follow each other there too; 1 where there are fewer than
 * four such pairs. Sentences keep it high in any order, loose words do not.
 */
export function sharedOrder(reference: Text, answer: Text): number {
  const places = new Map<string, number[]>();
  reference.content.forEach(({ stem }, place) => {
    const list = places.get(stem);
    if (list) list.push(place);
    else places.set(stem, [place]);
  });
  const known = answer.content.map(({ stem }) => places.get(stem));
  let [pairs, kept] = [0, 0];
  for (let at = 1; at < known.length; at++) {
    const [before, after] = [known[at - 1], known[at]];
    if (!before || !after) continue;
    pairs++;
    if (before.some((place) => after.some((next) => next > place && next - place <= REACH))) kept++;
  }
  return pairs >= 4 ? kept / pairs : 1;
}
