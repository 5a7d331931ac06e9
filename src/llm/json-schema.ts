import { z } from 'zod';
import type { Format } from './llm.ts';

/** The JSON Schema of a reply, as providers take it: every field required, no other allowed. */
export function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-7' });
  return rest;
}

/** `response_format` of OpenAI's chat completions; undefined where the words of the prompt must do. */
export function responseFormatOf(format: Format | undefined) {
  switch (format?.way) {
    case 'schema':
      return { type: 'json_schema' as const, json_schema: { name: format.name, strict: true, schema: jsonSchemaOf(format.schema) } };
    case 'object':
      return { type: 'json_object' as const };
    case 'text':
    case undefined:
      return undefined;
  }
}
