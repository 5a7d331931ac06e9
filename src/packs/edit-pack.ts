import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { InputError } from '../errors.ts';
import { loadPack } from './load.ts';
import { isRecord } from './pack-mistakes.ts';
import { type PackSource, parsePackSource } from './pack-source.ts';

/** What is to happen to the list of questions: at a place, or at its end, a question is put, or taken away. */
export type Change = { put: string; at?: number } | { remove: number };

/**
 * The pack's text with one question added, replaced or taken away.
 *
 * All other lines stay as they are, comments and layout included, where the
 * questions are written one below the other; a pack in flow style is written
 * anew with its comments. Rejects with an InputError when the outcome is no
 * pack any more, or when any other question would change.
 */
export function changePack(source: PackSource, change: Change): string {
  const spliced = splice(source, change);
  const text = spliced !== undefined && holdsExactly(spliced, source, change) ? spliced : rewrite(source, change);
  if (text === undefined || !holdsExactly(text, source, change)) {
    throw new InputError('pack-entangled', `The questions of ${source.file} share parts with & and *, so that one cannot be changed alone.`, 'Write the shared parts out, and try again.');
  }
  loadPack(parsePackSource(text, source.file));
  return text;
}

/** The text of one question as it stands in the pack, beginning in the first column. */
export function questionText(source: PackSource, at: number): string {
  const item = itemsOf(source.document)?.items[at];
  if (!isMap(item) || item.flow) return String(item);
  const start = item.range?.[0] ?? 0;
  const indent = ' '.repeat(start - (source.text.lastIndexOf('\n', start - 1) + 1));
  const lines = source.text.slice(start, endOf(source.text, item)).split('\n');
  return lines.map((line, index) => (index > 0 && line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n');
}

function splice({ text, document }: PackSource, change: Change): string | undefined {
  const list = itemsOf(document);
  const items = list?.items.filter((item) => isMap(item)) ?? [];
  if (!list || list.flow || items.length !== list.items.length || items.length === 0) return undefined;

  const dashOf = (item: YAMLMap): number => text.lastIndexOf('-', (item.range?.[0] ?? 0) - 1);
  const indentOf = (item: YAMLMap): string => text.slice(text.lastIndexOf('\n', dashOf(item)) + 1, dashOf(item));
  const place = 'remove' in change ? change.remove : (change.at ?? items.length - 1);
  const item = items[place];
  if (!item) return undefined;

  const lineStart = dashOf(item) - indentOf(item).length;
  const end = endOf(text, item);
  if ('remove' in change) return text.slice(0, lineStart) + text.slice(end);
  const entry = entryText(change.put, indentOf(item));
  if (change.at !== undefined) return text.slice(0, lineStart) + entry + text.slice(end);
  const before = text.slice(0, end);
  return `${before}${before.endsWith('\n') ? '' : '\n'}${entry}${text.slice(end)}`;
}

/** Where the last line of an entry ends, with a comment behind it, without the blank lines and comments below. */
function endOf(text: string, item: YAMLMap): number {
  const valueEnd = item.range?.[1] ?? text.length;
  const used = text.slice(0, valueEnd).replace(/\s+$/u, '').length;
  const feed = text.indexOf('\n', used);
  return feed === -1 ? text.length : feed + 1;
}

/** A question as an entry of a list that stands this far in. */
function entryText(yaml: string, indent: string): string {
  const lines = yaml.replace(/\s+$/u, '').split('\n');
  const deep = lines.map((line, index) => (line === '' ? '' : `${indent}${index === 0 ? '- ' : '  '}${line}`));
  return `${deep.join('\n')}\n`;
}

/** The same through the document, which keeps comments and loses some of the layout; undefined when it cannot be written any more. */
function rewrite({ text }: PackSource, change: Change): string | undefined {
  const document = parseDocument(text);
  const list = itemsOf(document);
  if (!list) return undefined;
  if ('remove' in change) list.delete(change.remove);
  else if (change.at === undefined) list.add(parseDocument(change.put).contents);
  else list.set(change.at, parseDocument(change.put).contents);
  try {
    return document.toString({ lineWidth: 110 });
  } catch {
    // What an alias pointed at went with the question.
    return undefined;
  }
}

/** Whether a text says what the pack said, but for the change. */
function holdsExactly(text: string, { value, file }: PackSource, change: Change): boolean {
  const after = parsePackSource(text, file).value;
  if (!isRecord(value) || !isRecord(after) || !Array.isArray(value.questions)) return false;
  const questions = [...(value.questions as unknown[])];
  if ('remove' in change) questions.splice(change.remove, 1);
  else questions.splice(change.at ?? questions.length, 1, parseDocument(change.put).toJS());
  return isDeepStrictEqual(after, { ...value, questions });
}

function itemsOf(document: { get(key: string, keepScalar?: boolean): unknown }): YAMLSeq | undefined {
  const list = document.get('questions', true);
  return isSeq(list) ? list : undefined;
}
