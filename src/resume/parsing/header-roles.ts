import { ACTION_VERBS } from './action-verbs.ts';
import { companyScore, endsWithLegalForm } from './companies.ts';
import { takePlace, type HeaderParts, type Part } from './header-parts.ts';
import { isJobNoun, titleScore } from './job-titles.ts';
import { isPlace } from './places.ts';
import { foldText, trimPunctuation } from './words.ts';

/** What a header names. */
export interface HeaderRoles {
  company: string | null;
  title: string | null;
  place: string | null;
}

/** What the headers of a file have in common. */
export interface HeaderHabits {
  /** Above 0 the title comes first, below 0 the company; the size says how sure. */
  order: number;
  /** Looks that titles have in this file, and companies have not. */
  titleStyles: ReadonlySet<string>;
}

export const NO_HABITS: HeaderHabits = { order: 0, titleStyles: new Set() };

/**
 * Whether the headers of a file put the title or the company first, and how
 * titles look. Each header with two pieces votes with the difference between
 * the two readings.
 */
export function habitsOf(headers: HeaderParts[]): HeaderHabits {
  const votes = headers.map((header) => {
    const [first, second] = mainPieces(header, 0);
    if (first === undefined || second === undefined) return 0;
    return Math.max(-3, Math.min(3, readingScore(first, second) - readingScore(second, first)));
  });
  const order = Math.max(-2, Math.min(2, votes.reduce((sum, vote) => sum + vote, 0)));
  return { order, titleStyles: titleStylesOf(headers, order) };
}

function titleStylesOf(headers: HeaderParts[], order: number): Set<string> {
  const titles = new Set<string>();
  const companies = new Set<string>();
  for (const header of headers) {
    const pieces = mainPieces(header, order);
    if (pieces.length < 2) continue;
    const { title, company } = bestPair(pieces, order);
    for (const piece of pieces) {
      if (piece.text === title) titles.add(piece.style);
      if (piece.text === company) companies.add(piece.style);
    }
  }
  return new Set([...titles].filter((style) => !companies.has(style)));
}

// "Verantwortung für 8 Mitarbeiter" and "Support of customers" are duties; "Lead Engineer for X" is a title.
function opensWithDuty([first = '', second = '']: string[], text: string): boolean {
  if (!ACTION_VERBS.has(foldText(first)) || isJobNoun(first) || isJobNoun(second)) return false;
  return titleScore(text) < 3 || /\s(?:für|von|der|des|of|for|in|mit|with|de|du|the|a)\s/.test(text);
}

/** Says which piece is the title and which the company. */
export function assignRoles(header: HeaderParts, habits: HeaderHabits): HeaderRoles {
  const { company, title } = namedRoles(header, habits);
  const cleanCompany = company === null ? null : takePlace(company, header);
  const cleanTitle = title === null ? null : takePlace(title, header);
  if (orNull(cleanCompany) === null && header.place !== null) return withCompanyInPlace(orNull(cleanTitle), header.place);
  return { company: orNull(cleanCompany), title: orNull(cleanTitle), place: header.place };
}

// "Hooli, New York" was taken for a town in its state.
function withCompanyInPlace(title: string | null, place: string): HeaderRoles {
  const [first = '', ...rest] = place.split(/\s*,\s*/);
  const isTown = rest.length === 0 || isPlace(first) || /^[A-Z]{2,3}$/.test(rest.at(-1) ?? '');
  return isTown ? { company: null, title, place } : { company: first, title, place: rest.join(', ') };
}

interface Named {
  company: string | null;
  title: string | null;
}

function namedRoles(header: HeaderParts, habits: HeaderHabits): Named {
  const pieces = mainPieces(header, habits.order);
  if (header.company !== null || header.title !== null) return withLabels(header, pieces);
  const [only] = pieces;
  if (only === undefined) return { company: null, title: null };
  return pieces.length === 1 ? single(only, habits) : bestPair(pieces, habits.order);
}

// What a label names is certain; the best of the rest takes the other part.
function withLabels({ company, title }: HeaderParts, pieces: Part[]): Named {
  const score = title === null ? titleScore : companyScore;
  const [best] = [...pieces].sort((a, b) => score(b.text) - score(a.text));
  return { company: company ?? best?.text ?? null, title: title ?? best?.text ?? null };
}

function single({ text, style }: Part, { titleStyles }: HeaderHabits): Named {
  const isTitle = (titleScore(text) >= 2.5 && titleScore(text) > companyScore(text)) || titleStyles.has(style);
  return isTitle ? { company: null, title: text } : { company: text, title: null };
}

function bestPair(all: Part[], order: number): { company: string; title: string } {
  // "2017 – 2019   La Rochelle" over a title and a company gives a town, known or not.
  const named = all.filter((piece) => !(piece.afterDate && titleScore(piece.text) <= 0 && companyScore(piece.text) <= 0));
  const pieces = named.length > 1 && named.some(({ text }) => titleScore(text) >= 3) ? named : all;
  let best = { score: -Infinity, company: '', title: '' };
  pieces.forEach((title, titleAt) => {
    pieces.forEach((company, companyAt) => {
      if (titleAt === companyAt) return;
      const score =
        titleScore(title.text) + companyScore(company.text) + (titleAt < companyAt ? order : -order) * 0.75 - 0.35 * (titleAt + companyAt) + (title.bold ? 0.4 : 0) + (company.bold ? 0.4 : 0);
      if (score > best.score) best = { score, company: company.text, title: title.text };
    });
  });
  return best;
}

/**
 * The pieces that can be told apart. A single piece is split where titles and
 * companies meet: "Engineer at Acme", "Acme — Engineer", "Acme, Engineer".
 */
function mainPieces(header: HeaderParts, order: number): Part[] {
  const parts = withoutDescriptions(header.parts);
  const [first, ...others] = parts;
  if (first === undefined) return [];
  const whole = others.some(({ text }) => titleScore(text) >= 2.5 || companyScore(text) >= 1.5) ? null : completeSplit(first, others, header, order);
  if (whole !== null) return whole;
  if (parts.length > 1) return parts.flatMap((part) => splitAt(part) ?? [part]).slice(0, 7);
  return splitAt(first) ?? splitDash(first, order) ?? splitComma(first, header, order) ?? [first];
}

// One line that names both, with a legal form to prove it, or with nothing after it but a place behind the date; what stands beside it is text.
function completeSplit(part: Part, others: Part[], header: HeaderParts, order: number): Part[] | null {
  const halves = splitAt(part) ?? splitDash(part, order) ?? splitComma(part, header, order);
  const least = others.length > 0 && others.every(({ afterDate, row }) => afterDate && row > part.row) ? -1 : 1.5;
  const isComplete = halves?.some(({ text }) => titleScore(text) >= 3) === true && halves.some(({ text }) => companyScore(text) >= least && titleScore(text) < 2.5);
  if (isComplete && least < 0) header.place ??= others[0]?.text ?? null;
  return isComplete ? halves : null;
}

// "Payments platform." or "Sales engagement platform" under a name tells what a company does.
function withoutDescriptions(parts: Part[]): Part[] {
  const named = parts.filter(({ text }) => !isDescription(text));
  return named.length > 0 ? named : parts;
}

function isDescription(text: string): boolean {
  if (/[.!]$/.test(text) && !endsWithLegalForm(text) && text.length > 12) return true;
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  if (words.length >= 3 && opensWithDuty(words, text)) return true;
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !/^(?:and|the|for|und|der|des|die|von|del|con)$/.test(word));
  return words.length >= 3 && small.length >= words.length * 0.5 && titleScore(text) < 3;
}

const AT = /\s+(?:@|at|bei|chez|en|presso)\s+/i;

function splitAt(part: Part): Part[] | null {
  const match = AT.exec(part.text);
  if (match === null) return null;
  const title = part.text.slice(0, match.index);
  const company = part.text.slice(match.index + match[0].length);
  if (title === '' || company === '' || (/^en$/i.test(match[0].trim()) && titleScore(title) < 3)) return null;
  return [title, company].map((text) => ({ ...part, text: trimPunctuation(text) }));
}

function splitDash(part: Part, order: number): Part[] | null {
  return bestCut(part, /\s+[–—-]\s+|\s*[–—]\s*|:\s+/g, order, 0.5);
}

function splitComma(part: Part, header: HeaderParts, order: number): Part[] | null {
  return bestCut({ ...part, text: takePlace(part.text, header) }, /\s*,\s*|\s*\(\s*/g, order, -1);
}

// Every separator is tried; the cut whose halves look most like a title and a company wins.
function bestCut(part: Part, separator: RegExp, order: number, least: number): Part[] | null {
  let best: { score: number; halves: string[] } | null = null;
  for (const cut of part.text.matchAll(separator)) {
    const halves = [part.text.slice(0, cut.index), part.text.slice(cut.index + cut[0].length)].map(trimPunctuation);
    const [left = '', right = ''] = halves;
    if (left.length < 2 || right.length < 2 || /^(?:inc|llc|ltd|gmbh|corp|pvt|limited|ag|sa|co)\b\.?/i.test(right)) continue;
    const score = Math.max(readingScore({ ...part, text: left }, { ...part, text: right }) + order * 0.5, readingScore({ ...part, text: right }, { ...part, text: left }) - order * 0.5);
    if (score >= least && score > (best?.score ?? -Infinity) + 0.01) best = { score, halves };
  }
  return best === null ? null : best.halves.map((text) => ({ ...part, text }));
}

// How well "title, company" reads; a company that sounds like a title speaks against it, and the other way round.
function readingScore(title: Part, company: Part): number {
  return titleScore(title.text) - Math.max(0, titleScore(company.text)) * 0.8 + companyScore(company.text) - Math.max(0, companyScore(title.text)) * 0.5;
}

function orNull(text: string | null): string | null {
  const trimmed = text === null ? '' : trimPunctuation(text);
  return trimmed === '' ? null : trimmed;
}
