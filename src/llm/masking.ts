import { GENERAL_PATTERNS, knownPatterns, type ContactKind, type ContactPattern, type KnownContact } from './contact-patterns.ts';

/** Puts stand-ins such as `[NAME_1]` in place of contact data, and the data back in place of them. */
export interface Mask {
  mask(text: string): string;
  /** What `mask` took out, put back exactly. Stand-ins that it never gave are left. */
  unmask(text: string): string;
  /** The same inside of JSON, where what is put back may need escaping. */
  unmaskJson(text: string): string;
  /** For what is kept and not put back: as `mask`, and stand-ins that are there already stay. */
  redact(text: string): string;
}

const STAND_IN = /\[(?:NAME|EMAIL|PHONE|LINK|ADDRESS|HANDLE|TEXT)_\d{1,6}\]/gi;
// A text that has a stand-in of its own gets it back like everything else.
const WRITTEN_STAND_IN: ContactPattern = { kind: 'TEXT', pattern: STAND_IN };

interface Find {
  kind: ContactKind;
  start: number;
  end: number;
}

/**
 * A mask for one person's texts: what is known of them, and whatever looks
 * like an e-mail address, a telephone number, a link or a street.
 *
 * The same words get the same stand-in for as long as the mask lives; what is
 * known comes first, so that it has the same one in every session.
 */
export function createMask(known: KnownContact = {}): Mask {
  const patterns = [WRITTEN_STAND_IN, ...knownPatterns(known), ...GENERAL_PATTERNS];
  const standIns = new Map<string, string>();
  const words = new Map<string, string>();
  const counts = new Map<ContactKind, number>();

  const standInFor = (kind: ContactKind, text: string): string => {
    const given = standIns.get(text);
    if (given) return given;
    const number = (counts.get(kind) ?? 0) + 1;
    const standIn = `[${kind}_${number}]`;
    counts.set(kind, number);
    standIns.set(text, standIn);
    words.set(standIn, text);
    return standIn;
  };
  const restore = (text: string, write: (word: string) => string): string =>
    text.replace(STAND_IN, (standIn) => {
      const word = words.get(standIn.toUpperCase());
      return word === undefined ? standIn : write(word);
    });

  const replace = (text: string, write: (kind: ContactKind, found: string) => string): string => {
    const pieces: string[] = [];
    let read = 0;
    for (const { kind, start, end } of merged(findAll(text, patterns))) {
      pieces.push(text.slice(read, start), write(kind, text.slice(start, end)));
      read = end;
    }
    return [...pieces, text.slice(read)].join('');
  };
  const mask = (text: string): string => replace(text, standInFor);

  [known.name ?? '', ...(known.emails ?? []), ...(known.phones ?? []), ...(known.links ?? []), ...(known.addresses ?? [])].forEach(mask);
  return {
    mask,
    unmask: (text) => restore(text, (word) => word),
    unmaskJson: (text) => restore(text, (word) => JSON.stringify(word).slice(1, -1)),
    redact: (text) => replace(text, (kind, found) => (kind === 'TEXT' ? found : standInFor(kind, found))),
  };
}

function findAll(text: string, patterns: ContactPattern[]): Find[] {
  return patterns.flatMap(({ kind, pattern, isOne }) =>
    [...text.matchAll(pattern)]
      .filter(([match]) => match !== '' && (isOne?.(match) ?? true))
      .map((match) => ({ kind, start: match.index, end: match.index + match[0].length })),
  );
}

/** What overlaps goes as one: half of a number left over would tell too much. */
function merged(finds: Find[]): Find[] {
  const inOrder = [...finds].sort((one, other) => one.start - other.start || other.end - one.end);
  const result: Find[] = [];
  for (const find of inOrder) {
    const last = result.at(-1);
    if (last && find.start < last.end) last.end = Math.max(last.end, find.end);
    else result.push({ ...find });
  }
  return result;
}
