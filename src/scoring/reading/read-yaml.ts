import { type Alias, type Document, isMap, isNode, isSeq, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { Problem } from './problems.ts';
import type { Path, Place } from './raw-case.ts';
import type { WholeFile } from './whole-file.ts';

/** Editors know << for what several cases share, and so does YAML 1.1. */
const OPTIONS = { prettyErrors: false, merge: true } as const;

/** A YAML file, with the line of each of its cases. */
export function readYamlText(text: string, file: string): WholeFile | { problem: Problem } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, ...OPTIONS });
  const [broken] = document.errors;
  if (broken) return { problem: brokenYaml(broken, lines, file) };
  const list = document.get('cases', true);
  const starts = isSeq(list) ? list.items.map((item) => (isNode(item) ? (item.range?.[0] ?? 0) : 0)) : [];
  // The parsed document is ten times its text: only the lines are kept, and it is parsed again when a place is asked for.
  const caseLines = starts.map((start) => lines.linePos(start).line);
  let again: { document: Document; lines: LineCounter } | undefined;
  try {
    return {
      value: document.toJS() as unknown,
      lineOf: (index) => caseLines[index] ?? 1,
      locate: (path) => {
        again ??= parseAgain(text);
        return locateInYaml(again.document, again.lines, path);
      },
    };
  } catch {
    return { problem: badAlias(document, lines, file) };
  }
}

/** An alias of nothing; otherwise aliases of aliases, which would unfold into more than memory holds. */
function badAlias(document: Document, lines: LineCounter, file: string): Problem {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  const unknown = aliases.find((alias) => alias.resolve(document) === undefined);
  const { line, col } = lines.linePos((unknown ?? aliases[0])?.range?.[0] ?? 0);
  const words = unknown
    ? { message: `No anchor before it is called "${unknown.source}".`, remedy: `Mark what is meant with &${unknown.source} further up; a text that begins with * stands in quotes.` }
    : { message: 'The aliases of this YAML unfold without end.', remedy: 'Write the cases out.' };
  return { code: 'answers-invalid', file, line, column: col, ...words };
}

function parseAgain(text: string): { document: Document; lines: LineCounter } {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, ...OPTIONS }), lines };
}

function locateInYaml(document: Document, lines: LineCounter, path: Path): Place {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isNode(key) && String(key) === String(step)) : undefined;
    const next: unknown = isSeq(node) ? node.items[Number(step)] : pair?.value;
    const start = startOf(pair?.key) ?? startOf(next);
    if (start === undefined) break;
    offset = start;
    node = next;
  }
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

const REMEDIES: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'Indent with spaces.',
  DUPLICATE_KEY: 'Take one of the two away.',
  MULTIPLE_DOCS: 'Put all cases under one cases:, without --- between them, or make a file of each.',
  RESOURCE_EXHAUSTION: 'Write it flatter, and put a text with many brackets in quotes.',
  MULTILINE_IMPLICIT_KEY: 'Put the text in quotes, or under "answer: |" with more indentation.',
  BLOCK_AS_IMPLICIT_KEY: 'Put a text that holds ": " in quotes, or under "answer: |".',
  MISSING_CHAR: 'Close the quote or bracket.',
  BAD_INDENT: 'Indent the entries of one case alike.',
};

/** What the parser says of itself, and not of the text. */
const MESSAGES: Partial<Record<YAMLError['code'], string>> = {
  MULTIPLE_DOCS: 'A second YAML document begins here.',
  RESOURCE_EXHAUSTION: 'The YAML is nested too deep.',
};

function brokenYaml({ code, message, pos }: YAMLError, lines: LineCounter, file: string): Problem {
  const { line, col } = lines.linePos(pos[0]);
  const [words = 'The YAML cannot be read'] = message.split('\n');
  return { code: 'answers-invalid', file, line, column: col, message: MESSAGES[code] ?? (/[.!?]$/u.test(words) ? words : `${words}.`), remedy: REMEDIES[code] ?? 'Check indentation, quotes and colons here.' };
}
