import type { Line } from '../../schemas/resume.ts';
import { findDates, withoutDates } from './dates.ts';
import { findSkillMentions, knownSkill } from './skill-mentions.ts';
import { isSpokenLanguage } from './spoken-languages.ts';
import { cellsOf, foldText, trimPunctuation, wordsOf } from './words.ts';
import { paragraphsOf, type Paragraph } from './wrapped-lines.ts';

const LEVEL =
  /^(?:expert|advanced|intermediate|beginner|basic|basics|novice|master|proficient|familiar|experienced|fluent|native|professional|competent|skilled|good|very good|excellent|strong|working knowledge|elementary|skill ?level|level \d|\d+ ?%|\d+ ?\/ ?\d+|[★☆●○■□◆◇✓*•\s]+|grundkenntnisse|fortgeschritten|sehr gut|gut|experte|debutant|avance|intermediaire|maitrise|basico|intermedio|avanzado|experto|(?:less than |\d+\+? ?)(?:1 )?(?:years?|yrs?|jahre?|ans|anos))$/;
/** Fields that are known as skills and name groups of them more often. */
const GENERIC = /^(?:programming|programming languages|databases?|testing|statistics|design|research|analytics|security|networking|data|cloud|devops|web|mobile|frameworks?|libraries|operating systems?|methodologies|machine learning|data science|frontend|backend|tools)$/;
const FILLER_START =
  /^(?:(?:good |strong |excellent |working |basic |sound |solid |in-depth |deep |hands[- ]on )?(?:knowledge|understanding|experience|proficiency|expertise|command|familiarity|exposure) (?:of|in|with|on|to)|(?:proficient|experienced|familiar|skilled|expert|fluent|competent|well versed|comfortable) (?:in|with|at)|including|such as|e\.g\.|and|und|et|y|etc\.?|kenntnisse in|erfahrung mit|also)\s+/i;

/** The names in the lines of a skills section: lists of any kind, with or without the names of groups. */
export function readSkillList(lines: Line[]): string[] {
  const paragraphs = isOneEach(lines) ? joinKnown(lines) : paragraphsOf(lines);
  return paragraphs.flatMap((paragraph, index) => (isGroupName(paragraph, paragraphs, index) ? [] : namesIn(paragraph)));
}

// One name a line: then no line goes on with the one before, unless both make a name that we know.
function isOneEach(lines: Line[]): boolean {
  const short = lines.filter(({ text }) => !/[,;|·:]/.test(text) && wordsOf(text).length <= 4);
  return short.length >= lines.length * 0.7;
}

function joinKnown(lines: Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let at = 0; at < lines.length; ) {
    const count = [4, 3, 2].find((size) => at + size <= lines.length && isBrokenName(lines.slice(at, at + size))) ?? 1;
    const own = lines.slice(at, at + count);
    const [first] = own;
    if (first !== undefined) paragraphs.push({ text: own.map(({ text }) => text.trim()).join(' '), first, lines: own, bullet: first.bullet === true });
    at += count;
  }
  return paragraphs;
}

function isBrokenName(lines: Line[]): boolean {
  const texts = lines.map(({ text }) => text.trim());
  const [first, ...others] = lines;
  if (others.some((line) => line.bullet === true || (line.bold === true) !== (first?.bold === true)) || texts.some((text) => cellsOf(text).length > 1)) return false;
  return knownSkill(texts.join(' ')) !== undefined && !texts.every((text) => knownSkill(text) !== undefined);
}

/** Most of what the lines list are skills that we know. */
export function isSkillList(lines: Line[]): boolean {
  const names = lines.length > 40 ? [] : readSkillList(lines);
  const pieces = lines.flatMap(({ text }) => splitList(text)).filter((piece) => !isLevel(piece));
  return names.length >= 2 && pieces.filter((piece) => knownSkill(trimPunctuation(piece)) !== undefined || splitUnseparated(piece) !== null).length >= pieces.length * 0.6;
}

function namesIn({ text }: Paragraph): string[] {
  return groupsIn(withoutSpans(text)).flatMap((group) => splitList(withoutGroupName(group)).flatMap(cleanName));
}

// "Languages: Go, Rust. Databases: MySQL." in one paragraph are two groups.
function groupsIn(text: string): string[] {
  return text.split(/(?<=\p{L}{2}|\))[.;]\s+(?=\p{Lu}[\p{L}\p{N} &/-]{1,40}:\s)/u);
}

// "Java (2015-2019)" loses its years; "Exchange 2013" keeps its own.
function withoutSpans(text: string): string {
  return findDates(text).some((date) => date.range) ? withoutDates(text) : text;
}

// "Languages: Go, Rust", "Databases - MySQL, Redis" and the row of a table "Databases   MySQL, Redis"
function withoutGroupName(text: string): string {
  const [label = '', ...lists] = cellsOf(text);
  if (lists.length === 1 && !/[,;:|]/.test(label) && /[,;|]/.test(lists[0] ?? '') && wordsOf(label).length <= 4) return lists[0] ?? text;
  const colon = /^([^:,;|•·]{2,60})\s*[:：]\s*(?=\S)(.*)$/su.exec(text);
  if (colon !== null && !/https?$/.test(colon[1] ?? '')) return colon[2] ?? text;
  const dash = /^([^:,;|•·]{2,40}?)\s+[–—-]+\s+(.*)$/su.exec(text);
  if (dash !== null && /[,;|•·]|\s{2,}/.test(dash[2] ?? '') && (knownSkill(dash[1] ?? '') === undefined || GENERIC.test(foldText(dash[1] ?? '').trim()))) return dash[2] ?? text;
  return text;
}

const SEPARATOR = /\s*[,;|¦•·∙▪◦●■➢►✓✔]\s*|\s{2,}|\t+|\n+|\s+[–—]\s+|\s+\/\s+/u;

// Commas inside of brackets belong to the name before them: "AWS (EC2, S3)" is taken apart.
function splitList(text: string): string[] {
  const flat = text.replace(/\(([^()]*)\)/g, (_, inside: string) => (/[,;|/]/.test(inside) ? `, ${inside}, ` : `(${inside})`));
  return flat.split(SEPARATOR).filter((piece) => piece.trim() !== '');
}

function cleanName(piece: string): string[] {
  const colon = /^[^:]{2,40}:\s*(\S.*)$/.exec(piece);
  const bare = trimPunctuation((colon?.[1] ?? piece).replace(/\((?:[^()]*)\)\s*$/u, (bracket) => (isLevel(bracket.slice(1, -1)) ? '' : bracket)));
  const name = trimPunctuation(withoutLevel(bare).replace(FILLER_START, '').replace(/\s+(?:etc|usw)\.?$/i, '').replace(/[.]+$/, ''));
  if (name === '' || isLevel(name) || isSpokenLanguage(name) || !/[\p{L}]/u.test(name) || findDates(name).some((date) => date.range)) return [];
  if (knownSkill(name) !== undefined) return [name];
  return splitUnseparated(name) ?? (isNameLike(name) ? [name] : mentioned(name));
}

// "Rust - advanced"
function withoutLevel(name: string): string {
  const match = /^(.+?)\s*[-–:]\s+([^-–:]+)$/u.exec(name);
  return match !== null && isLevel(match[2] ?? '') ? (match[1] ?? name) : name;
}

function isLevel(text: string): boolean {
  return LEVEL.test(foldText(text).trim());
}

/** "React Vue.js HTML5": names we know side by side, with nothing between them. */
function splitUnseparated(name: string): string[] | null {
  const mentions = findSkillMentions(name, { list: true });
  if (mentions.length < 2) return null;
  const rest = mentions.reduce((text, { written }) => text.replace(written, ' '), name);
  return wordsOf(rest).filter((word) => word !== 'and' && word !== 'und').length === 0 ? mentions.map(({ written }) => written) : null;
}

// A sentence in a list of skills names its skills somewhere inside.
function isNameLike(name: string): boolean {
  return wordsOf(name).length <= 6 && name.length <= 60 && !/\b(?:i|my|we|was|were|have|has|is|are|which|that)\b/i.test(name) && !/@|https?:/.test(name);
}

function mentioned(text: string): string[] {
  return findSkillMentions(text).map(({ written }) => written);
}

/**
 * A short line by itself over a list is the name of a group: it stands out, or
 * the line after it is a level or a list while it is no list itself.
 */
function isGroupName({ first, text, bullet, lines }: Paragraph, all: Paragraph[], index: number): boolean {
  const next = all[index + 1];
  if (isLevel(text)) return true;
  if (lines.length > 1 || /[,;|•·]/.test(text) || wordsOf(text).length > 6) return false;
  if (/[:：]$/.test(text)) return true;
  if (next === undefined) return false;
  if (standsOut(first, next.first) && all.some((other) => other.first.bold !== true)) return true;
  if (isNameOverTwoLines(first, next, all[index + 2])) return true;
  const [name = text, ...levels] = cellsOf(text);
  if (levels.length > 0 && !levels.every(isLevel)) return false;
  const isKnown = knownSkill(name) !== undefined;
  if (isLevel(next.text)) return !isKnown || isList(all[index + 2]?.text ?? '');
  if (isKnown || bullet) return false;
  return next.bullet || (levels.length > 0 && isList(next.text));
}

// "Programming" over "Languages", both unlike the list below.
function isNameOverTwoLines(first: Line, next: Paragraph, list: Paragraph | undefined): boolean {
  if (list === undefined || first.bold !== next.first.bold || first.size !== next.first.size || knownSkill(next.text) !== undefined) return false;
  return first.top !== undefined && next.first.top !== undefined && next.first.top - first.top < 0.033 && next.first.top > first.top && standsOut(next.first, list.first);
}

function standsOut(line: Line, next: Line): boolean {
  if (line.headingLevel !== undefined) return next.headingLevel === undefined;
  return (line.bold === true && next.bold !== true) || (line.size ?? 1) > (next.size ?? 1) + 0.08;
}

function isList(text: string): boolean {
  return /[,;|•·]/.test(text) || cellsOf(text).length > 1;
}
