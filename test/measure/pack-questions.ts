import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packagePath } from '../../src/package-root.ts';
import { Question } from '../../src/schemas/question.ts';

/** The questions of the built-in packs. A file that is being written, or a question that is not finished, is left out. */
export function readPackQuestions(): Question[] {
  const folder = packagePath('prompts/packs');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => questionsIn(join(folder, file)));
}

function questionsIn(file: string): Question[] {
  try {
    const pack = parse(readFileSync(file, 'utf8')) as { domain?: string; questions?: object[] } | null;
    return (pack?.questions ?? []).flatMap((question) => {
      const checked = Question.safeParse({ domain: pack?.domain, ...question });
      return checked.success ? [checked.data] : [];
    });
  } catch {
    return [];
  }
}
