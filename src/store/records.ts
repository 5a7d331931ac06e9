import { z } from 'zod';
import { StorageError } from '../errors.ts';

/** A column of JSON text that holds what `schema` says. */
export function json<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

/** Checks what came out of the database. `what` names it for people: "The resume abc". */
export function readRecord<Schema extends z.ZodType>(schema: Schema, row: unknown, what: string): z.output<Schema> {
  const record = schema.safeParse(row);
  if (record.success) return record.data;
  throw new StorageError(
    'record-damaged',
    `${what} in the database cannot be read.`,
    'Run `hotseat doctor`; put a copy of the data folder in its place, or delete what is damaged.',
    { cause: record.error },
  );
}
