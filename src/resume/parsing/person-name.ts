import type { Line } from '../../schemas/resume.ts';
import { companyScore } from './companies.ts';
import { educationLevel } from './education-level.ts';
import { headingKind } from './headings.ts';
import { institutionScore } from './institutions.ts';
import { isJobNoun } from './job-titles.ts';
import { isPlace } from './places.ts';
import { knownSkill } from './skill-mentions.ts';
import { cellsOf, foldText, isUpperCase, trimPunctuation, wordsOf } from './words.ts';

const DOCUMENT_TITLE = /^(?:curriculum vitae|curriculum|resume|cv|lebenslauf|hoja de vida|bewerbung|profile|confidential)(?: of| de| von)?[\s:–-]*$/i;
const LABEL = /^(?:name|full name|nom|nombre|vor- und nachname|姓名|氏名|이름)\s*[:：]\s*/i;
const HONORIFIC = /^(?:dr|prof|mr|mrs|ms|miss|herr|frau|sir|ing|dipl|mme|sr|sra|don)\.?$/i;
const PARTICLE = /^(?:de|da|do|dos|das|del|della|di|du|van|von|der|den|ter|le|la|el|al|bin|ibn|bint|y|e|zu|zum|ben|st\.?|mac|o')$/i;

/**
 * The name of the person: the line near the top that reads like one and
 * stands out, helped by the local part of the e-mail address.
 */
export function readName(lines: Line[], email: string | null): string | null {
  const top = lines.filter(({ page }) => page === 1).slice(0, 400);
  const candidates = top.flatMap((line, index) => cellsOf(line.text).slice(0, 3).map((cell, cellIndex) => ({ line, index: index + cellIndex * 0.5, text: cleanName(cell) })));
  let best: { score: number; text: string } = { score: 0.9, text: '' };
  for (const { line, index, text } of [...candidates, ...brokenNames(top)]) {
    const score = nameScore(text, line, index, email);
    if (score > best.score) best = { score, text };
  }
  return best.text === '' ? null : readable(best.text);
}

interface Candidate {
  line: Line;
  index: number;
  text: string;
}

// A first name over a family name, both larger than the text: one name in two or three lines.
function brokenNames(top: Line[]): Candidate[] {
  return top.flatMap((line, index) => {
    const rest = top.slice(index + 1, index + 3);
    const end = rest.findIndex((next, at) => !isBrokenName(rest[at - 1] ?? line, next));
    const lines = [line, ...rest.slice(0, end < 0 ? undefined : end)];
    // All lines together are worth more than one of them.
    return lines.length < 2 ? [] : [{ line, index: Math.max(0, index - 3), text: cleanName(lines.map(({ text }) => text.trim()).join(' ').replace(/-\s+/g, '-')) }];
  });
}

function isBrokenName(line: Line, next: Line): boolean {
  const [size, nextSize] = [line.size ?? 1, next.size ?? 1];
  const isLarge = Math.min(size, nextSize) >= 1.35 && Math.max(size, nextSize) <= Math.min(size, nextSize) * 1.5;
  const isNear = line.top !== undefined && next.top !== undefined && next.top > line.top && next.top - line.top < 0.03 * Math.max(size, nextSize);
  const texts = [line.text, next.text].map((text) => text.trim());
  return isLarge && isNear && texts.every((text) => text.split(/\s+/).length <= 3 && couldBeName(text) && !text.split(/\s+/).some(isJobNoun));
}

function cleanName(cell: string): string {
  const labelled = cell.replace(LABEL, '').replace(/^(?:curriculum vitae|resume|cv|lebenslauf)\s*(?:of|de|von)?\s*[-–:|]\s*/i, '');
  const bare = (labelled.split(/\s+[|•·–—-]\s+|\s*[|•·]\s*|\s*\(/u)[0] ?? '').replace(/,\s*(?:ph\.?d|m\.?d|mba|msc|m\.sc|b\.sc|bsc|pmp|cpa|cfa|p\.?eng|jr|sr|esq|rn|dr)\.?(?:\s*,.*)?$/i, '');
  const reversed = /^([\p{L}'’-]+),\s+([\p{L}'’. -]+)$/u.exec(bare.trim());
  return trimPunctuation(reversed === null ? bare : `${reversed[2] ?? ''} ${reversed[1] ?? ''}`).replace(/\s+/g, ' ');
}

function nameScore(text: string, line: Line, index: number, email: string | null): number {
  if (!couldBeName(text)) return 0;
  const words = text.split(' ');
  let score = 1.5 - Math.min(1.4, index * 0.12) + Math.min(3, ((line.size ?? 1) - 1) * 2.5);
  if (line.headingLevel === 1) score += 1.5;
  if (line.bold === true) score += 0.2;
  if (LABEL.test(line.text.trim())) score += 2;
  if (index === 0) score += 0.8;
  score += emailOverlap(words, email) * 2.5;
  if (words.length === 1 && /^[\x20-\x7e]+$/.test(text)) score -= 1.2;
  if (words.some(isJobNoun) || knownSkill(text) !== undefined || words.every((word) => knownSkill(word) !== undefined)) score -= 2.5;
  if (isPlace(text) || educationLevel(text) !== null) score -= 2;
  if (institutionScore(text) > 0) score -= 1.5;
  return score - Math.max(0, companyScore(text)) * 0.7;
}

function couldBeName(text: string): boolean {
  const words = text.split(' ').filter((word) => !HONORIFIC.test(word));
  if (words.length === 0 || words.length > 5 || text.length > 45 || text.length < 2) return false;
  if (/[\d@/:;!?+#&=*<>{}[\]_"“”]/.test(text) || DOCUMENT_TITLE.test(text) || headingKind(text) !== null) return false;
  return words.every((word) => PARTICLE.test(word) || /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*$/u.test(word)) || (words.length <= 3 && /^\p{Lo}/u.test(text));
}

// "ann.lee", "alee" and "lee.a" all speak for Ann Lee.
function emailOverlap(words: string[], email: string | null): number {
  const local = foldText(email?.split('@')[0] ?? '').replace(/[^\p{L}]/gu, '');
  if (local === '') return 0;
  const found = words.flatMap(wordsOf).filter((word) => word.length >= 3 && local.includes(word));
  return Math.min(1, found.join('').length / Math.max(4, local.length * 0.8));
}

// Capitals are the page's, not the person's.
function readable(name: string): string {
  if (!isUpperCase(name)) return name;
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase()).replace(/\bMc(\p{Ll})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}
