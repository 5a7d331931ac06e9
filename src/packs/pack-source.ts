import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import { InputError } from '../errors.ts';

/** A place in a file, from 1. */
export interface Place {
  line: number;
  column: number;
}

export type Path = readonly (string | number)[];

/** What keeps a text from being YAML that hotseat reads. */
export interface SyntaxMistake extends Place {
  severity: 'error' | 'warning';
  message: string;
  remedy: string;
}

/** A pack as its author wrote it: the text, what it says, and where each part of it stands. */
export interface PackSource {
  file: string;
  text: string;
  document: Document.Parsed;
  /** The plain value; undefined when the text is no YAML. */
  value: unknown;
  mistakes: SyntaxMistake[];
  placeOf(offset: number): Place;
}

/** One missing bracket makes many mistakes, and the first ones tell where it is. */
const MOST_MISTAKES = 10;

const SYNTAX_WORDS: Partial<Record<YAMLError['code'], { message: string; remedy: string }>> = {
  MULTIPLE_DOCS: { message: 'The file holds several documents.', remedy: 'Give each pack a file of its own, without --- between them.' },
  DUPLICATE_KEY: { message: 'The key stands twice.', remedy: 'Keep one of them.' },
  TAB_AS_INDENT: { message: 'A tab stands where spaces belong.', remedy: 'Indent with spaces.' },
};

/** Names a file only once, however it was reached. Rejects a folder without packs, and what is not there, with an InputError. */
export function packFiles(paths: readonly string[]): string[] {
  const files = new Map(paths.flatMap(filesOf).map((file) => [realpathSync(file), file]));
  return [...files.values()];
}

/** A pack as it stands in its file; an InputError when the file cannot be read. */
export function readPackSource(file: string): PackSource {
  const bytes = readBytes(file);
  if (isUtf8(bytes)) return parsePackSource(bytes.toString('utf8').replace(/^\uFEFF/u, ''), file);
  const mistake: SyntaxMistake = { severity: 'error', line: 1, column: 1, message: 'The text is not UTF-8.', remedy: 'Save it as UTF-8.' };
  return { ...parsePackSource('', file), mistakes: [mistake], value: undefined };
}

export function parsePackSource(text: string, file: string): PackSource {
  const lines = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const document = parseDocument(text, { lineCounter: lines });
  const mistakes = [...document.errors, ...document.warnings].slice(0, MOST_MISTAKES).map((error) => inWords(error, placeOf(error.pos[0])));
  const source = { file, text, document, mistakes, placeOf };
  if (document.errors.length > 0) return { ...source, value: undefined };
  try {
    return { ...source, value: document.toJS({ maxAliasCount: 100 }) as unknown };
  } catch (error) {
    // Aliases that point nowhere, or that unfold without end, are found only now.
    const message = error instanceof Error ? error.message : 'The YAML cannot be read.';
    const mistake = { severity: 'error' as const, line: 1, column: 1, message, remedy: 'Write the text out instead of using & and *.' };
    return { ...source, mistakes: [...mistakes, mistake], value: undefined };
  }
}

/**
 * Where a part stands: at its key, or at its entry of a list. For a part that
 * is missing, where the nearest part around it stands.
 */
export function locate(source: PackSource, path: Path): Place {
  let node: unknown = source.document.contents;
  let offset = offsetOf(node);
  for (const step of path) {
    const next = stepInto(source.document, node, step);
    if (!next) break;
    offset = next.offset ?? offset;
    node = next.value;
  }
  return source.placeOf(offset ?? 0);
}

function stepInto(document: Document.Parsed, node: unknown, step: string | number): { value: unknown; offset?: number } | undefined {
  const inside = isAlias(node) ? node.resolve(document) : node;
  if (isMap(inside)) {
    const pair = inside.items.find(({ key }) => (isScalar(key) ? String(key.value) : key) === String(step));
    return pair && { value: pair.value, offset: offsetOf(pair.key) };
  }
  if (isSeq(inside) && typeof step === 'number' && step < inside.items.length) {
    const value = inside.items[step];
    return { value, offset: offsetOf(value) };
  }
  return undefined;
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

function inWords({ name, code, message }: YAMLError, place: Place): SyntaxMistake {
  const severity = name === 'YAMLWarning' ? ('warning' as const) : ('error' as const);
  const [first = 'This is no YAML'] = message.split('\n');
  const words = first.replace(/ at line \d+, column \d+:?$/u, '').replace(/[.:]?$/u, '.');
  return { severity, ...place, ...(SYNTAX_WORDS[code] ?? { message: words, remedy: 'Check indentation, quotes and colons here.' }) };
}

function filesOf(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path).filter((name) => /\.ya?ml$/u.test(name)).sort();
    return names.map((name) => join(path, name));
  } catch (error) {
    throw unreadable(path, error);
  }
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(path: string, cause: unknown): InputError {
  return new InputError('pack-unreadable', `The pack ${path} cannot be read.`, 'Check that the file or folder is there and yours to read.', { cause });
}
