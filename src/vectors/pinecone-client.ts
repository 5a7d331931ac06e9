import type * as Package from '@pinecone-database/pinecone';
import type { Index, Pinecone } from '@pinecone-database/pinecone';
import { DIMENSIONS } from '../embeddings/embeddings.ts';
import { InputError } from '../errors.ts';
import type { Patience } from '../llm/patience.ts';
import { failureOf, PineconeFailure, refusalOf, tooSlow } from './pinecone-failure.ts';
import { toldFetch, type RequestContext, type VectorRequest } from './pinecone-requests.ts';

export interface PineconeClientOptions {
  apiKey: string;
  /** Of the index; made if it is not there. */
  indexName?: string;
  cloud?: 'aws' | 'gcp' | 'azure';
  region?: string;
  /** Time limits and repeated tries; without it each request is made once. */
  patience?: Patience;
  /** For Pinecone's emulator on this machine; Pinecone itself otherwise. */
  controllerUrl?: string;
  /** Told of each try of each request. */
  onRequest?: (request: VectorRequest) => void;
  fetch?: typeof globalThis.fetch;
  sleep?: (milliseconds: number) => Promise<void>;
}

const CONTROLLER = 'https://api.pinecone.io';

/** How often a new index is asked whether it is ready, and how long to wait in between. */
const READY_QUESTIONS = 90;
const READY_PAUSE_MS = 2_000;

/** One index of Pinecone's, made when it is first needed. Every call rejects with a `PineconeFailure` in words. */
export interface PineconeClient {
  /** Runs a request against one namespace. */
  withNamespace<T>(namespace: string, request: (index: Index) => Promise<T>, context?: RequestContext): Promise<T>;
  /** False when there is no such index, and none is to be made. */
  exists(): Promise<boolean>;
}

export function openPineconeClient(options: PineconeClientOptions): PineconeClient {
  const { indexName = 'hotseat', sleep = pause } = options;
  let finding: Promise<string> | undefined;

  const call = <T>(request: (client: Pinecone) => Promise<T>, context: RequestContext = {}): Promise<T> => {
    const once = async (signal?: AbortSignal): Promise<T> => {
      const { Pinecone } = await loadPackage();
      const fetchApi = toldFetch(keyedFetch(options, signal), { indexName, context, onRequest: options.onRequest });
      // The client gets a stand-in for the key: some settings of the environment make it print all that it sends.
      const client = new Pinecone({ apiKey: 'held-elsewhere', controllerHostUrl: options.controllerUrl ?? CONTROLLER, maxRetries: 0, fetchApi });
      return request(client).catch((error: unknown) => {
        throw failureOf(error);
      });
    };
    return options.patience ? options.patience(({ signal }) => once(signal), { tooSlow }) : once();
  };

  const describe = (): Promise<Description | undefined> => call((client) => client.describeIndex(indexName).catch(unless('vectors-not-found')));

  const make = async (): Promise<void> => {
    const spec = { serverless: { cloud: options.cloud ?? 'aws', region: options.region ?? 'us-east-1' } } as const;
    // Another process may be making it at this moment.
    await call((client) => client.createIndex({ name: indexName, dimension: DIMENSIONS, metric: 'cosine', spec }).catch(unless('vectors-conflict')));
  };

  const findHost = async (): Promise<string> => {
    let found = await describe();
    if (!found) {
      await make();
      found = await describe();
    }
    for (let question = 0; question < READY_QUESTIONS; question += 1) {
      if (found) requireFitting(found, indexName);
      if (found?.status.ready) return hostOf(found, options);
      await sleep(READY_PAUSE_MS);
      found = await describe();
    }
    throw new PineconeFailure('vectors-not-ready', `The index ${indexName} at Pinecone does not get ready.`, 'Look at it in the console of Pinecone, and try again later.');
  };

  return {
    async withNamespace(namespace, request, context) {
      const host = await (finding ??= findHost().catch((failure: unknown) => {
        finding = undefined;
        throw failure;
      }));
      return call((client) => request(client.index({ host, namespace })), context);
    },
    exists: async () => finding !== undefined || (await describe()) !== undefined,
  };
}

/** The package is CommonJS: bundled, all of it stands under its default. */
async function loadPackage(): Promise<typeof Package> {
  const loaded: typeof Package & { default?: typeof Package } = await import('@pinecone-database/pinecone');
  return loaded.default ?? loaded;
}

type Description = Awaited<ReturnType<Pinecone['describeIndex']>>;

/** Undefined in place of one kind of failure. */
export function unless(code: string): (error: unknown) => undefined {
  return (error) => {
    const failure = failureOf(error);
    if (failure instanceof PineconeFailure && failure.code === code) return undefined;
    throw failure;
  };
}

function requireFitting({ dimension, metric }: Description, indexName: string): void {
  if (dimension === DIMENSIONS && metric === 'cosine') return;
  throw new InputError(
    'vectors-wrong-index',
    `The index ${indexName} at Pinecone is no index for ${DIMENSIONS} numbers and cosines.`,
    'Give the name of another index in the settings; one that is not there is made.',
  );
}

/**
 * Where the index is. Pinecone names hosts without `https://`; its emulator on
 * this machine is spoken to as it was given, and may not send the key elsewhere.
 */
function hostOf({ host }: Description, { controllerUrl }: PineconeClientOptions): string {
  if (controllerUrl === undefined) return host;
  const address = /^https?:\/\//.test(host) ? host : `http://${host}`;
  if (URL.canParse(address) && ON_THIS_MACHINE.has(new URL(address).hostname)) return address;
  throw new PineconeFailure('vectors-wrong-host', 'The server at the url in the settings names an index on another machine.', 'Remove pinecone.url from config.yaml to use Pinecone itself.');
}

const ON_THIS_MACHINE: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** What the client may send along; everything else, such as what it says about this machine, stays here. */
const HEADERS = ['accept', 'content-type', 'x-pinecone-api-version'];

function keyedFetch({ apiKey, fetch }: PineconeClientOptions, signal?: AbortSignal): typeof globalThis.fetch {
  return async (input, init) => {
    const given = new Headers(init?.headers);
    const headers = new Headers({ 'api-key': apiKey });
    for (const name of HEADERS) if (given.has(name)) headers.set(name, given.get(name) ?? '');
    const response = await (fetch ?? globalThis.fetch)(input, { ...init, headers, redirect: 'manual', signal });
    if (response.ok) return response;
    await response.body?.cancel();
    throw refusalOf(response.status, response.headers);
  };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
