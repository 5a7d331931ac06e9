import type { Path } from './raw-case.ts';

/** Told of every value: the way to it, where it begins, and where its key begins (in a list: the value itself). */
export type Visit = (path: Path, value: number, key: number) => void;

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const PLAIN = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const MAX_DEPTH = 200;

class Stop extends Error {
  constructor(readonly offset: number) {
    super('Not JSON');
  }
}

/**
 * Walks through a JSON text by the grammar of RFC 8259 and tells where its
 * values stand: JSON.parse gives no positions, and for many mistakes not even
 * theirs. Gives the offset of the first mistake, or null.
 */
export function scanJson(text: string, visit: Visit = () => undefined): number | null {
  try {
    const end = skip(text, scanValue(text, skip(text, 0), [], visit));
    return end < text.length ? end : null;
  } catch (error) {
    if (error instanceof Stop) return error.offset;
    throw error;
  }
}

export interface RepeatedKey {
  name: string;
  /** Where it stands for the second time. */
  offset: number;
}

/** The first key that stands twice in one object, or null. */
export function findRepeatedKey(text: string): RepeatedKey | null {
  // A value is told of before what is inside of it: its keys begin anew there.
  const seen: Set<string>[] = [];
  let found: RepeatedKey | null = null;
  scanJson(text, (path, _, offset) => {
    const [depth, last] = [path.length, path.at(-1)];
    if (typeof last === 'string') {
      if (seen[depth]?.has(last)) found ??= { name: last, offset };
      seen[depth]?.add(last);
    }
    seen[depth + 1] = new Set();
  });
  return found;
}

function scanValue(text: string, at: number, path: Path, visit: Visit): number {
  if (path.length > MAX_DEPTH) throw new Stop(at);
  if (path.length === 0) visit(path, at, at);
  const sign = text.charAt(at);
  if (sign === '{') return scanItems(text, at, '}', (from) => scanMember(text, from, path, visit));
  if (sign === '[') {
    let index = 0;
    return scanItems(text, at, ']', (from) => {
      const inside = [...path, index++];
      visit(inside, from, from);
      return scanValue(text, from, inside, visit);
    });
  }
  return take(text, at, sign === '"' ? STRING : PLAIN);
}

function scanMember(text: string, at: number, path: Path, visit: Visit): number {
  const keyEnd = take(text, at, STRING);
  const colon = skip(text, keyEnd);
  if (text.charAt(colon) !== ':') throw new Stop(colon);
  const value = skip(text, colon + 1);
  const inside = [...path, JSON.parse(text.slice(at, keyEnd)) as string];
  visit(inside, value, at);
  return scanValue(text, value, inside, visit);
}

/** What stands between brackets, separated by commas. */
function scanItems(text: string, open: number, close: string, scanItem: (at: number) => number): number {
  let at = skip(text, open + 1);
  if (text.charAt(at) === close) return at + 1;
  for (;;) {
    at = skip(text, scanItem(at));
    if (text.charAt(at) === close) return at + 1;
    if (text.charAt(at) !== ',') throw new Stop(at);
    at = skip(text, at + 1);
  }
}

function skip(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.test(text);
  return SPACE.lastIndex;
}

function take(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  if (!pattern.test(text)) throw new Stop(at);
  return pattern.lastIndex;
}
