import { z } from 'zod';
import { AnswersFile } from '../schemas/answers-file.ts';
import { Baseline } from './baseline.ts';
import { ScoreResult } from './result.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** For editors: what an answers file may hold. */
export function answersFileSchema(): JsonSchema {
  const schema = z.toJSONSchema(AnswersFile, { io: 'input', override: sayTheRest });
  return { ...schema, title: 'hotseat answers file', description: 'Canned answers that hotseat score grades.' };
}

/** What `score --json` prints and `--output results.json` holds. */
export function scoreResultSchema(): JsonSchema {
  return { ...z.toJSONSchema(ScoreResult, { io: 'output' }), title: 'hotseat score result' };
}

export function baselineSchema(): JsonSchema {
  return { ...z.toJSONSchema(Baseline, { io: 'output' }), title: 'hotseat score baseline' };
}

/** What zod cannot say is written out for editors: of two keys exactly one, and keys beside the cases that begin with x-. */
function sayTheRest({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  const { properties } = jsonSchema;
  if (properties && 'cases' in properties) jsonSchema.patternProperties = { '^x-': {} };
  if (!properties || !('answerFile' in properties)) return;
  const exactlyOne = (left: string, right: string): JsonSchema => ({ oneOf: [{ required: [left] }, { required: [right] }] });
  jsonSchema.allOf = [exactlyOne('question', 'questionId'), exactlyOne('answer', 'answerFile')];
}
