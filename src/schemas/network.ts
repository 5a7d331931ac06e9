import { z } from 'zod';

/** One request that left the machine, as the ledger keeps it. */
export const SentCall = z.object({
  /** The interview it was made for; null outside of one. */
  sessionId: z.string().nullable(),
  provider: z.string(),
  host: z.string(),
  model: z.string(),
  /** The agent that asked: question, evaluation, and so on. */
  purpose: z.string(),
  inputTokens: z.number().int().nullable(),
  outputTokens: z.number().int().nullable(),
  /** Null where the price is not known. */
  costUsd: z.number().nullable(),
  latencyMs: z.number().min(0),
  ok: z.boolean(),
  failure: z.string().nullable(),
  /** What was sent, contact data masked. */
  maskedPayload: z.string(),
});
export type SentCall = z.infer<typeof SentCall>;
