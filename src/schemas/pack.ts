import { z } from 'zod';
import { Question } from './question.ts';

/** One file of the question bank: one domain. */
export const Pack = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use small letters, digits and hyphens'),
  domain: z.string().min(1),
  title: z.string().min(1),
  version: z.number().int().positive().default(1),
  questions: z.array(Question).min(1),
});
export type Pack = z.infer<typeof Pack>;
