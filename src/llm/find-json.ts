import { withoutThinking } from './thinking.ts';

/**
 * The JSON values in a reply, the likeliest first: the whole reply, what
 * stands in a code fence, and each balanced piece. Text that a model thinks
 * aloud in is passed over.
 */
export function* findJson(reply: string): Generator<unknown> {
  const text = withoutThinking(reply).trim();
  const fenced = [...text.matchAll(/```(?:json)?\s*\n([\s\S]*?)```/giu)].map(([, inside = '']) => inside);
  for (const candidate of [text, ...fenced, ...balancedPieces(text)]) {
    const parsed = parse(candidate);
    if (parsed !== undefined && typeof parsed.value === 'object' && parsed.value !== null) yield parsed.value;
  }
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** A reply with more brackets that lead nowhere than this is no reply. */
const MOST_OPENINGS = 50;

/** Pieces from an opening bracket to the one that closes it, outermost only. */
function* balancedPieces(text: string): Generator<string> {
  let start = nextOpening(text, 0);
  for (let opening = 0; start >= 0 && opening < MOST_OPENINGS; opening += 1) {
    const end = closingOf(text, start);
    if (end > start) yield text.slice(start, end + 1);
    start = nextOpening(text, end > start ? end + 1 : start + 1);
  }
}

function nextOpening(text: string, from: number): number {
  const offset = text.slice(from).search(/[[{]/u);
  return offset < 0 ? -1 : from + offset;
}

function closingOf(text: string, start: number): number {
  let depth = 0;
  let isInString = false;
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isInString && sign === '\\') at += 1;
    else if (sign === '"') isInString = !isInString;
    else if (!isInString && (sign === '{' || sign === '[')) depth += 1;
    else if (!isInString && (sign === '}' || sign === ']') && (depth -= 1) === 0) return at;
  }
  return -1;
}
