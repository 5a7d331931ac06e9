import { z } from 'zod';
import { ModelError } from '../errors.ts';
import { Price } from '../schemas/model-choice.ts';
import type { CompleteOptions, Endpoint, Message, Usage } from './llm.ts';
import published from './prices.json' with { type: 'json' };

/** US dollars for a million tokens, by `provider/model`, with the month they were published. */
export const PriceTable = z.object({ asOf: z.string(), models: z.record(z.string(), Price) });
export type PriceTable = z.infer<typeof PriceTable>;

/** The prices that come with hotseat, with the user's own over them. */
export function priceTable(own: Record<string, Price> = {}): PriceTable {
  const { asOf, models } = PriceTable.parse(published);
  return { asOf, models: { ...models, ...own } };
}

/**
 * What a call cost, in US dollars. Null where the tokens or the price are not
 * known: a server of one's own may be free, and nobody says so.
 *
 * A dated model (`gpt-4o-2024-08-06`) has the price of the one without a date.
 * OpenAI's prices are for OpenAI: another server under the same model name has none.
 */
export function costOf(endpoint: Endpoint, usage: Usage | null, { models }: PriceTable): number | null {
  const price = namesOf(endpoint).flatMap((name) => models[name] ?? models[name.replace(/-\d{4}-\d{2}-\d{2}$/, '')] ?? [])[0];
  if (!price || !usage) return null;
  return (usage.inputTokens * price.input + usage.outputTokens * price.output) / 1_000_000;
}

/** What a price may stand under: the server's own name for the model, and the provider's. */
function namesOf({ provider, host, model }: Endpoint): string[] {
  return [`${host}/${model}`, ...(provider === 'openai' && host !== 'api.openai.com' ? [] : [`${provider}/${model}`])];
}

/** What to do where there is a limit to the cost and a model without a price: the lines that would give it one. */
export function priceRemedy(endpoint: Endpoint): string {
  const name = JSON.stringify(namesOf(endpoint).at(-1));
  return `Leave --max-cost away, or give the price in config.yaml, in US dollars for a million tokens (these numbers are an example):\nprices:\n  ${name}: { input: 2.5, output: 10 }`;
}

/** Tokens that a call may take at most. Three letters a token is on the safe side for prose. */
export function estimateUsage(messages: Message[], { maxTokens = 1_000, format }: CompleteOptions = {}): Usage {
  const letters = messages.reduce((sum, { content }) => sum + content.length + 12, format ? 1_500 : 0);
  return { inputTokens: Math.ceil(letters / 3), outputTokens: maxTokens };
}

/** What was spent and what may still be spent, in US dollars. */
export interface Spending {
  readonly spentUsd: number;
  /** Calls whose price nobody knows; they are not in `spentUsd`. */
  readonly unpriced: number;
  /**
   * Sets money aside for a call, and gives what settles it. Rejects the call
   * with a `ModelError` if it might go over the limit, or if there is a limit
   * and no price for the model at `endpoint`.
   */
  reserve(estimateUsd: number | null, endpoint: Endpoint): (actualUsd: number | null) => void;
}

export function createSpending({ maxCostUsd }: { maxCostUsd?: number } = {}): Spending {
  let [spentUsd, reservedUsd, unpriced] = [0, 0, 0];

  return {
    get spentUsd() {
      return spentUsd;
    },
    get unpriced() {
      return unpriced;
    },

    reserve(estimateUsd, endpoint) {
      if (maxCostUsd !== undefined && estimateUsd === null) throw withoutPrice(endpoint);
      const estimate = estimateUsd ?? 0;
      if (maxCostUsd !== undefined && spentUsd + reservedUsd + estimate > maxCostUsd) throw overLimit(maxCostUsd, spentUsd);
      reservedUsd += estimate;
      return (actualUsd) => {
        reservedUsd -= estimate;
        spentUsd += actualUsd ?? 0;
        if (actualUsd === null) unpriced += 1;
      };
    },
  };
}

function overLimit(maxCostUsd: number, spentUsd: number): ModelError {
  return new ModelError(
    'max-cost-reached',
    `The next call might cost more than the limit of $${maxCostUsd} allows; $${spentUsd.toFixed(4)} are spent.`,
    'Raise --max-cost, choose a cheaper model, or go on with `--provider offline`.',
  );
}

function withoutPrice(endpoint: Endpoint): ModelError {
  return new ModelError('price-unknown', 'There is a limit to the cost, and the price of this model is not known.', priceRemedy(endpoint));
}
