import { HotseatError } from '../errors.ts';
import { costOf, estimateUsage, type PriceTable, type Spending } from './costs.ts';
import type { CompleteOptions, Completion, Llm, Message } from './llm.ts';
import { withoutKeys } from './without-keys.ts';

/** One call that left the machine, as it is kept and shown. */
export interface MeteredCall {
  provider: string;
  host: string;
  model: string;
  purpose: string;
  inputTokens: number | null;
  outputTokens: number | null;
  costUsd: number | null;
  latencyMs: number;
  ok: boolean;
  /** The code of the failure; null for a good call. */
  failure: string | null;
  /** What was sent, with contact data masked even where it was sent as it is. */
  maskedPayload: string;
}

export interface MeteringOptions {
  /** What the calls are for: the agent's name. */
  purpose: string;
  prices: PriceTable;
  /** Takes contact data out of what is kept of the messages: `redact` of a mask. */
  redact: (text: string) => string;
  onCall: (call: MeteredCall) => void;
  spending?: Spending;
  /** Milliseconds that only grow. */
  now?: () => number;
}

/**
 * Reports every call: stands inside patience, so that each try is one. A call
 * that the limit of the cost forbids is not made and not reported.
 */
export function createMeteredLlm(llm: Llm, { purpose, prices, redact, onCall, spending, now = () => performance.now() }: MeteringOptions): Llm {
  const { endpoint } = llm;

  return {
    name: llm.name,
    endpoint,

    async complete(messages, options) {
      const settle = spending?.reserve(costOf(endpoint, estimateUsage(messages, options), prices), endpoint);
      const begun = now();
      const result = await attempt(llm, messages, options);
      const usage = 'completion' in result ? result.completion.usage : null;
      const isFree = 'failure' in result && wasNotServed(result.failure);
      const costUsd = isFree ? 0 : costOf(endpoint, usage, prices);
      // What was served and not counted costs what was set aside.
      settle?.(costUsd ?? (costOf(endpoint, estimateUsage(messages, options), prices)));
      onCall({
        ...endpoint,
        purpose,
        inputTokens: usage?.inputTokens ?? null,
        outputTokens: usage?.outputTokens ?? null,
        costUsd,
        latencyMs: Math.round(now() - begun),
        ok: 'completion' in result,
        failure: 'failure' in result ? codeOf(result.failure) : null,
        maskedPayload: messages.map(({ role, content }) => `${role}: ${withoutKeys(redact(content))}`).join('\n\n'),
      });
      if ('failure' in result) throw result.failure;
      return result.completion;
    },
  };
}

async function attempt(llm: Llm, messages: Message[], options?: CompleteOptions): Promise<{ completion: Completion } | { failure: unknown }> {
  try {
    return { completion: await llm.complete(messages, options) };
  } catch (failure) {
    return { failure };
  }
}

function codeOf(failure: unknown): string {
  return failure instanceof HotseatError ? failure.code : 'cancelled';
}

/** Nobody is charged for a call that was turned away at the door. */
function wasNotServed(failure: unknown): boolean {
  const turnedAway = ['model-key-rejected', 'model-quota', 'model-not-found', 'model-request-rejected', 'model-rate-limited', 'model-overloaded', 'model-unreachable'];
  return failure instanceof HotseatError && turnedAway.includes(failure.code);
}
