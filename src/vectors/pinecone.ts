import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DIMENSIONS } from '../embeddings/embeddings.ts';
import { InputError } from '../errors.ts';
import type { KnownContact } from '../llm/contact-patterns.ts';
import { PineconeFailure } from './pinecone-failure.ts';
import { openPineconeClient, unless, type PineconeClient, type PineconeClientOptions } from './pinecone-client.ts';
import type { RequestContext } from './pinecone-requests.ts';
import { requireUsable, requireUsableItems } from './refusals.ts';
import { IndexMissing, type VectorHit, type VectorIndex, type VectorItem, VectorMetadata } from './vectors.ts';

export interface PineconeOptions extends PineconeClientOptions {
  /** Gives what takes contact data, a person's and whatever looks like such, out of the texts that go along with the vectors. */
  redactFor?: (person?: KnownContact) => (text: string) => string;
}

/** Records in one request, as Pinecone recommends. */
const BATCH = 100;
/** Names in one request to delete. */
const DELETE_BATCH = 1_000;
/** How often, and after what pause, a change is looked for: Pinecone shows it a moment after it took it. */
const LOOKS = 20;
const LOOK_PAUSE_MS = 500;

const unlessMissing = unless('vectors-not-found');

/** Its id in each namespace, and what stands in it: which set counts, and who embedded it. */
const HEAD = 'head';
const Head = z.object({ current: z.string(), embedder: z.string(), count: z.number() });
type Head = z.infer<typeof Head>;

/**
 * A serverless index at Pinecone, made when it is first needed; a namespace a resume.
 *
 * A set is written beside the old one under ids of its own. Then one record,
 * the head, is turned to it, and the old set deleted: a reader sees one set or
 * the other. Resolves when the new set can be read. The texts that come back
 * are the masked ones: whoever holds the rows has them in full.
 */
export function createPineconeIndex(options: PineconeOptions): VectorIndex {
  const { redactFor = () => (text) => text, sleep = pause } = options;
  const client = openPineconeClient(options);

  return {
    name: 'pinecone',

    async replace(resumeId, embedderId, items, { person } = {}) {
      const namespace = namespaceOf(resumeId);
      requireUsableItems(items);
      const head: Head = { current: setOf(embedderId, items), embedder: embedderId, count: items.length };
      const redact = redactFor(person);
      const old = await listIds(client, namespace);
      await upsert(client, namespace, items.map((item) => recordOf(item, head.current, redact)), { person });
      await upsert(client, namespace, [headRecord(head)]);
      await remove(client, namespace, old.filter((id) => id !== HEAD && !id.startsWith(`${head.current}:`)));
      if (!(await comesTrue(sleep, async () => (await readHead(client, namespace))?.current === head.current))) throw notShown();
    },

    async query(resumeId, embedderId, vector, { limit, primaryDomain, sessionId }) {
      const namespace = namespaceOf(resumeId);
      requireUsable(vector);
      const head = await readHead(client, namespace, { sessionId });
      if (head?.embedder !== embedderId) throw new IndexMissing(resumeId);
      if (limit < 1 || head.count === 0) return [];
      const filter = { set: { $eq: head.current }, ...(primaryDomain === undefined ? {} : { primaryDomain: { $eq: primaryDomain } }) };
      const topK = Math.min(limit, head.count);
      const { matches } = await client.withNamespace(namespace, (index) => index.query({ vector: short(vector), topK, filter, includeMetadata: true }), { sessionId });
      if (matches.length === 0 && primaryDomain === undefined) throw new IndexMissing(resumeId);
      return matches.map((match) => hitOf(match, resumeId));
    },

    async has(resumeId, embedderId) {
      const namespace = namespaceOf(resumeId);
      return (await client.exists()) && (await readHead(client, namespace))?.embedder === embedderId;
    },

    async delete(resumeId) {
      const namespace = namespaceOf(resumeId);
      if (!(await client.exists())) return;
      await client.withNamespace(namespace, (index) => index.deleteNamespace(namespace).catch(unlessMissing));
      if (!(await comesTrue(sleep, async () => (await readHead(client, namespace)) === undefined))) throw notGone();
    },
  };
}

type PineconeRecord = { id: string; values: number[]; metadata: Record<string, string | number> };

function recordOf({ id, vector, metadata }: VectorItem, set: string, redact: (text: string) => string): PineconeRecord {
  return { id: `${set}:${id}`, values: short(vector), metadata: { ...metadata, text: redact(metadata.text), role: redact(metadata.role), set } };
}

/** Pinecone takes no vector of the length 0; the filter by set keeps this one out of every answer. */
function headRecord(head: Head): PineconeRecord {
  return { id: HEAD, values: Array.from({ length: DIMENSIONS }, (_, index) => (index === 0 ? 1 : 0)), metadata: { ...head } };
}

function hitOf({ id, score, metadata }: { id: string; score?: number; metadata?: unknown }, resumeId: string): VectorHit {
  const read = VectorMetadata.safeParse(metadata);
  if (!read.success || score === undefined) throw new IndexMissing(resumeId, { cause: read.error });
  return { id: id.slice(id.indexOf(':') + 1), score: Math.max(-1, Math.min(1, score)), metadata: read.data };
}

async function upsert(client: PineconeClient, namespace: string, records: PineconeRecord[], context?: RequestContext): Promise<void> {
  for (let start = 0; start < records.length; start += BATCH) {
    await client.withNamespace(namespace, (index) => index.upsert({ records: records.slice(start, start + BATCH) }), context);
  }
}

async function remove(client: PineconeClient, namespace: string, ids: string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += DELETE_BATCH) {
    await client.withNamespace(namespace, (index) => index.deleteMany({ ids: ids.slice(start, start + DELETE_BATCH) }).catch(unlessMissing));
  }
}

async function listIds(client: PineconeClient, namespace: string): Promise<string[]> {
  const ids: string[] = [];
  let paginationToken: string | undefined;
  do {
    const token = paginationToken;
    const page = await client.withNamespace(namespace, (index) => index.listPaginated({ limit: 100, paginationToken: token }).catch(unlessMissing));
    ids.push(...(page?.vectors ?? []).flatMap(({ id }) => id ?? []));
    paginationToken = page?.pagination?.next;
  } while (paginationToken);
  return ids;
}

async function readHead(client: PineconeClient, namespace: string, context?: RequestContext): Promise<Head | undefined> {
  const found = await client.withNamespace(namespace, (index) => index.fetch({ ids: [HEAD] }).catch(unlessMissing), context);
  const head = Head.safeParse(found?.records[HEAD]?.metadata);
  return head.success ? head.data : undefined;
}

/** Whether it is so, or gets so within the time that Pinecone usually needs. */
async function comesTrue(sleep: (milliseconds: number) => Promise<void>, isSo: () => Promise<boolean>): Promise<boolean> {
  for (let look = 0; look < LOOKS; look += 1) {
    if (await isSo()) return true;
    await sleep(LOOK_PAUSE_MS);
  }
  return false;
}

function notShown(): PineconeFailure {
  return new PineconeFailure('vectors-not-ready', 'Pinecone took the passages and does not show them.', 'Run `hotseat vectors rebuild` in a minute.');
}

function notGone(): PineconeFailure {
  return new PineconeFailure('vectors-not-deleted', 'Pinecone took the order to delete the passages and still shows them.', 'Try again in a minute; nothing else was deleted.');
}

/** A name for the set that two different ones do not share. */
function setOf(embedderId: string, items: VectorItem[]): string {
  const hash = createHash('sha256').update(embedderId);
  for (const { id, vector, metadata } of items) hash.update(id).update(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)).update(JSON.stringify(metadata));
  return hash.digest('hex').slice(0, 16);
}

/** As few digits as hold the number whole: a request of 100 vectors stays below the limit of 2 MB. */
const short = (vector: Float32Array): number[] => Array.from(vector, (number) => Number(number.toPrecision(9)));

function namespaceOf(resumeId: string): string {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(resumeId)) return `resume-${resumeId}`;
  throw new InputError('bad-id', 'That is no id of a resume.', 'Give an id that `hotseat resume list` shows.');
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
