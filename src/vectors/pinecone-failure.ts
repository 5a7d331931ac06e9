import { HotseatError, StorageError } from '../errors.ts';

interface Details {
  retryAfterMs?: number;
  /** It may be better in a moment: worth another try. */
  passing?: boolean;
}

/** The hosted index refused, or cannot be reached. Holds no key, no text and no message of the provider's. */
export class PineconeFailure extends StorageError {
  readonly passing: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(code: string, message: string, remedy: string, { retryAfterMs, passing = false }: Details = {}) {
    super(code, message, remedy);
    this.passing = passing;
    this.retryAfterMs = retryAfterMs;
  }
}

const LOCAL = 'or set `vectors: vectra` in config.yaml to keep the passages on this machine';

/** What a status of Pinecone's means. 404 is left to the caller, who knows what is missing. */
export function refusalOf(status: number, headers: Headers): PineconeFailure {
  const detail = `(HTTP ${status})`;
  const seconds = Number(headers.get('retry-after') ?? NaN);
  const retryAfterMs = seconds >= 0 ? seconds * 1000 : undefined;
  switch (status) {
    case 401:
      return new PineconeFailure('vectors-key-rejected', 'Pinecone rejected the key.', `Check PINECONE_API_KEY, ${LOCAL}.`);
    case 402:
    case 403:
      return new PineconeFailure('vectors-quota', `Pinecone does not let this account do that ${detail}.`, `Check the plan and its limits at Pinecone, ${LOCAL}.`);
    case 404:
      return new PineconeFailure('vectors-not-found', 'Pinecone does not have what was asked for.', 'Run `hotseat vectors rebuild`.');
    case 409:
      return new PineconeFailure('vectors-conflict', 'Pinecone is about to make this index already, or to delete it.', 'Try again in a minute.', { passing: true });
    case 429:
      return new PineconeFailure('vectors-rate-limited', 'Pinecone has had too many requests from you.', 'Try again in a moment.', { retryAfterMs, passing: true });
    default:
      if (status >= 500) return new PineconeFailure('vectors-overloaded', `Pinecone has trouble of its own ${detail}.`, `Try again later, ${LOCAL}.`, { retryAfterMs, passing: true });
      return new PineconeFailure('vectors-rejected', `Pinecone did not accept the request ${detail}.`, `Check the name, the cloud and the region of the index, ${LOCAL}.`);
  }
}

/** What to throw for something that the client threw: words for what happened outside, the thing itself for a bug. */
export function failureOf(error: unknown): unknown {
  const chain: Error[] = [];
  for (let link = error; link instanceof Error && chain.length < 8; link = link.cause) chain.push(link);
  const known = chain.find((link) => link instanceof HotseatError);
  if (known) return known;
  if (chain.some((link) => link instanceof SyntaxError)) {
    return new PineconeFailure('vectors-unreadable', 'Pinecone sent something that cannot be read.', `Try again later, ${LOCAL}.`, { passing: true });
  }
  const isOutside = chain.some((link) => link.message === 'fetch failed' || link.message === 'terminated' || ('code' in link && /^(?:E[A-Z]{4,}|UND_ERR_\w+)$/.test(String(link.code))));
  return isOutside ? unreachable() : error;
}

export function unreachable(): PineconeFailure {
  return new PineconeFailure('vectors-unreachable', 'Pinecone cannot be reached.', `Check the network, ${LOCAL}.`, { passing: true });
}

export function tooSlow(): PineconeFailure {
  return new PineconeFailure('vectors-timeout', 'Pinecone did not answer in time.', `Try again later, ${LOCAL}.`, { passing: true });
}
