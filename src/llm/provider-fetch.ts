import { HotseatError, InputError } from '../errors.ts';
import type { Endpoint } from './llm.ts';
import { ModelFailure, type ModelFailureCode } from './model-failure.ts';

type Fetch = typeof globalThis.fetch;

interface ProviderFetchOptions {
  key?: string;
  fetch?: Fetch;
  now?: () => number;
}

/** What a client may send along. Everything else stays here: what it says about this machine, and what it finds in the environment (`OPENAI_CUSTOM_HEADERS`). */
const HEADERS = ['accept', 'content-type'];

/**
 * A `fetch` for a provider's client: puts in the key, leaves out what nobody
 * needs, and turns every answer but a good one into a `ModelFailure`.
 *
 * The client itself holds a stand-in: what it logs, or keeps in its errors,
 * cannot give the key away. Redirects are not followed, because the texts
 * would go along to wherever they lead.
 */
export function providerFetch(endpoint: Endpoint, { key, fetch, now = Date.now }: ProviderFetchOptions): Fetch {
  return async (input, init) => {
    const given = new Headers(init?.headers);
    const headers = new Headers(key && given.has('authorization') ? { authorization: `Bearer ${key}` } : {});
    for (const name of HEADERS) if (given.has(name)) headers.set(name, given.get(name) ?? '');
    const response = await (fetch ?? globalThis.fetch)(input, { ...init, headers, redirect: 'manual' });
    if (response.ok) return response;
    throw await refusalOf(response, endpoint, now());
  };
}

/** What to throw for something that a client threw: words for what happened outside, the thing itself for a bug. */
export function failureOf(error: unknown, endpoint: Endpoint, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason;
  const chain = chainOf(error);
  const known = chain.find((link) => link instanceof HotseatError);
  if (known) return known;
  if (chain.some(isTimeout)) return new ModelFailure('model-timeout', endpoint);
  if (chain.some(isNetworkTrouble)) return new ModelFailure('model-unreachable', endpoint, { detail: troubleOf(chain) });
  if (chain.some((link) => link instanceof SyntaxError)) return new ModelFailure('model-unreadable', endpoint, { detail: 'it is no JSON' });
  return error;
}

/** Host and port of a base URL. Rejects what is no web address, or holds a password, with an `InputError` that does not repeat it. */
export function hostOf(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.username + url.password === '') return url.host;
  throw new InputError('bad-base-url', 'The base URL of the model server is no web address, or it holds a password.', 'Give it as https://host/v1, or http://127.0.0.1:11434/v1 for a server on this machine.');
}

async function refusalOf(response: Response, endpoint: Endpoint, now: number): Promise<ModelFailure> {
  const body = await response.text().catch(() => '');
  const detail = response.type === 'opaqueredirect' || isRedirect(response.status) ? 'it redirects elsewhere' : `HTTP ${response.status}`;
  return new ModelFailure(codeOf(response.status, body), endpoint, { detail, retryAfterMs: retryAfterOf(response.headers, now) });
}

function codeOf(status: number, body: string): ModelFailureCode {
  if (status === 401 || status === 403) return 'model-key-rejected';
  if (status === 402 || /insufficient_quota|credit_balance_exhausted|billing_hard_limit/.test(body)) return 'model-quota';
  if (status === 404 || status === 410) return 'model-not-found';
  if (/content_filter|content_policy_violation|responsible_ai_policy/i.test(body)) return 'model-refused';
  // Some servers answer 500 to a format that they do not know.
  if (/response_format|json_schema|grammar/i.test(body) && status !== 429) return 'model-request-rejected';
  if (status === 408) return 'model-timeout';
  if (status === 429) return 'model-rate-limited';
  if (status >= 500) return 'model-overloaded';
  return isRedirect(status) ? 'model-unreachable' : 'model-request-rejected';
}

const isRedirect = (status: number): boolean => status === 0 || (status >= 300 && status < 400);

/** `Retry-After` in milliseconds: seconds, or a date; OpenAI has one in milliseconds too. */
function retryAfterOf(headers: Headers, now: number): number | undefined {
  const exact = Number(headers.get('retry-after-ms') ?? NaN);
  if (exact >= 0) return exact;
  const words = headers.get('retry-after');
  if (words === null) return undefined;
  const seconds = Number(words);
  const wait = Number.isNaN(seconds) ? Date.parse(words) - now : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let link = error; link instanceof Error && chain.length < 8; link = link.cause) chain.push(link);
  return chain;
}

const codeIn = (link: unknown): string => (link instanceof Error && 'code' in link && typeof link.code === 'string' ? link.code : '');

function isTimeout(link: unknown): boolean {
  return /^(?:UND_ERR_\w*TIMEOUT|ETIMEDOUT)$/.test(codeIn(link)) || (link instanceof Error && link.message === 'Request timed out.');
}

function isNetworkTrouble(link: unknown): boolean {
  if (/^(?:E[A-Z]{4,}|UND_ERR_\w+|CERT_\w+|[A-Z_]*CERT[A-Z_]*|ERR_TLS_\w+|ERR_SSL_\w+|HPE_\w+)$/.test(codeIn(link))) return true;
  return link instanceof Error && /^(?:fetch failed|terminated)$/.test(link.message);
}

function troubleOf(chain: unknown[]): string {
  const code = chain.map(codeIn).find((one) => one !== '');
  if (chain.some((link) => link instanceof Error && link.message === 'terminated') || code === 'UND_ERR_SOCKET' || code === 'ECONNRESET') return 'the connection broke off';
  return code ?? 'no connection';
}
