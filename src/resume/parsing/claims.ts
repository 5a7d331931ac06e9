import type { Claim, SectionKind } from '../../schemas/resume.ts';
import { ACTION_VERBS } from './action-verbs.ts';
import { withoutDates } from './dates.ts';
import { isJobNoun } from './job-titles.ts';
import type { OutlineItem } from './outline.ts';
import { findSkillNames } from './skill-mentions.ts';
import { foldText, wordsOf } from './words.ts';
import type { Paragraph } from './wrapped-lines.ts';

const WITH_CLAIMS: readonly SectionKind[] = ['experience', 'projects', 'volunteering', 'summary', 'awards', 'publications', 'other'];
const NUMBER =
  /(?:[$€£]\s?)?(?<![\p{L}\d])\d[\d.,]*\+?(?:\s?(?:%|percent|prozent|x\b|k\b|m\b|bn\b|million|billion|thousand|mio\.?|hours?|days?|weeks?|months?|minutes?|seconds?|ms\b|users?|customers?|clients?|developers?|engineers?|people|teams?|services?|requests?|members?|projects?|countries|nodes?|servers?|gb\b|tb\b|pb\b|qps\b|rps\b))?/giu;
const SCOPE = /\b(?:team|users?|customers?|clients?|company|organization|production|nationwide|global|worldwide|across|stakeholders?|department|million|from scratch|end[- ]to[- ]end|company-wide|kunden|equipe|equipo|clientes)\b/i;
const WISH =
  /^(?:i am |i'm |now |currently |a |an )?(?:actively )?(?:looking for|seeking|searching for|in search of|aiming|eager|excited|keen|hoping|aspiring|open to|interested in|ready to|willing|wishing|want(?:ing)? to|would like|to (?:obtain|secure|work|pursue|join|utili[sz]e|leverage|contribute|grow|achieve)|suche|auf der suche|mochte|wunsche|ich mochte|je recherche|a la recherche|en recherche|souhaite|je souhaite|busco|en busca|deseo)\b|\b(?:i am looking for|i'm looking for|looking for an? (?:new |senior |full[- ]time )?(?:role|position|job|opportunity|challenge|team)|seeking (?:an? )?(?:\w+ ){0,3}(?:role|position|opportunit|internship|challenge))/;
/** Longer paragraphs are taken apart into sentences; those of a summary always are. */
const LONGEST = 260;

/**
 * What the resume claims, in reading order with ids `c1`, `c2`...: lines that
 * say what was done, or that give a number, in jobs, projects and the like.
 */
export function readClaims(outline: OutlineItem[]): Claim[] {
  const claims = outline.filter(({ kind }) => WITH_CLAIMS.includes(kind)).flatMap((item) => item.paragraphs.flatMap((paragraph) => claimsIn(paragraph, item)));
  return claims.map((claim, index) => ({ ...claim, id: `c${index + 1}` }));
}

function claimsIn(paragraph: Paragraph, item: OutlineItem): Claim[] {
  return sentencesOf(paragraph.text, item.kind === 'summary' ? 0 : LONGEST).flatMap((text) => toClaim(text, paragraph, item) ?? []);
}

function toClaim(text: string, paragraph: Paragraph, { entry, heading, kind }: OutlineItem): Claim | null {
  const words = wordsOf(text);
  if (words.length < 4 || isWish(text)) return null;
  const action = actionOf(text, kind);
  const numbers = numbersIn(text);
  const skills = findSkillNames(text);
  const weight = (action === null ? 0 : 2) + (numbers.length > 0 ? 2 : 0) + (skills.length > 0 ? 1 : 0) + (SCOPE.test(text) ? 1 : 0);
  if (weight < (kind === 'summary' ? 3 : 2)) return null;
  const line = lineOf(text, paragraph);
  return { id: '', text, page: line.page, line: line.line, status: 'untouched', action, skills, numbers, entry: entry ?? (heading === '' ? null : heading) };
}

// What somebody wants or likes is no claim of what they did.
function isWish(text: string): boolean {
  return WISH.test(foldText(text));
}

// "Led", "Successfully led", "Responsibilities: led", "I am working on"; a summary says it anywhere. "Tracking" inside of a name is no verb.
function actionOf(text: string, kind: SectionKind): string | null {
  const words = wordsOf(text.replace(/^[\p{L} ]{3,25}:\s+/u, '')).slice(0, kind === 'summary' ? 12 : 3);
  const opening = words.find((word, index) => ACTION_VERBS.has(word) && (index === 0 || isGoingOn(words[index - 1]) || !(word.endsWith('ing') || isJobNoun(word))));
  return opening ?? toldAction(text) ?? (TELLS_WORK.includes(kind) ? openingActivity(words) : null);
}

const TELLS_WORK: readonly SectionKind[] = ['experience', 'projects', 'volunteering'];

// "am working", "currently building", "now leading".
function isGoingOn(word: string | undefined): boolean {
  return /^(?:am|are|is|i'm|we're|been|currently|presently|now|actively|still)$/.test(word ?? '');
}

// "As part of the core team, I have been working as": somebody says what they do, wherever in the sentence.
function toldAction(text: string): string | null {
  const told = /\b(?:i|we)(?:'m|'ve|’m|’ve)?(?: (?:am|are|have|had|was|were|been|also|currently|now|mostly|mainly|personally|then))* (\p{L}+)/gu;
  return [...foldText(text).matchAll(told)].map(([, verb = '']) => verb).find((verb) => ACTION_VERBS.has(verb)) ?? null;
}

// "Owning the billing jobs": what goes on is told in any verb, not in those alone that we know.
function openingActivity([first = '']: string[]): string | null {
  return first.length > 5 && first.endsWith('ing') && !isField(first) ? first : null;
}

// What ends in -ing and names a field, an event or a thing.
function isField(word: string): boolean {
  return /^(?:engineering|marketing|testing|programming|networking|accounting|banking|manufacturing|consulting|machine|learning|training|meeting|building|hearing|morning|evening|spring|string|during|including|following|according|nothing|something|everything|anything|housing|nursing|catering|pricing|funding|understanding|having|being|seeking|looking|hoping|regarding|concerning)$/.test(word);
}

function numbersIn(text: string): string[] {
  return [...withoutDates(text).matchAll(NUMBER)].map(([number]) => number.trim().replace(/[.,]$/, '')).filter((number) => !/^[0-9]$/.test(number) || /\d\s?\p{L}|%/u.test(number));
}

function sentencesOf(text: string, longest: number): string[] {
  if (text.length <= longest) return [text];
  return text.split(/(?<=[.!?;])\s+(?=[\p{Lu}\d])|\s*[•➢]\s*/u).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

/** The line of the page on which a sentence begins. */
function lineOf(sentence: string, { first, lines }: Paragraph) {
  const opening = sentence.slice(0, 18);
  return lines.find((line) => line.text.includes(opening)) ?? first;
}
