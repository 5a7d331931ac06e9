import { z } from 'zod';
import { Pack } from '../schemas/pack.ts';

/** The file that `pack new` puts beside a pack, so that an editor finds it wherever hotseat is installed. */
export const SCHEMA_FILE = 'hotseat-pack.schema.json';

/** The JSON Schema (2020-12) of a pack as its author writes it: what hotseat fills in may be left out. */
export function packJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(Pack, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      // A question without a domain has its pack's.
      if (zodSchema === Pack.shape.questions.element) jsonSchema.required = jsonSchema.required?.filter((key) => key !== 'domain') ?? [];
    },
  });
  return { ...schema, title: 'A hotseat question pack' };
}
