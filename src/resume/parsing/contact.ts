import type { Line } from '../../schemas/resume.ts';
import { isDateOnly } from './dates.ts';
import { readName } from './person-name.ts';
import { cellsOf } from './words.ts';

export interface Contact {
  name: string | null;
  email: string | null;
  phone: string | null;
  links: string[];
}

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}-]+)*\.[\p{L}]{2,24}/u;
const SPELLED_OUT = /([\w.+-]+)\s*(?:\[|\()\s*at\s*(?:\]|\))\s*([\w-]+)\s*(?:(?:\[|\()\s*dot\s*(?:\]|\))|\.)\s*([a-z]{2,10})/i;
const PHONE = /(?<![\p{L}\d/.-])(?:\+|00)?\(?\d[\d\s().\-/–]{6,20}\d(?:\s?(?:x|ext\.?)\s?\d{1,5})?(?![\p{L}\d])/giu;
const LINK = /(?:https?:\/\/|www\.)[^\s<>()|,;]+|(?<![@\w.])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|ai|app|co|de|fr|es|uk|ch|at|eu|in|tech|page|site|xyz|edu)(?:\/[^\s<>()|,;]*)?(?![\w@])/gi;
const HOSTS_WITHOUT_PATH = /^(?:node|vue|next|asp|socket|d3|express|backbone|ember|react|angular|nuxt|three|chart)\.|^(?:b|m)\.(?:com|tech)/i;

/** Who the person is and how to reach them; null where the resume does not say. */
export function readContact(lines: Line[], contactLines: Line[]): Contact {
  const email = readEmail(contactLines) ?? readEmail(lines);
  return { name: readName(lines, email), email, phone: readPhone(contactLines) ?? readPhone(lines.slice(0, 25)), links: readLinks([...contactLines]) };
}

/** The line says how to reach the person: it has an e-mail address or a telephone number. */
export function hasContactData(text: string): boolean {
  return EMAIL.test(text) || readPhone([{ text, page: 1, line: 1 }]) !== null;
}

/** The line has an e-mail address and little else than other ways to reach the person. */
export function isContactLine(text: string): boolean {
  if (!EMAIL.test(text)) return false;
  const rest = text.replace(EMAIL, ' ').replace(LINK, ' ').replace(PHONE, ' ').match(/\p{L}{2,}/gu) ?? [];
  return rest.length <= 5 && cellsOf(text.replace(/\s*[|•·]\s*/gu, '   ')).length > 1;
}

function readEmail(lines: Line[]): string | null {
  for (const { text } of lines) {
    const found = EMAIL.exec(text);
    if (found !== null) return found[0].replace(/^['._-]+/, '');
    const spelled = SPELLED_OUT.exec(text);
    if (spelled !== null) return `${spelled[1] ?? ''}@${spelled[2] ?? ''}.${spelled[3] ?? ''}`;
  }
  return null;
}

// Spans of years look like numbers to dial; so do parts of links.
function readPhone(lines: Line[]): string | null {
  for (const { text } of lines) {
    for (const [found] of text.replace(LINK, ' ').replace(EMAIL, ' ').matchAll(PHONE)) {
      const digits = found.replace(/\D/g, '').length;
      if (digits >= 7 && digits <= 16 && !isDateOnly(found)) return found.trim();
    }
  }
  return null;
}

function readLinks(lines: Line[]): string[] {
  const links = lines.flatMap(({ text }) => text.replace(EMAIL, ' ').match(LINK) ?? []);
  return [...new Set(links.map((link) => link.replace(/[.,;)]+$/, '')))].filter((link) => !HOSTS_WITHOUT_PATH.test(link));
}
