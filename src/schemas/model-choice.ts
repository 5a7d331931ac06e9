import { z } from 'zod';

/** Which model an agent speaks to, with everything that is needed to reach it. */
export type ModelChoice =
  | { kind: 'offline' }
  | { kind: 'openai'; model: string; apiKey: string | null; baseUrl: string | null }
  | { kind: 'huggingface'; model: string; token: string | null; endpointUrl: string | null; alpaca: boolean };

/** What turns texts into vectors. */
export type EmbedderChoice =
  | { kind: 'local' }
  | { kind: 'openai'; model: string; apiKey: string | null; baseUrl: string | null }
  | { kind: 'huggingface'; model: string; token: string | null; endpointUrl: string | null };

/** US dollars for a million tokens. */
export const Price = z.strictObject({ input: z.number().min(0), output: z.number().min(0) });
export type Price = z.infer<typeof Price>;
