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

/** What the models did so far, for one interview or one run. */
export const ModelUse = z.object({
  calls: z.number().int(),
  failed: z.number().int(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  /** US dollars; null when the price of a call is not known. */
  costUsd: z.number().nullable(),
  /** Of all calls together, one after the other. */
  latencyMs: z.number(),
  /** Each once. */
  hosts: z.array(z.string()),
});
export type ModelUse = z.infer<typeof ModelUse>;

/** Who may speak to a model. */
export const ModelRole = z.enum(['question', 'cleaning', 'grader', 'secondGrader', 'summary', 'report']);
export type ModelRole = z.infer<typeof ModelRole>;

/** About what one agent would send and get. */
export const AgentEstimate = z.object({
  agent: ModelRole,
  provider: z.string(),
  model: z.string(),
  host: z.string(),
  calls: z.number().int(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  /** US dollars; null where the price is not known. */
  costUsd: z.number().nullable(),
});
export type AgentEstimate = z.infer<typeof AgentEstimate>;

/** About what an interview would send, before anything is sent. */
export const Estimate = z.object({
  /** Only those that would speak to a model: none when everything is done on this machine. */
  agents: z.array(AgentEstimate),
  calls: z.number().int(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  /** US dollars; null where a price is not known. */
  costUsd: z.number().nullable(),
  /** The month of the price table. */
  pricesAsOf: z.string(),
  /** What was taken for granted, in sentences. */
  assumptions: z.array(z.string()),
});
export type Estimate = z.infer<typeof Estimate>;
