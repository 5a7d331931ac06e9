import type { SectionKind } from '../../schemas/resume.ts';
import { HEADING_FILLERS, HEADING_KEYWORDS, HEADING_PHRASES } from './heading-words.ts';
import { foldText, keyOf, wordsOf } from './words.ts';

const phraseKeys = new Map<string, SectionKind>(
  (Object.entries(HEADING_PHRASES) as [SectionKind, readonly string[]][]).flatMap(([kind, phrases]) =>
    phrases.map((phrase) => [keyOf(phrase), kind] as const),
  ),
);
const keywordSets = HEADING_KEYWORDS.map(([kind, words]) => ({ kind, words: new Set(words.split(' ')) }));
const fillers = new Set(HEADING_FILLERS.split(' '));

/**
 * The kind of section that a heading opens, or null when the text is no
 * heading we know. Case, accents, decoration, numbering and letter-spacing
 * do not matter.
 */
export function headingKind(text: string): SectionKind | null {
  const plain = withoutLetterSpacing(text).replace(/^\s*(?:\d{1,2}|[ivx]{1,4})[.)]\s+/i, '').replace(/\((?:[^()]{0,20})\)\s*$/, '');
  if (plain.length > 60 || /[@]|https?:/.test(plain) || /\d{3}/.test(plain) || /[.!?]$/.test(plain.trim())) return null;
  const key = keyOf(plain);
  if (key === '') return null;
  const withoutJoiners = keyOf(foldText(plain).replace(/\s(?:&|and|und|et|y|e)\s/g, ' '));
  return phraseKeys.get(key) ?? phraseKeys.get(withoutJoiners) ?? kindByWords(wordsOf(plain));
}

// "W O R K   E X P E R I E N C E": single letters with one space between them, words with more.
function withoutLetterSpacing(text: string): string {
  const tokens = text.trim().split(/\s+/);
  if (tokens.length < 4 || tokens.filter((token) => token.length === 1).length < tokens.length * 0.6) return text;
  return text.trim().split(/\s{2,}/).map((word) => word.replace(/\s/g, '')).join(' ');
}

function kindByWords(words: string[]): SectionKind | null {
  if (words.length > 6) return null;
  const kinds = words.map((word) => keywordSets.find((set) => set.words.has(word))?.kind);
  const known = words.every((word, index) => kinds[index] !== undefined || fillers.has(word));
  if (!known) return null;
  // "Skills Summary" is about skills, "Career Summary" is a summary.
  return keywordSets.find(({ kind }) => kinds.includes(kind))?.kind ?? null;
}

/**
 * A heading with its content on the same line: "Skills: Go, Rust". Null for
 * lines that are no such thing.
 */
export function inlineHeading(text: string): { kind: SectionKind; heading: string; rest: string } | null {
  const match = /^([\p{L} &/'-]{3,40})\s*[:：]\s*(\S.*)$/u.exec(text.trim());
  if (match === null) return null;
  const [, heading = '', rest = ''] = match;
  const kind = phraseKeys.get(keyOf(heading)) ?? null;
  return kind === null ? null : { kind, heading: heading.trim(), rest };
}
