import type { PricedEndpoint, PricedEndpoints } from './interview/estimate.ts';
import { createCachedLlm, type ReplyCache } from './llm/cached.ts';
import { replayCassette, recordCassette } from './llm/cassette.ts';
import type { KnownContact } from './llm/contact-patterns.ts';
import { costOf, createSpending, priceRemedy, type PriceTable, priceTable, type Spending } from './llm/costs.ts';
import { createHuggingFaceLlm } from './llm/huggingface.ts';
import { createLimiter, type Limiter } from './llm/limits.ts';
import type { Llm, Usage } from './llm/llm.ts';
import { createMask, type Mask } from './llm/masking.ts';
import { createMaskedLlm } from './llm/masked.ts';
import { createMeteredLlm } from './llm/metering.ts';
import { createUseCount, type UseCount } from './llm/model-use.ts';
import { createOpenAiLlm } from './llm/openai.ts';
import { createPatience } from './llm/patience.ts';
import { createPatientLlm } from './llm/patient.ts';
import type { ModelAgent, ModelSettings } from './model-settings.ts';
import type { ModelChoice } from './schemas/model-choice.ts';
import type { ModelUse, SentCall } from './schemas/network.ts';

/** Whose data goes out, and where what went is written down. */
export interface ModelContext {
  contact: KnownContact;
  sessionId: string | null;
  onCall(call: SentCall): void;
  /** Where replies that may be used again are kept; null for nowhere. */
  cache: ReplyCache | null;
  /** Calls at a time, in a batch; a provider that says "too many" gets fewer. Without it as many as are made. */
  concurrency?: number;
  /** What all models of a run may cost together; without it these have the limit for themselves. */
  spending?: Spending;
}

/** The models that were chosen; null where an agent works offline. */
export interface OpenModels extends Record<ModelAgent | 'secondGrader', Llm | null> {
  spending: Spending;
  /** What all of them took so far. */
  use(): ModelUse;
}

/**
 * Opens the chosen models, each wrapped from the inside out: the adapter, the
 * record of what was sent, patience with its limit of calls at a time, the
 * replies that are kept, the cassette, and the mask, so that nothing below the mask
 * ever sees contact data.
 */
export function openModels(settings: ModelSettings, context: ModelContext): OpenModels {
  const wrapping: Omit<Wrapping, 'purpose'> = {
    settings,
    context,
    mask: createMask(context.contact),
    spending: context.spending ?? openSpending(settings),
    useCount: createUseCount(),
    limiter: context.concurrency === undefined ? null : createLimiter({ concurrency: context.concurrency }),
  };
  const open = (choice: ModelChoice | null, purpose: string) => choice && openModel(choice, { ...wrapping, purpose });
  const { question, cleaning, grader, summary, report } = settings.agents;
  return {
    question: open(question, 'question'),
    cleaning: open(cleaning, 'cleaning'),
    grader: open(grader, 'evaluation'),
    secondGrader: open(settings.secondGrader, 'second evaluation'),
    summary: open(summary, 'summary'),
    report: open(report, 'report'),
    spending: wrapping.spending,
    use: () => wrapping.useCount.read(),
  };
}

/** Money for a run, up to the limit that was set. */
export function openSpending({ maxCostUsd }: ModelSettings): Spending {
  return createSpending(maxCostUsd === null ? {} : { maxCostUsd });
}

/** Where each agent's words would go, and what they would cost. Nothing is opened or sent; a cassette that is replayed sends nothing. */
export function pricedEndpoints({ agents, secondGrader, prices, replay }: ModelSettings): { endpoints: PricedEndpoints; pricesAsOf: string } {
  const table = priceTable(prices);
  const price = (choice: ModelChoice | null) => (choice && replay === null ? pricedEndpoint(choice, table) : null);
  const { question, cleaning, grader, summary, report } = agents;
  return {
    endpoints: { question: price(question), cleaning: price(cleaning), grader: price(grader), secondGrader: price(secondGrader), summary: price(summary), report: price(report) },
    pricesAsOf: table.asOf,
  };
}

/** What so many tokens of a model cost, in US dollars; 0 offline, null where its price is not known. `prices` are the user's own. */
export function costOfTokens(choice: ModelChoice, usage: Usage, prices: ModelSettings['prices']): number | null {
  const endpoint = pricedEndpoint(choice, priceTable(prices));
  return endpoint ? endpoint.cost(usage) : 0;
}

/** How to make the price of a model known; null offline. */
export function priceRemedyFor(choice: ModelChoice): string | null {
  const endpoint = openAdapter(choice)?.endpoint;
  return endpoint ? priceRemedy(endpoint) : null;
}

/** Null offline, where nothing is sent. */
function pricedEndpoint(choice: ModelChoice, table: PriceTable): PricedEndpoint | null {
  const endpoint = openAdapter(choice)?.endpoint;
  return endpoint ? { ...endpoint, cost: (usage) => costOf(endpoint, usage, table) } : null;
}

interface Wrapping {
  settings: ModelSettings;
  context: ModelContext;
  mask: Mask;
  spending: Spending;
  useCount: UseCount;
  limiter: Limiter | null;
  purpose: string;
}

function openModel(choice: ModelChoice, wrapping: Wrapping): Llm | null {
  const adapter = openAdapter(choice);
  if (!adapter) return null;
  const { settings, context, mask } = wrapping;
  const replayed = settings.replay === null ? null : replayCassette(settings.replay);
  const heard = replayed ?? recorded(kept(patient(adapter, wrapping), context), wrapping);
  return settings.mask ? createMaskedLlm(heard, mask) : heard;
}

function patient(adapter: Llm, { settings, context, mask, spending, useCount, limiter, purpose }: Wrapping): Llm {
  const metered = createMeteredLlm(adapter, {
    purpose,
    prices: priceTable(settings.prices),
    redact: (text) => mask.redact(text),
    onCall(call) {
      useCount.add(call);
      context.onCall({ ...call, sessionId: context.sessionId });
    },
    spending,
  });
  return createPatientLlm(metered, createPatience({ tries: settings.tries, ...(limiter ? { limiter } : {}) }));
}

function kept(llm: Llm, { cache }: ModelContext): Llm {
  return cache ? createCachedLlm(llm, cache) : llm;
}

function recorded(llm: Llm, { settings: { record }, mask }: Wrapping): Llm {
  return record === null ? llm : recordCassette(llm, { file: record, redact: (text) => mask.redact(text) });
}

function openAdapter(choice: ModelChoice): Llm | null {
  switch (choice.kind) {
    case 'offline':
      return null;
    case 'openai':
      return createOpenAiLlm({ model: choice.model, apiKey: choice.apiKey ?? undefined, baseUrl: choice.baseUrl ?? undefined });
    case 'huggingface':
      return createHuggingFaceLlm({
        model: choice.model,
        token: choice.token ?? undefined,
        endpointUrl: choice.endpointUrl ?? undefined,
        task: choice.alpaca ? 'text-generation' : 'chat',
      });
  }
}
