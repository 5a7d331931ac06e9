import type { Problem } from './problems.ts';
import type { Path, Place, RawCase, Reading } from './raw-case.ts';
import { findRepeatedKey, scanJson, type RepeatedKey } from './scan-json.ts';
import { createLineFinder, placeAt } from './text-place.ts';
import type { WholeFile } from './whole-file.ts';

/** A JSON text, or the place where it stops being JSON. `firstLine` is the number that its first line has in the file. */
export function parseJson(text: string, file: string, firstLine = 1): { value: unknown } | { problem: Problem } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { problem: brokenJson(text, file, firstLine) };
  }
}

/** One line of a JSONL file. */
export function readJsonLine(text: string, file: string, line: number): Reading {
  const parsed = parseJson(text, file, line);
  if ('problem' in parsed) return parsed;
  const repeated = hasKeysToSpare(text, parsed.value) ? findRepeatedKey(text) : null;
  if (repeated) return { problem: repeatedProblem(repeated, text, file, line) };
  const raw: RawCase = { value: parsed.value, file, line, locate: (path) => locateInJson(text, path, line) };
  return { raw };
}

/** A JSON file as a whole, with the line of each of its cases. */
export function readJsonText(text: string, file: string): WholeFile | { problem: Problem } {
  const parsed = parseJson(text, file);
  if ('problem' in parsed) return parsed;
  const repeated = findRepeatedKey(text);
  if (repeated) return { problem: repeatedProblem(repeated, text, file, 1) };
  const lineOf = createLineFinder(text);
  const lines: number[] = [];
  scanJson(text, (path, offset) => {
    if (path.length === 2 && path[0] === 'cases') lines.push(lineOf(offset));
  });
  return { value: parsed.value, lineOf: (index) => lines[index] ?? 1, locate: (path) => locateInJson(text, path, 1) };
}

/**
 * Whether a text has more that looks like a key than its value has keys.
 * Otherwise none stands twice, and no walk through the text is needed.
 */
function hasKeysToSpare(text: string, value: unknown): boolean {
  return (text.match(/"\s*:/gu)?.length ?? 0) > countKeys(value);
}

/** Keys that stand deeper than any case goes are not counted: a walk through the text has a limit of its own. */
function countKeys(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return 0;
  const inside = Object.values(value).reduce<number>((sum, one) => sum + countKeys(one, depth + 1), 0);
  return Array.isArray(value) ? inside : inside + Object.keys(value).length;
}

const DEEPEST = 8;

/** JSON.parse takes the last of two keys and says nothing: half of what somebody wrote would be passed over. */
function repeatedProblem({ name, offset }: RepeatedKey, text: string, file: string, firstLine: number): Problem {
  return { code: 'answers-invalid', file, ...placeAt(text, offset, firstLine), message: `The key "${name}" stands twice.`, remedy: 'Take one of the two away.' };
}

function locateInJson(text: string, wanted: Path, firstLine: number): Place {
  // A part that is missing is missing from the nearest thing that is there.
  let best = { depth: -1, offset: 0 };
  scanJson(text, (path, _, key) => {
    if (path.length > best.depth && path.length <= wanted.length && path.every((step, depth) => step === wanted[depth])) best = { depth: path.length, offset: key };
  });
  return placeAt(text, best.offset, firstLine);
}

function brokenJson(text: string, file: string, firstLine: number): Problem {
  const offset = scanJson(text) ?? text.length;
  const rest = text.slice(offset, offset + 12).split('\n')[0] ?? '';
  const message = offset >= text.length ? 'The JSON ends too early.' : `This is no JSON from "${rest}" on.`;
  return { code: 'answers-invalid', file, ...placeAt(text, offset, firstLine), message, remedy: remedyAt(text, offset) };
}

/** The mistakes that people make most in JSON, by what stands at the place. */
function remedyAt(text: string, offset: number): string {
  const sign = text.charAt(offset);
  if (offset >= text.length) return 'Close what is open: a quote, a bracket or a brace.';
  if (sign === '}' || sign === ']') return 'Take away the comma before it, or add what is missing.';
  if (sign === "'") return 'Use double quotes.';
  if (sign === '"' && /[\n\r]/u.test(/"(?:[^"\\]|\\.)*/su.exec(text.slice(offset))?.[0] ?? '')) return 'Write a line break inside of a text as \\n.';
  if (sign === '/' || sign === '#') return 'JSON has no comments; take it away, or use YAML.';
  if (sign === '{' || sign === '"') return 'Put a comma between two entries; in JSONL, one case a line.';
  return 'Correct it here: double quotes around texts and keys, a comma between entries.';
}
