import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { DIMENSIONS } from '../../src/embeddings/embeddings.ts';
import { createLocalEmbedder } from '../../src/embeddings/local.ts';
import { packagePath } from '../../src/package-root.ts';

const embedder = createLocalEmbedder();

async function embedOne(text: string): Promise<Float32Array> {
  const [vector = new Float32Array()] = await embedder.embed([text]);
  return vector;
}

const dot = (one: Float32Array, other: Float32Array): number =>
  one.reduce((sum, number, index) => sum + number * (other[index] ?? 0), 0);

const nearness = async (one: string, other: string): Promise<number> => dot(await embedOne(one), await embedOne(other));

const long = 'We moved the orders from one large database to a queue and three small services. '.repeat(12);

describe('the local embedder', () => {
  // Loads the model, so that no single test waits for it.
  beforeAll(() => embedOne('warm up'));

  it('names its provider and model', () => {
    expect(embedder.id).toBe('local/use-lite');
  });

  it.each([
    ['a word', 'index'],
    ['a sentence', 'An index finds rows without reading the whole table.'],
    ['more than the model can read at once', long],
    ['a word without end', 'x'.repeat(700)],
    ['signs and emoji', '... \u{1f600} \u0000 \ud800'],
    ['another script', '数据库索引有什么用?'],
  ])('gives %s 512 numbers of length 1', async (_, text) => {
    const vector = await embedOne(text);
    expect(vector).toBeInstanceOf(Float32Array);
    expect(vector).toHaveLength(DIMENSIONS);
    expect(dot(vector, vector)).toBeCloseTo(1, 5);
  });

  it.each(['', ' ', '\n\t '])('gives the empty text %j zeros', async (text) => {
    expect(await embedOne(text)).toEqual(new Float32Array(DIMENSIONS));
  });

  it('gives one vector a text, in order, and the same whatever stands beside it', async () => {
    const texts = ['An index finds rows.', '', long, 'A queue keeps messages in order.'];
    const together = await embedder.embed(texts);
    const alone = await Promise.all(texts.map(embedOne));
    expect(together).toEqual(alone);
    expect(await embedder.embed([])).toEqual([]);
  });

  it('gives the same vector in every embedder', async () => {
    expect(await createLocalEmbedder().embed(['What is an index for?'])).toEqual([await embedOne('What is an index for?')]);
  });

  it('does not mind how a text is broken into lines', async () => {
    expect(await embedOne('An index\n  finds rows.\n')).toEqual(await embedOne('An index finds rows.'));
  });

  it.each([
    ['I made slow queries fast by adding an index', 'Adding an index made the reads faster', 'My cat sleeps on the sofa'],
    ['Tell me about a conflict in your team', 'Describe a disagreement with a colleague', 'What is a hash table?'],
    ['How do you test a web service?', 'Which tests would you write for an HTTP API?', 'Where did you go to school?'],
  ])('finds "%s" nearer to what is alike than to what is not', async (text, like, unlike) => {
    expect(await nearness(text, like)).toBeGreaterThan((await nearness(text, unlike)) + 0.2);
  });

  it('reads a long text to its end', async () => {
    const end = 'At home I coach a football team for children.';
    expect(await nearness(`${long} ${end.repeat(8)}`, end)).toBeGreaterThan((await nearness(long, end)) + 0.1);
  });

  it('stops when it is cancelled, with the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('The candidate left.');
    const embedding = embedder.embed(Array.from({ length: 50 }, () => long), { signal: controller.signal });
    setImmediate(() => controller.abort(reason));
    await expect(embedding).rejects.toBe(reason);
    await expect(embedder.embed(['text'], { signal: controller.signal })).rejects.toBe(reason);
  });

  it('lets others have their turn while it works', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await embedder.embed(Array.from({ length: 10 }, (_, index) => `Question ${index} about databases`));
    clearInterval(timer);
    expect(turns).toBeGreaterThanOrEqual(5);
  });

  it('prints nothing', async () => {
    const script = packagePath('test/embeddings/prints-nothing.ts');
    const output = await promisify(execFile)(process.execPath, ['--import', 'tsx', script]);
    expect(output).toEqual({ stdout: '', stderr: '' });
  });
});
