import { HotseatError } from '../errors.ts';
import type { KnownContact } from '../llm/contact-patterns.ts';

/** Whose passages a request is about, and for which interview. */
export interface RequestContext {
  person?: KnownContact;
  sessionId?: string;
}

/** One request to a hosted index that left the machine. */
export interface VectorRequest extends RequestContext {
  host: string;
  indexName: string;
  /** What was asked and what was sent, without the vectors and without the key. */
  payload: string;
  latencyMs: number;
  ok: boolean;
  /** The code of the failure; null for a good request. */
  failure: string | null;
}

interface Telling {
  indexName: string;
  context: RequestContext;
  onRequest?: (request: VectorRequest) => void;
}

/** A `fetch` that tells of every request: each try is one. */
export function toldFetch(fetch: typeof globalThis.fetch, { indexName, context, onRequest }: Telling): typeof globalThis.fetch {
  if (!onRequest) return fetch;
  return async (input, init) => {
    const begun = performance.now();
    const url = new URL(input instanceof Request ? input.url : String(input));
    const tell = (failure: string | null) =>
      onRequest({ ...context, host: url.host, indexName, payload: payloadOf(url, init), latencyMs: Math.round(performance.now() - begun), ok: failure === null, failure });
    try {
      const response = await fetch(input, init);
      tell(null);
      return response;
    } catch (failure) {
      tell(failure instanceof HotseatError ? failure.code : 'vectors-unreachable');
      throw failure;
    }
  };
}

function payloadOf({ pathname, search }: URL, init?: RequestInit): string {
  const asked = `${init?.method ?? 'GET'} ${pathname}${search}`;
  return typeof init?.body === 'string' ? `${asked}\n${withoutVectors(init.body)}` : asked;
}

/** Numbers by the hundred tell a reader nothing. */
function withoutVectors(body: string): string {
  return JSON.stringify(JSON.parse(body), (name, value: unknown) => (Array.isArray(value) && (name === 'values' || name === 'vector') ? `${value.length} numbers` : value));
}
