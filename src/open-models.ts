import { createMask, type Mask } from './llm/masking.ts';
import type { KnownContact } from './llm/contact-patterns.ts';
import { replayCassette, recordCassette } from './llm/cassette.ts';
import { createSpending, priceTable, type Spending } from './llm/costs.ts';
import { createHuggingFaceLlm } from './llm/huggingface.ts';
import type { Llm } from './llm/llm.ts';
import { createMaskedLlm } from './llm/masked.ts';
import { createMeteredLlm } from './llm/metering.ts';
import { createOpenAiLlm } from './llm/openai.ts';
import { createPatience } from './llm/patience.ts';
import { createPatientLlm } from './llm/patient.ts';
import type { ModelSettings } from './model-settings.ts';
import type { ModelChoice } from './schemas/model-choice.ts';
import type { SentCall } from './schemas/network.ts';

/** Whose data goes out, and where what went is written down. */
export interface ModelContext {
  contact: KnownContact;
  sessionId: string | null;
  onCall(call: SentCall): void;
}

/** The models of an interview; null where an agent works offline. */
export interface OpenModels {
  question: Llm | null;
  grader: Llm | null;
  spending: Spending;
}

/**
 * Opens the chosen models, each wrapped from the inside out: the adapter, the
 * record of what was sent, patience, the cassette, and the mask, so that
 * nothing below the mask ever sees contact data.
 */
export function openModels(settings: ModelSettings, context: ModelContext): OpenModels {
  const mask = createMask(context.contact);
  const spending = createSpending(settings.maxCostUsd === null ? {} : { maxCostUsd: settings.maxCostUsd });
  const open = (choice: ModelChoice, purpose: string) => openModel(choice, { settings, context, mask, spending, purpose });
  return { question: open(settings.question, 'question'), grader: open(settings.grader, 'evaluation'), spending };
}

interface Wrapping {
  settings: ModelSettings;
  context: ModelContext;
  mask: Mask;
  spending: Spending;
  purpose: string;
}

function openModel(choice: ModelChoice, { settings, context, mask, spending, purpose }: Wrapping): Llm | null {
  const adapter = openAdapter(choice);
  if (!adapter) return null;
  if (settings.replay !== null) return settings.mask ? createMaskedLlm(replayCassette(settings.replay), mask) : replayCassette(settings.replay);

  const { sessionId, onCall } = context;
  const metered = createMeteredLlm(adapter, {
    purpose,
    prices: priceTable(),
    redact: (text) => mask.redact(text),
    onCall: (call) => onCall({ ...call, sessionId }),
    spending,
  });
  const patient = createPatientLlm(metered, createPatience());
  const taped = settings.record === null ? patient : recordCassette(patient, { file: settings.record, redact: (text) => mask.redact(text) });
  return settings.mask ? createMaskedLlm(taped, mask) : taped;
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
