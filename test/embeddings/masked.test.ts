import { describe, expect, it } from 'vitest';
import { embedderFor, type Embedder, type EmbedOptions } from '../../src/embeddings/embeddings.ts';
import { createMaskedEmbedder } from '../../src/embeddings/masked.ts';
import { createMask } from '../../src/llm/masking.ts';

function listening(): Embedder & { heard: string[]; options: (EmbedOptions | undefined)[] } {
  const [heard, options]: [string[], (EmbedOptions | undefined)[]] = [[], []];
  return {
    id: 'test/listening',
    heard,
    options,
    embed: async (texts, given) => {
      heard.push(...texts);
      options.push(given);
      return texts.map(() => new Float32Array(512));
    },
  };
}

const person = { name: 'Wilhelmina Testperson', emails: ['w.t@mail.example'] };
const masked = (embedder: Embedder) => createMaskedEmbedder(embedder, (known) => createMask(known).redact);

describe('a masked embedder', () => {
  it('hands on no contact data of the person, and none that looks like such', async () => {
    const embedder = listening();
    await masked(embedder).embed(['Wilhelmina led it', 'Write to w.t@mail.example', 'or call +49 30 1234567'], { person });
    expect(embedder.heard).toEqual(['[NAME] led it', 'Write to [EMAIL]', 'or call [PHONE]']);
  });

  it('makes the same words of the same text, whatever stands beside it', async () => {
    const embedder = listening();
    await masked(embedder).embed(['one@mail.example', 'two@mail.example']);
    await masked(embedder).embed(['two@mail.example']);
    expect(embedder.heard).toEqual(['[EMAIL]', '[EMAIL]', '[EMAIL]']);
  });

  it('leaves other words as they are, and hands on whose they are', async () => {
    const embedder = listening();
    const forThem = embedderFor(masked(embedder), { person, sessionId: 'abc' });
    await forThem.embed(['An index [1] finds rows']);
    expect(forThem.id).toBe('test/listening');
    expect(embedder.heard).toEqual(['An index [1] finds rows']);
    expect(embedder.options).toEqual([{ person, sessionId: 'abc' }]);
  });
});
