import type { z } from 'zod';
import { fieldReader } from './field-reader.ts';
import { findJson } from './find-json.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { CompleteOptions, Completion, Endpoint, Format, Llm, Message } from './llm.ts';
import { ModelFailure } from './model-failure.ts';

export interface StructuredOptions<T> extends Omit<CompleteOptions, 'format' | 'onText' | 'onRestart' | 'worthKeeping'> {
  /** Letters, digits, `_` and `-`. */
  name: string;
  schema: z.ZodType<T>;
  /** Shows one text field of the reply while it is coming: all of it so far, and nothing when the reply begins again. */
  watch?: { field: string; onText: (text: string) => void };
}

export interface Structured<T> {
  value: T;
  /** The model that answered. */
  model: string;
  way: Format['way'];
  /** The first reply did not fit, and the model put it right. */
  repaired: boolean;
}

const WAYS: readonly Format['way'][] = ['schema', 'object', 'text'];

/** What each endpoint takes, as far as we have seen. All that stands before one adapter shares its endpoint. */
const knownWays = new WeakMap<Endpoint, Format['way']>();

/**
 * Asks for a reply of a certain shape, and gives it checked.
 *
 * By JSON Schema; where the endpoint refuses that, in JSON mode; where it
 * refuses that too, in words. A reply that does not fit is shown to the model
 * once, with what is wrong. Rejects with `model-unreadable` if it does not fit
 * then, and with what the model itself rejects with: nothing is made up.
 */
export async function completeStructured<T>(llm: Llm, messages: Message[], { watch, ...wish }: StructuredOptions<T>): Promise<Structured<T>> {
  const listen = watch ? watchField(watch) : () => ({});
  try {
    return await askTwice(llm, messages, wish, listen);
  } catch (failure) {
    // What was shown is void.
    listen();
    throw failure;
  }
}

/** For each call anew: what listens to its stream. */
type Listen = () => Pick<CompleteOptions, 'onText' | 'onRestart'>;

async function askTwice<T>(llm: Llm, messages: Message[], { name, schema, ...rest }: StructuredOptions<T>, listen: Listen): Promise<Structured<T>> {
  // A reply that does not fit would not fit the next time either.
  const options = { ...rest, worthKeeping: (text: string) => 'value' in read(text, schema) };
  const first = await askSomeWay(llm, messages, { name, schema, options, listen });
  const reading = read(first.completion.text, schema);
  if ('value' in reading) return { value: reading.value, model: first.completion.model, way: first.way, repaired: false };

  const format: Format = { name, schema, way: first.way };
  const shown = [...inWords(messages, format), { role: 'assistant' as const, content: first.completion.text }, correction(reading.mistake, schema)];
  const second = await llm.complete(shown, { ...options, ...listen(), format });
  const again = read(second.text, schema);
  if ('value' in again) return { value: again.value, model: second.model, way: first.way, repaired: true };
  throw new UnfitReply('model-unreadable', llm.endpoint, { detail: 'twice it did not have the shape that was asked for' });
}

/** It was asked twice already: once more makes no sense. */
class UnfitReply extends ModelFailure {
  override readonly passing = false;
}

interface Wish<T> {
  name: string;
  schema: z.ZodType<T>;
  options: CompleteOptions;
  listen: Listen;
}

async function askSomeWay<T>(llm: Llm, messages: Message[], { name, schema, options, listen }: Wish<T>): Promise<{ completion: Completion; way: Format['way'] }> {
  const begin = WAYS.indexOf(knownWays.get(llm.endpoint) ?? 'schema');
  for (const way of WAYS.slice(begin)) {
    try {
      const format: Format = { name, schema, way };
      const completion = await llm.complete(inWords(messages, format), { ...options, ...listen(), format });
      knownWays.set(llm.endpoint, way);
      return { completion, way };
    } catch (failure) {
      if (way === 'text' || !isRejectedRequest(failure)) throw failure;
    }
  }
  throw new Error('There is no way left to ask.');
}

function watchField({ field, onText }: { field: string; onText: (text: string) => void }): Listen {
  let shown = '';
  const show = (text: string): void => {
    if (text === shown) return;
    shown = text;
    onText(text);
  };
  return () => {
    let hear = fieldReader(field);
    show('');
    return {
      onText: (piece) => show(hear(piece)),
      onRestart: () => {
        hear = fieldReader(field);
        show('');
      },
    };
  };
}

function isRejectedRequest(failure: unknown): boolean {
  return failure instanceof ModelFailure && failure.code === 'model-request-rejected';
}

/** Where the endpoint is not told the schema, the model is. */
function inWords(messages: Message[], { way, schema }: Format): Message[] {
  if (way === 'schema') return messages;
  return [...messages, { role: 'user', content: `Reply with one JSON object and nothing else. It must fit this JSON Schema:\n${JSON.stringify(jsonSchemaOf(schema))}` }];
}

function correction(mistake: string, schema: z.ZodType): Message {
  return {
    role: 'user',
    content: `That reply cannot be used: ${mistake}\nReply again with one JSON object and nothing else. It must fit this JSON Schema:\n${JSON.stringify(jsonSchemaOf(schema))}`,
  };
}

function read<T>(text: string, schema: z.ZodType<T>): { value: T } | { mistake: string } {
  let mistake: string | undefined;
  for (const found of findJson(text)) {
    const checked = schema.safeParse(found);
    if (checked.success) return { value: checked.data };
    mistake ??= mistakesOf(checked.error);
  }
  return { mistake: mistake ?? 'it holds no JSON object.' };
}

function mistakesOf(error: z.ZodError): string {
  const lines = error.issues.slice(0, 8).map(({ path, message }) => `- ${path.length > 0 ? path.join('.') : 'the whole'}: ${message}`);
  return `it does not fit.\n${lines.join('\n')}`;
}
