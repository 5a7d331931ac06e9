import type { RawLine } from './finish-lines.ts';

const EMAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i;
const EMAIL_START = /^[\w.+-]+@[\w.-]*$/;
const DOMAIN_REST = /^[\w-]*(?:\.?[\w-]+)*$/;
const TLD_HEAD = /\.(?:c|co|o|or|n|ne|e|ed|d|de|i|in|inf)$/i;
const TLD = /\.(?:com|org|net|edu|dev|info|int)$/i;
const URL_START = /^(?:https?:\/\/|www\.|(?:[a-z]{2}\.)?linkedin\.com\/|github\.com\/|gitlab\.com\/|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|dev|io|me|app)\/)\S*$/i;
const URL_REST = /^[\w\-./%?=&#~+]+$/;
/** First parts that keep their hyphen: "e-commerce", "front-end". */
const PREFIXES = /(?:^|[^\p{L}])(?:e|co|non|self|well|cross|full|front|back|multi|real|high|low|long|short|state|open|pre|post|sub|end|third|first|second|large|small|data|test|object|event|time|cloud|user|server|client|on|in|off|part|day|peer|hands|decision|problem|role|two|three|four|five|six|year)-$/iu;
/** Second parts before which a hyphen is one that the writer set. */
const SUFFIXES =
  /^(?:driven|based|oriented|end|time|level|scale|party|side|stack|friendly|facing|functional|platform|commerce|term|quality|performance|source|house|site|box|purpose|first|ready|only|wide|specific|related|tier|threaded|tenant|language|effective|efficient|solving|making|building|depth|class|critical|availability|volume|traffic|impact|to|of|and|in|on|off|up|down|free|aware|as|the|one|two|by|for|native|focused|centric|minded|grade|like|old|long|through|out)\b/i;

/**
 * Joins what the end of a line tore apart: hyphenated words, e-mail addresses
 * and links. The torn piece moves up to where it began. `links` are the targets
 * that the file itself names, which settles doubtful cases.
 */
export function repairWraps(lines: RawLine[], links: string[] = []): RawLine[] {
  const words = vocabulary(lines);
  const targets = links.map((link) => link.replace(/^(?:mailto:|https?:\/\/)/i, '').replace(/\/$/, '')).filter((target) => target.length > 6);
  const out: RawLine[] = [];
  for (const line of lines) {
    const previous = out.at(-1);
    const joined = previous && follows(previous, line) ? join(previous.text, line.text, words, targets) : undefined;
    if (!previous || !joined) {
      out.push(line);
      continue;
    }
    out[out.length - 1] = { ...previous, text: joined.first };
    if (joined.rest !== '') out.push({ ...line, text: joined.rest });
  }
  return out;
}

function follows(previous: RawLine, line: RawLine): boolean {
  return previous.hidden === line.hidden && !line.bullet && line.headingLevel === undefined;
}

interface Joined {
  first: string;
  /** What stays on the second line. */
  rest: string;
}

function join(first: string, second: string, words: Set<string>, targets: string[]): Joined | undefined {
  const head = /\S+$/.exec(first)?.[0] ?? '';
  const [tail = ''] = second.split(/\s/, 1);
  const rest = second.slice(tail.length).trim();
  if (isTornTarget(head, tail, targets) || isTornAddress(head, tail, rest) || isTornLink(head, tail, rest)) {
    return { first: first + tail, rest };
  }
  if (!/(?:\p{L}{2,}|^e)[-\u2010]$/iu.test(head) || !/^\p{Ll}{2,}/u.test(tail)) return undefined;
  return { first: joinHyphenated(first, head, tail, words), rest };
}

function isTornTarget(head: string, tail: string, targets: string[]): boolean {
  const whole = (head + tail).toLowerCase();
  return targets.some((target) => {
    const at = whole.indexOf(target.toLowerCase());
    return at >= 0 && at < head.length && at + target.length > head.length;
  });
}

function isTornAddress(head: string, tail: string, rest: string): boolean {
  if (/^@[\w-]+(?:\.[\w-]+)+$/.test(tail)) return /^[\w.+-]+$/.test(head);
  if (!EMAIL_START.test(head) || !DOMAIN_REST.test(tail) || !EMAIL.test(head + tail)) return false;
  if (!EMAIL.test(head) || head.endsWith('.')) return true;
  return rest === '' && TLD_HEAD.test(head) && TLD.test(head + tail);
}

function isTornLink(head: string, tail: string, rest: string): boolean {
  if (rest !== '' || !URL_START.test(head) || !URL_REST.test(tail) || URL_START.test(tail)) return false;
  return /[/\-_.=?&]$/.test(head) || /[/_=&]|\.html?$/.test(tail);
}

/** "develop-" + "ment" loses its hyphen, "component-" + "driven" keeps it; the rest of the text decides first. */
function joinHyphenated(first: string, head: string, tail: string, words: Set<string>): string {
  const start = /\p{L}+(?=[-\u2010]$)/u.exec(head)?.[0] ?? '';
  const end = /^\p{L}+/u.exec(tail)?.[0] ?? '';
  const closed = first.slice(0, -1) + tail;
  const open = `${first.slice(0, -1)}-${tail}`;
  if (words.has(`${start}${end}`.toLowerCase())) return closed;
  if (words.has(`${start}-${end}`.toLowerCase())) return open;
  const isCompound = PREFIXES.test(head) || SUFFIXES.test(tail) || (words.has(start.toLowerCase()) && words.has(end.toLowerCase()));
  return isCompound ? open : closed;
}

/** Words that stand inside lines, where nothing tore them. */
function vocabulary(lines: RawLine[]): Set<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*(?=[\s,.;:)]|$)/gu) ?? []));
}
