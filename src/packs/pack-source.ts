import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
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

/** Names a file only once, however it was reached. Rejects a folder without packs, and what is not there, with an InputError. */
export function packFiles(paths: readonly string[]): string[] {
  const files = new Map(paths.flatMap(filesOf).map((file) => [realpathSync(file), file]));
  return [...files.values()];
}

export function readPackSource(file: string): PackSource {
  return parsePackSource(readPackText(file), file);
}

/** The text of a pack without its byte order mark; an InputError when it cannot be read or is no UTF-8. */
export function readPackText(file: string): string {
  const bytes = readBytes(file);
  if (isUtf8(bytes)) return bytes.toString('utf8').replace(/^\uFEFF/u, '');
  throw new InputError('pack-encoding', `The pack ${file} is not UTF-8.`, 'Save it as UTF-8.');
}

export function parsePackSource(text: string, file: string): PackSource {
  const lines = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const document = parseDocument(text, { lineCounter: lines });
  const mistakes: SyntaxMistake[] = [
    ...document.errors.map((error) => ({ severity: 'error' as const, ...placeOf(error.pos[0]), ...wordsOf(error.message) })),
    ...document.warnings.map((warning) => ({ severity: 'warning' as const, ...placeOf(warning.pos[0]), ...wordsOf(warning.message) })),
  ];
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

function wordsOf(message: string): { message: string; remedy: string } {
  const [first = 'This is no YAML'] = message.split('\n');
  return { message: first.replace(/ at line \d+, column \d+:?$/u, '').replace(/[.:]?$/u, '.'), remedy: 'Check indentation, quotes and colons here.' };
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
