import type { Finding } from './finding.ts';
import { plain } from './lint-question.ts';
import type { Place } from './pack-source.ts';

/** Something that has an id: a pack, or a question of one. */
export interface Named {
  id: string;
  /** Of a question; absent for a pack. */
  text?: string;
  version: number;
  file: string;
  builtIn: boolean;
  /** Null for what is only compared with. */
  place: Place | null;
}

/**
 * Ids and texts that stand twice. A user's question may take the place of a
 * built-in one; a higher version shows that this is meant.
 */
export function lintIds(all: readonly Named[]): Finding[] {
  const byId = new Map<string, Named>();
  const byText = new Map<string, Named>();
  return all.flatMap((one) => {
    const words = plain(one.text ?? '');
    const [sameId, sameText] = [byId.get(one.id), words === '' ? undefined : byText.get(words)];
    byId.set(one.id, sameId ?? one);
    byText.set(words, sameText ?? one);
    if (sameId) return doubleId(one, sameId);
    return sameText ? doubleText(one, sameText) : [];
  });
}

function doubleId(one: Named, other: Named): Finding[] {
  const noun = one.text === undefined ? 'pack' : 'question';
  const shared = { rule: 'duplicate-id' as const, question: one.text === undefined ? null : one.id };
  if (!one.place) return [];
  if (one.builtIn === other.builtIn) {
    return [{ ...shared, ...one.place, file: one.file, severity: 'error', message: `The ${noun} id "${one.id}" stands twice: also in ${whereIs(other)}.`, remedy: 'Give each an id of its own.' }];
  }
  if (one.text !== undefined && one.version > other.version) return [];
  const remedy = one.text === undefined ? 'Give your pack an id of its own.' : `Give it an id of its own, or set its version to ${other.version + 1} to say that this is meant.`;
  return [{ ...shared, ...one.place, file: one.file, severity: 'warning', message: `The ${noun} "${one.id}" takes the place of a built-in ${noun}.`, remedy }];
}

function doubleText(one: Named, other: Named): Finding[] {
  if (!one.place) return [];
  return [{
    ...one.place,
    file: one.file,
    rule: 'same-question',
    severity: one.builtIn === other.builtIn ? 'error' : 'warning',
    question: one.id,
    message: `The question is the same as ${other.id} in ${whereIs(other)}.`,
    remedy: 'Keep one of them, or ask for something else.',
  }];
}

function whereIs({ file, place }: Named): string {
  return place ? `${file}:${place.line}` : file;
}
