import { z } from 'zod';
import type { Completion, Endpoint, Usage } from './llm.ts';
import { ModelFailure } from './model-failure.ts';

// Only what we read, so that a new field at a provider breaks nothing here.
const TokenCounts = z.object({ prompt_tokens: z.number(), completion_tokens: z.number().default(0) }).nullish().catch(null);

const Reply = z.object({
  model: z.string().optional(),
  choices: z.tuple([z.object({
    message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
    finish_reason: z.string().nullish(),
  })]).rest(z.unknown()),
  usage: TokenCounts,
});

const Chunk = z.object({
  model: z.string().optional(),
  choices: z.array(z.object({
    delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).default({}),
    finish_reason: z.string().nullish(),
  })).default([]),
  usage: TokenCounts,
});

/** What a reply held, whoever sent it and however it came. */
export interface Heard {
  text: string;
  refused: boolean;
  /** Why the model stopped, in OpenAI's words; null when nothing says so. */
  finish: string | null;
  usage: Usage | null;
  model: string | undefined;
}

/** Reads a chat completion as OpenAI sends it. */
export function readReply(raw: unknown, endpoint: Endpoint): Completion {
  const reply = Reply.safeParse(raw);
  if (!reply.success) throw new ModelFailure('model-unreadable', endpoint, { detail: 'it has another shape' });
  const [{ message, finish_reason }] = reply.data.choices;
  return completionOf({ text: message.content ?? '', refused: Boolean(message.refusal), finish: finish_reason ?? 'stop', usage: usageOf(reply.data.usage), model: reply.data.model }, endpoint);
}

/** Reads the pieces of a chat completion to their end, passing each on. */
export async function readStream(chunks: AsyncIterable<unknown>, onText: (piece: string) => void, endpoint: Endpoint): Promise<Completion> {
  const heard: Heard = { text: '', refused: false, finish: null, usage: null, model: undefined };
  for await (const raw of chunks) {
    const chunk = Chunk.safeParse(raw);
    if (!chunk.success) throw new ModelFailure('model-unreadable', endpoint, { detail: 'it has another shape' });
    const piece = hear(heard, chunk.data);
    if (piece !== '') onText(piece);
  }
  return completionOf(heard, endpoint);
}

function hear(heard: Heard, { choices: [choice], usage, model }: z.infer<typeof Chunk>): string {
  const piece = choice?.delta.content ?? '';
  heard.text += piece;
  heard.refused ||= Boolean(choice?.delta.refusal);
  heard.finish = choice?.finish_reason ?? heard.finish;
  heard.usage = usageOf(usage) ?? heard.usage;
  heard.model ??= model;
  return piece;
}

/** The reply, or the failure that its end stands for. */
export function completionOf({ text, refused, finish, usage, model }: Heard, endpoint: Endpoint): Completion {
  if (refused || finish === 'content_filter') throw new ModelFailure('model-refused', endpoint);
  if (finish === null) throw new ModelFailure('model-unreachable', endpoint, { detail: 'the connection broke off' });
  if (/^(?:length|max_tokens)$/i.test(finish)) throw new ModelFailure('model-truncated', endpoint);
  if (text.trim() === '') throw new ModelFailure('model-unreadable', endpoint, { detail: 'it is empty' });
  return { text, usage, model: model ?? endpoint.model };
}

export function usageOf(counts: z.infer<typeof TokenCounts>): Usage | null {
  return counts ? { inputTokens: counts.prompt_tokens, outputTokens: counts.completion_tokens } : null;
}
