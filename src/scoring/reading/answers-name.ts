import { extname } from 'node:path';

/** The endings of answers files. */
export const ENDINGS = ['.yaml', '.yml', '.json', '.jsonl', '.ndjson', '.csv', '.tsv'];

/** The schema that `score init` writes beside answers is no answers file. */
export function isAnswersName(name: string): boolean {
  return ENDINGS.includes(extname(name).toLowerCase()) && !name.endsWith('.schema.json');
}
