import { COMMON_WORDS, SKILL_NAMES } from './skill-names.ts';
import { foldText } from './words.ts';

/** A skill that we know by name. */
export interface KnownSkill {
  name: string;
  /** The interview domain it speaks for; '' for none. */
  domain: string;
}

export interface SkillMention extends KnownSkill {
  /** As it is written in the text. */
  written: string;
  index: number;
}

const known = new Map<string, KnownSkill>();
for (const [domain, names] of SKILL_NAMES) {
  for (const entry of names.split('|')) {
    const [name = '', ...others] = entry.split('=');
    for (const spelling of [name, ...others]) if (!known.has(skillKey(spelling))) known.set(skillKey(spelling), { name, domain });
  }
}
const canonical = new Set([...known.values()].map(({ name }) => name));
const LONGEST = 4;

/** What two spellings of a skill have in common: "Node JS" and "node.js" do, "C" and "C++" do not. */
export function skillKey(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}+#/*]+/gu, '');
}

/** The skill of that name, in any spelling we know. */
export function knownSkill(text: string): KnownSkill | undefined {
  return known.get(skillKey(text));
}

/**
 * Skills named in running text, in order, each mention by itself; the longest
 * name wins. In a `list` of names a common word such as "Go" is meant too.
 */
export function findSkillMentions(text: string, { list = false }: { list?: boolean } = {}): SkillMention[] {
  const words = wordsWithPlaces(text);
  const mentions: SkillMention[] = [];
  for (let at = 0; at < words.length; ) {
    const found = longestAt(words, at, { text, list });
    if (found !== null) mentions.push(found.mention);
    at += found?.words ?? 1;
  }
  return mentions;
}

/** The canonical names of the skills that a text mentions, each once. */
export function findSkillNames(text: string): string[] {
  return [...new Set(findSkillMentions(text).map(({ name }) => name))];
}

interface Word {
  index: number;
  text: string;
}

interface Place {
  text: string;
  list: boolean;
}

const WORD = /[.@]?[\p{L}\p{N}][\p{L}\p{N}\p{M}+#.'’*-]*(?:\/[\p{L}\p{N}+#.-]+)*/gu;

// "CI/CD" is one name, "Java/Python" is two.
function wordsWithPlaces(text: string): Word[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    if (!word.includes('/') || knownSkill(word) !== undefined) return [{ index, text: word }];
    let at = index;
    return word.split('/').map((part) => {
      const place = { index: at, text: part };
      at += part.length + 1;
      return place;
    });
  });
}

function longestAt(words: Word[], at: number, place: Place): { mention: SkillMention; words: number } | null {
  const { text } = place;
  for (let count = Math.min(LONGEST, words.length - at); count > 0; count -= 1) {
    const first = words[at];
    const last = words[at + count - 1];
    if (first === undefined || last === undefined) continue;
    const written = text.slice(first.index, last.index + last.text.length).replace(/[.'’-]+$/, '');
    if (/[,;:|\n()•]/.test(written) || / {2,}/.test(written)) continue;
    const skill = knownSkill(written);
    if (skill !== undefined && isMeant(written, skill, place, first.index)) return { mention: { ...skill, written, index: first.index }, words: count };
  }
  return null;
}

// "go to market", "excel at" and "C" of "Vitamin C" are no skills.
function isMeant(written: string, skill: KnownSkill, { text, list }: Place, index: number): boolean {
  if (list) return true;
  // "I am" is no IAM, and "in design" is no InDesign.
  if (!skill.name.includes(' ') && /^(?:i|in|on|an?|as|at|by|is|it|of|or|so|to|we) /iu.test(written)) return false;
  const folded = foldText(written);
  if (folded.length <= 1 || folded === 'go') return isListed(text, index, written.length);
  if (!COMMON_WORDS.has(folded) && !COMMON_WORDS.has(skillKey(written))) return true;
  if (/^\p{Ll}/u.test(written)) return false;
  const startsSentence = /(?:^|[.!?•\n]\s*)$/u.test(text.slice(0, index));
  return canonical.has(written) || written === skill.name ? !startsSentence || isListed(text, index, written.length) : false;
}

function isListed(text: string, index: number, length: number): boolean {
  const before = text.slice(0, index).trimEnd();
  const after = text.slice(index + length).trimStart();
  const separated = /[,;:|/•·(&]$|\b(?:in|with|using|and|or|und|mit|et|avec|y|con|en)$/.test(before);
  return /^[\p{Lu}]/u.test(text.slice(index)) && (separated || /^[,;|/•·)]/.test(after)) && !/^['’-]/.test(text.slice(index + length));
}
