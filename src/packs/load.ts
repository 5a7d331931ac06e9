import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { InputError } from '../errors.ts';
import { packagePath } from '../package-root.ts';
import { Pack } from '../schemas/pack.ts';

export interface LoadedPack {
  pack: Pack;
  /** SHA-256 of the parsed pack, hexadecimal: formatting and comments do not change it. */
  hash: string;
  file: string;
}

/** The packs that come with hotseat, as the build has parsed them: YAML of this size takes most of a second. */
export function loadBuiltInPacks(): LoadedPack[] {
  return JSON.parse(readFileSync(packagePath('dist', 'packs.json'), 'utf8')) as LoadedPack[];
}

/** Reads packs from files and folders (their `*.yaml` and `*.yml`, sorted). Rejects what is no pack with an InputError that names file, line and place. */
export function readPacks(paths: string[]): LoadedPack[] {
  return paths.flatMap(packFiles).map(readPackFile);
}

export function readPackFile(file: string): LoadedPack {
  const pack = parsePack(readText(file), file);
  return { pack, hash: createHash('sha256').update(JSON.stringify(pack)).digest('hex'), file };
}

function parsePack(text: string, file: string): Pack {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) throw invalid(file, lines.linePos(broken.pos[0]).line, broken.message.split('\n')[0] ?? 'not YAML');

  const result = Pack.safeParse(withDomains(document.toJS()));
  if (result.success) return result.data;
  const issue = result.error.issues[0] as z.core.$ZodIssue;
  const node = document.getIn(issue.path, true) ?? document.getIn(issue.path.slice(0, -1), true);
  const offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0] ?? 0;
  throw invalid(file, lines.linePos(offset).line, `${issue.path.join('.')}: ${issue.message}`);
}

/** A question without a domain has its pack's. */
function withDomains(raw: unknown): unknown {
  if (!isRecord(raw) || !Array.isArray(raw.questions)) return raw;
  const questions = raw.questions.map((question: unknown) => (isRecord(question) ? { domain: raw.domain, ...question } : question));
  return { ...raw, questions };
}

function packFiles(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path).filter((name) => /\.ya?ml$/u.test(name)).sort().map((name) => join(path, name));
  } catch (error) {
    throw unreadable(path, error);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(path: string, cause: unknown): InputError {
  return new InputError('pack-unreadable', `The pack ${path} cannot be read.`, 'Check that the file or folder is there and yours to read.', { cause });
}

function invalid(file: string, line: number, what: string): InputError {
  return new InputError('pack-invalid', `${file}:${line}: ${what}`, 'Correct the line; hotseat question show <id> prints a question of the built-in packs as an example.');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
