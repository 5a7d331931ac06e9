import { COMMON_WORDS } from './common-words.ts';

export type ContactKind = 'NAME' | 'EMAIL' | 'PHONE' | 'LINK' | 'ADDRESS' | 'HANDLE' | 'TEXT';

export interface ContactPattern {
  kind: ContactKind;
  pattern: RegExp;
  /** Says no to what only looks like it. */
  isOne?: (text: string) => boolean;
}

/** What is known about a person from their resume. */
export interface KnownContact {
  name?: string | null;
  emails?: string[];
  phones?: string[];
  links?: string[];
  addresses?: string[];
}

const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}])';
const BETWEEN_DIGITS = '[\\s().+\\-/–]{0,4}';

/** Patterns of contact data, whoever's it is. */
export const GENERAL_PATTERNS: ContactPattern[] = [
  { kind: 'EMAIL', pattern: /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,24}/gu },
  { kind: 'EMAIL', pattern: /(?<![\w.+-])[\w.+-]{1,64}\s?[[(]\s?at\s?[\])]\s?[\w-]{1,63}\s?(?:[[(]\s?dot\s?[\])]|\.)\s?[a-z]{2,10}/gi },
  { kind: 'LINK', pattern: /(?:https?:\/\/|www\.)[^\s<>()|,;"'`\\]*[^\s<>()|,;"'`\\.:!?]/gi },
  { kind: 'LINK', pattern: /(?<![@\w.-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}\/[^\s<>()|,;"'`\\]*[^\s<>()|,;"'`\\.:!?]/gi, isOne: isPersonalPage },
  { kind: 'PHONE', pattern: /(?<![\p{L}\p{N}_.:/-])(?:\+|00)?\(?\d(?:[ ()./–-]{0,3}\d){6,15}(?![\p{L}\p{N}_]|[.,:]\d)/gu, isOne: isDialled },
  { kind: 'ADDRESS', pattern: /(?<![\p{L}\p{N}])\d{1,5}[a-z]?\s(?:\p{Lu}[\p{L}.'-]*\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Terrace|Square|Sq)(?![\p{L}\p{N}])\.?/gu },
  { kind: 'ADDRESS', pattern: /(?<![\p{L}\p{N}])\p{Lu}[\p{L}.-]*(?:straße|strasse|str\.|weg|gasse|platz|allee|straat)\s\d{1,4}[a-z]?(?![\p{L}\p{N}])/gu },
];

/** Patterns that find what is known of a person, in the ways in which it is written. */
export function knownPatterns({ name, emails = [], phones = [], links = [], addresses = [] }: KnownContact): ContactPattern[] {
  return [
    ...namePatterns(name ?? ''),
    ...emails.flatMap((email) => otherNames(name ?? '', email)),
    ...emails.flatMap((email) => [...literal('EMAIL', email), ...handle(email.split('@')[0] ?? '')]),
    ...phones.flatMap(phonePatterns),
    ...links.flatMap((link) => [...literal('LINK', withoutScheme(link)), ...handle(/\/@?([^/?#]+)\/?$/.exec(withoutScheme(link))?.[1] ?? '')]),
    ...addresses.flatMap((address) => literal('ADDRESS', address)),
  ];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
/** Without the flag for it: with that flag the classes of letters take long to make ready. */
const eitherCase = (letter: string): string => {
  const cases = new Set([letter, letter.toLowerCase(), letter.toUpperCase()].filter((one) => [...one].length === 1));
  return cases.size === 1 ? escaped(letter) : `[${[...cases].join('')}]`;
};
const withoutScheme = (link: string): string => link.trim().replace(/^https?:\/\//i, '').replace(/^www\./i, '').replace(/\/+$/, '');

/** The text itself; white space may stand anywhere in it, since narrow columns break it. */
function literal(kind: ContactKind, text: string): ContactPattern[] {
  const letters = [...text.replace(/\s+/gu, '')];
  if (letters.length < 4) return [];
  return [{ kind, pattern: new RegExp(letters.map(eitherCase).join('\\s*'), 'gu') }];
}

function handle(text: string): ContactPattern[] {
  const isTelling = text.length >= 4 && /\p{L}/u.test(text) && !COMMON_WORDS.has(text.toLowerCase()) && !/^(?:info|mail|hello|contact|jobs|admin|about|index)$/i.test(text);
  return isTelling ? [{ kind: 'HANDLE', pattern: new RegExp(`${BEFORE}@?${[...text].map(eitherCase).join('')}${AFTER}`, 'gu') }] : [];
}

/** The number with any marks between its digits, and without the code of its country. */
function phonePatterns(phone: string): ContactPattern[] {
  const digits = [...phone.replace(/\D/g, '')];
  if (digits.length < 6) return [];
  const optional = Math.max(0, Math.min(3, digits.length - 7));
  const parts = digits.map((digit, index) => (index < optional ? `(?:${digit}${BETWEEN_DIGITS})?` : digit));
  const rest = parts.slice(optional).join(BETWEEN_DIGITS);
  return [{ kind: 'PHONE', pattern: new RegExp(`(?:\\+|00)?\\(?${parts.slice(0, optional).join('')}\\(?0?\\)?${rest}`, 'gu') }];
}

const TITLES = /^(?:dr|prof|mr|mrs|ms|mx|sir|phd|md|msc|bsc|mba|jr|sr|ii|iii|iv)\.?$/i;

/** The whole name in either order, and each part of it that is no common word. */
function namePatterns(name: string): ContactPattern[] {
  const parts = name.split(/[\s,]+/u).filter((part) => /\p{L}/u.test(part) && !TITLES.test(part));
  if (parts.length === 0) return [];
  // Names stand on two lines in large letters; turned around they stand on one.
  const turned = [[...parts.slice(1), ...parts.slice(0, 1)], [...parts.slice(-1), ...parts.slice(0, -1)]].map((order) => order.map(spellings).join("[ \\t._,'-]{0,3}"));
  const orders = parts.length > 1 ? [parts.map(spellings).join("[\\s._,'-]{0,3}"), ...turned] : [];
  const whole = orders.map((order): ContactPattern => ({ kind: 'NAME', pattern: new RegExp(order, 'gu') }));
  const pieces = new Set(parts.flatMap((part) => [part, ...part.split('-')]).filter(isTellingPart));
  return [...whole, ...[...pieces].map((part): ContactPattern => ({ kind: 'NAME', pattern: new RegExp(bounded(part), 'gu') }))];
}

function isTellingPart(part: string): boolean {
  const letters = part.replace(/[^\p{L}]/gu, '');
  return (letters.length >= 2 || !hasCase(letters)) && !COMMON_WORDS.has(letters.toLowerCase());
}

/** Where an e-mail address repeats a part of the name, its other parts are names too. */
function otherNames(name: string, email: string): ContactPattern[] {
  const parts = (email.split('@')[0] ?? '').split(/[._-]/u).filter((part) => /^\p{L}{3,}$/u.test(part));
  const isTheirs = parts.some((part) => name.toLowerCase().split(/[\s,-]+/u).includes(part.toLowerCase()));
  return isTheirs ? parts.filter(isTellingPart).map((part): ContactPattern => ({ kind: 'NAME', pattern: new RegExp(bounded(part), 'gu') })) : [];
}

/** Scripts without capital letters write no spaces between words, so that there is no edge to look for. */
function bounded(part: string): string {
  return hasCase(part) ? `${BEFORE}${spellings(part)}${AFTER}` : spellings(part);
}

const hasCase = (text: string): boolean => text.toLowerCase() !== text.toUpperCase();

const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** A word with its letters accented or plain, composed or not. */
function spellings(word: string): string {
  return [...word.normalize('NFC')].map((letter) => {
    const base = letter.normalize('NFD').charAt(0);
    const umlaut = UMLAUTS[letter.toLowerCase()];
    const same = /\p{Script=Latin}/u.test(base) ? `[${letter}${base.toLowerCase()}${base.toUpperCase()}${accented(base)}][\\u0300-\\u036f]*` : eitherCase(letter);
    return umlaut ? `(?:${same}|${[...umlaut].map(eitherCase).join('')})` : same;
  }).join('');
}

const ACCENTED = new Map<string, string>();
for (let code = 0xc0; code < 0x250; code += 1) {
  const letter = String.fromCharCode(code);
  const base = letter.normalize('NFD').charAt(0).toLowerCase();
  ACCENTED.set(base, (ACCENTED.get(base) ?? '') + letter);
}
const accented = (base: string): string => ACCENTED.get(base.toLowerCase()) ?? '';

/** File paths and versions look like pages; pages of people stand at few places. */
function isPersonalPage(link: string): boolean {
  return /^(?:[a-z0-9-]+\.)*(?:linkedin|github|gitlab|bitbucket|stackoverflow|medium|twitter|x|facebook|instagram|behance|dribbble|kaggle|t|about)\.(?:com|org|me|io)\//i.test(link)
    || /^[a-z0-9-]+\.(?:com|org|net|io|dev|me|ai|app|co|de|fr|es|uk|ch|at|eu|in|tech|page|site|xyz)\//i.test(link);
}

/** Dates, spans of years, versions, addresses of machines and round numbers have as many digits. */
function isDialled(text: string): boolean {
  const groups = text.match(/\d+/g) ?? [];
  const digits = groups.join('');
  if (/^(?:\+|00)/.test(text)) return digits.length >= 7;
  if (/0{4,}$/.test(digits) || /^(?:\d{1,3}\.){3}\d{1,3}$/.test(text)) return false;
  const isYear = (group: string) => /^(?:19|20)\d\d$/.test(group);
  if (groups.map((group) => group.length).join('-') === '3-3-4') return true;
  if (groups.some(isYear) || /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\d)/.test(text)) return false;
  return digits.length >= (groups.length === 1 ? 10 : 8);
}
