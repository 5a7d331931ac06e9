import { createHash } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InputError, ModelError, StorageError } from '../errors.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { Completion, Endpoint, Format, Llm, Message } from './llm.ts';
import { ModelFailure } from './model-failure.ts';
import { withoutKeys } from './without-keys.ts';

const Turn = z.strictObject({
  key: z.string(),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })),
  reply: z.strictObject({
    text: z.string(),
    usage: z.strictObject({ inputTokens: z.number(), outputTokens: z.number() }).nullable(),
    model: z.string(),
  }),
});
type Turn = z.infer<typeof Turn>;

export interface RecordOptions {
  file: string;
  /** Takes contact data out of what is written down: `redact` of a mask. What looks like a key goes in any case. */
  redact: (text: string) => string;
}

/**
 * Passes everything on to the model, and writes each good turn down: one line
 * of JSON a turn, in the order in which they were asked, without a time or
 * anything else that differs from run to run. Failures are not recorded.
 */
export function recordCassette(llm: Llm, { file, redact }: RecordOptions): Llm {
  const clean = (text: string): string => withoutKeys(redact(text));
  let written = Promise.resolve();

  return {
    name: llm.name,
    endpoint: llm.endpoint,

    async complete(messages, options) {
      const reply = llm.complete(messages, options);
      const key = keyOf(messages, options?.format);
      const before = written;
      const own = reply.then(async ({ text, usage, model }) => {
        await before;
        const turn: Turn = { key, messages: messages.map(({ role, content }) => ({ role, content: clean(content) })), reply: { text: clean(text), usage, model } };
        await append(file, turn);
      });
      // A turn that failed leaves no line and holds up nobody.
      written = own.catch(() => before);
      const completion = await reply;
      await own;
      return completion;
    },
  };
}

/**
 * Answers from a cassette. The same question asked twice gets the first answer
 * and then the second. Rejects with `cassette-missing-turn` for what was not
 * recorded, or not so often; reads the file at the first question.
 */
export function replayCassette(file: string): Llm {
  const endpoint: Endpoint = { provider: 'cassette', host: 'this machine', model: 'recorded' };
  let reading: Promise<Map<string, Completion[]>> | undefined;

  return {
    name: 'cassette/recorded',
    endpoint,

    async complete(messages, { signal, format, onText } = {}) {
      signal?.throwIfAborted();
      const turns = await (reading ??= readTurns(file));
      const reply = turns.get(keyOf(messages, format))?.shift();
      if (!reply) throw canAskOtherwise(format) ? new ModelFailure('model-request-rejected', endpoint) : missingTurn(file);
      onText?.(reply.text);
      return reply;
    },
  };
}

/**
 * A model that takes no schema was asked in another way, and only that turn is
 * on the cassette: the schema is refused again, so that it is asked for.
 */
function canAskOtherwise(format?: Format): boolean {
  return format !== undefined && format.way !== 'text';
}

/** What was asked, without how: temperature and length may change and the turn is still the same. */
function keyOf(messages: Message[], format?: Format): string {
  const asked = messages.map(({ role, content }) => [role, content]);
  const shape = format ? [format.name, format.way, jsonSchemaOf(format.schema)] : null;
  return createHash('sha256').update(JSON.stringify([asked, shape])).digest('hex');
}

async function append(file: string, turn: Turn): Promise<void> {
  await appendFile(file, `${JSON.stringify(turn)}\n`, { mode: 0o600 }).catch((cause: unknown) => {
    throw new StorageError('cassette-not-written', `The recording ${file} cannot be written.`, 'Give --record a file in a folder that is writable for you.', { cause });
  });
}

async function readTurns(file: string): Promise<Map<string, Completion[]>> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InputError('cassette-not-found', `The recording ${file} cannot be read.`, 'Give --replay a file that --record wrote.', { cause });
  });
  const turns = new Map<string, Completion[]>();
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const { key, reply } = readTurn(line, file, index + 1);
    turns.set(key, [...(turns.get(key) ?? []), reply]);
  });
  return turns;
}

function readTurn(line: string, file: string, number: number): Turn {
  const turn = Turn.safeParse(parse(line));
  if (turn.success) return turn.data;
  throw new InputError('cassette-damaged', `Line ${number} of the recording ${file} is no recorded turn.`, 'Record it again with --record.');
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function missingTurn(file: string): ModelError {
  return new ModelError('cassette-missing-turn', `The recording ${file} has no answer to this question.`, 'Play it with the resume, role, settings and version it was recorded with, or record it again with --record.');
}
