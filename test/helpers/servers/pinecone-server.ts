import type { ServerResponse } from 'node:http';
import { sendJson, startLoopback, type LoopbackServer, type ReceivedRequest } from './loopback.ts';

interface Stored {
  id: string;
  values: number[];
  metadata: Record<string, unknown>;
}

interface IndexModel {
  name: string;
  dimension: number;
  metric: string;
  spec: unknown;
  /** Questions after its making until it is ready. */
  pending: number;
}

type Fault = (request: ReceivedRequest, response: ServerResponse) => boolean;

export interface PineconeServer extends LoopbackServer {
  indexes: Map<string, IndexModel>;
  namespaces: Map<string, Map<string, Stored>>;
  /** Looks at each request first; takes those that it answers itself. Undefined for none. */
  faults(fault?: Fault): void;
  /** So many reads see a namespace as it was before the last write. */
  lag: number;
  /** What was done, without queries: `POST /vectors/upsert` and so on. */
  done(): string[];
}

const KEY = 'pcsk_planted_0123456789';
export const PINECONE_KEY = KEY;

/** Pinecone's control and data planes on this machine, request by request as its REST reference of 2025-10 has them. */
export async function startPineconeServer(): Promise<PineconeServer> {
  const indexes = new Map<string, IndexModel>();
  const namespaces = new Map<string, Map<string, Stored>>();
  let before: typeof namespaces = new Map();
  let stale = 0;
  let fault: Fault | undefined;
  const server = await startLoopback((request, response) => {
    if (fault?.(request, response)) return;
    if (request.headers['api-key'] !== KEY) return void response.writeHead(401, { 'content-type': 'text/plain' }).end('Invalid API Key');
    if (request.headers['x-pinecone-api-version'] !== '2025-10') return refuse(response, 400, 'No API version.');
    const route = ROUTES.find(({ method, path }) => method === request.method && path.test(request.path));
    if (!route) return refuse(response, 404, `No route ${request.method} ${request.path}.`);
    const isWrite = /upsert|delete/.test(request.path) || request.method === 'DELETE';
    if (isWrite && state.lag > 0) {
      before = new Map([...namespaces].map(([name, records]) => [name, new Map(records)]));
      stale = state.lag;
    }
    const isStale = !isWrite && stale > 0;
    if (isStale) stale -= 1;
    route.answer({ request, response, indexes, namespaces: isStale ? before : namespaces, host: server.host });
  });
  const state: PineconeServer = {
    ...server,
    indexes,
    namespaces,
    lag: 0,
    faults: (next) => void (fault = next),
    done: () => server.requests.map(({ method, path }) => `${method} ${path}`),
  };
  return state;
}

interface Visit {
  request: ReceivedRequest;
  response: ServerResponse;
  indexes: Map<string, IndexModel>;
  namespaces: Map<string, Map<string, Stored>>;
  host: string;
}

const ROUTES: { method: string; path: RegExp; answer: (visit: Visit) => void }[] = [
  { method: 'POST', path: /^\/indexes$/, answer: createIndex },
  { method: 'GET', path: /^\/indexes\/[^/]+$/, answer: describeIndex },
  { method: 'POST', path: /^\/vectors\/upsert$/, answer: upsert },
  { method: 'POST', path: /^\/vectors\/delete$/, answer: remove },
  { method: 'GET', path: /^\/vectors\/fetch$/, answer: fetchRecords },
  { method: 'GET', path: /^\/vectors\/list$/, answer: list },
  { method: 'POST', path: /^\/query$/, answer: query },
  { method: 'DELETE', path: /^\/namespaces\/[^/]+$/, answer: deleteNamespace },
];

function refuse(response: ServerResponse, status: number, message: string): void {
  sendJson(response, status, { code: status, message, details: [], error: { code: 'REFUSED', message }, status });
}

function createIndex({ request, response, indexes, host }: Visit): void {
  const { name, dimension, metric, spec } = request.body as IndexModel;
  if (indexes.has(name)) return refuse(response, 409, 'Resource already exists');
  if (!/^[a-z0-9-]{1,45}$/.test(name)) return refuse(response, 400, 'Bad name.');
  const index = { name, dimension, metric, spec, pending: 2 };
  indexes.set(name, index);
  sendJson(response, 201, modelOf(index, host));
}

function describeIndex({ request, response, indexes, host }: Visit): void {
  const index = indexes.get(request.path.split('/').at(-1) ?? '');
  if (!index) return refuse(response, 404, 'Resource not found');
  sendJson(response, 200, modelOf(index, host));
  index.pending -= 1;
}

function modelOf({ name, dimension, metric, spec, pending }: IndexModel, host: string) {
  const isReady = pending <= 0;
  return { name, dimension, metric, spec, host, vector_type: 'dense', deletion_protection: 'disabled', tags: null, status: { ready: isReady, state: isReady ? 'Ready' : 'Initializing' } };
}

function upsert({ request, response, namespaces }: Visit): void {
  const { vectors, namespace } = request.body as { vectors: Stored[]; namespace: string };
  if (request.text.length > 2_000_000 || vectors.length > 1_000) return refuse(response, 400, 'Request too large.');
  for (const { id, values, metadata } of vectors) {
    if (id === '' || id.length > 512) return refuse(response, 400, 'Bad id.');
    if (values.length !== 512) return refuse(response, 400, `Vector dimension ${values.length} does not match the dimension of the index 512`);
    if (values.every((value) => value === 0)) return refuse(response, 400, 'Dense vectors must contain at least one non-zero value');
    if (Object.values(metadata).some((value) => !['string', 'number', 'boolean'].includes(typeof value))) return refuse(response, 400, 'Metadata value must be a string, number or boolean');
    if (JSON.stringify(metadata).length > 40_960) return refuse(response, 400, 'Metadata too large.');
  }
  const records = namespaces.get(namespace) ?? new Map<string, Stored>();
  namespaces.set(namespace, records);
  vectors.forEach((vector) => records.set(vector.id, { ...vector, values: vector.values.map(Math.fround) }));
  sendJson(response, 200, { upsertedCount: vectors.length });
}

function remove({ request, response, namespaces }: Visit): void {
  const { ids, namespace } = request.body as { ids: string[]; namespace: string };
  if (ids.length > 1_000) return refuse(response, 400, 'Too many ids.');
  const records = namespaces.get(namespace);
  if (!records) return refuse(response, 404, 'Namespace not found');
  ids.forEach((id) => records.delete(id));
  sendJson(response, 200, {});
}

function fetchRecords({ request, response, namespaces }: Visit): void {
  const namespace = request.query.get('namespace') ?? '';
  const found = request.query.getAll('ids').flatMap((id) => namespaces.get(namespace)?.get(id) ?? []);
  sendJson(response, 200, { vectors: Object.fromEntries(found.map((record) => [record.id, record])), namespace, usage: { readUnits: 1 } });
}

function list({ request, response, namespaces }: Visit): void {
  const namespace = request.query.get('namespace') ?? '';
  const limit = Number(request.query.get('limit') ?? 100);
  const start = Number(request.query.get('paginationToken') ?? 0);
  const ids = [...(namespaces.get(namespace)?.keys() ?? [])].sort();
  const next = start + limit < ids.length ? { pagination: { next: String(start + limit) } } : {};
  sendJson(response, 200, { vectors: ids.slice(start, start + limit).map((id) => ({ id })), namespace, usage: { readUnits: 1 }, ...next });
}

function query({ request, response, namespaces }: Visit): void {
  const { vector, topK, filter = {}, namespace, includeMetadata } = request.body as { vector: number[]; topK: number; filter?: Record<string, { $eq: unknown }>; namespace: string; includeMetadata?: boolean };
  if (vector.length !== 512 || topK < 1 || topK > 10_000) return refuse(response, 400, 'Bad query.');
  const fits = ({ metadata }: Stored) => Object.entries(filter).every(([field, { $eq }]) => metadata[field] === $eq);
  const matches = [...(namespaces.get(namespace)?.values() ?? [])]
    .filter(fits)
    .map(({ id, values, metadata }) => ({ id, score: cosine(vector.map(Math.fround), values), values: [], ...(includeMetadata ? { metadata } : {}) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, topK);
  sendJson(response, 200, { results: [], matches, namespace, usage: { readUnits: 5 } });
}

function deleteNamespace({ request, response, namespaces }: Visit): void {
  const name = decodeURIComponent(request.path.split('/').at(-1) ?? '');
  if (!namespaces.delete(name)) return refuse(response, 404, 'Namespace not found');
  sendJson(response, 200, {});
}

function cosine(one: number[], other: number[]): number {
  const dot = (left: number[], right: number[]) => left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}
