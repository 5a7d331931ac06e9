import { createRequire, syncBuiltinESMExports } from 'node:module';
import { InputError } from '../errors.ts';

/** Node's own modules as they can be changed: an import gives a view of them. */
const load = createRequire(import.meta.url);

/** What reaches the network, or lets the network reach in, by module. */
const DOORS: Record<string, string[]> = {
  'node:net': ['connect', 'createConnection', 'Socket.prototype.connect', 'Server.prototype.listen'],
  'node:tls': ['connect'],
  'node:http': ['request', 'get'],
  'node:https': ['request', 'get'],
  'node:http2': ['connect'],
  'node:dgram': ['Socket.prototype.bind', 'Socket.prototype.connect', 'Socket.prototype.send'],
  'node:dns': [
    'lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveCaa', 'resolveCname', 'resolveMx', 'resolveNaptr',
    'resolveNs', 'resolvePtr', 'resolveSoa', 'resolveSrv', 'resolveTxt', 'reverse',
  ],
};
const NAMES = DOORS['node:dns'] ?? [];

/**
 * Shuts the network for the rest of this process: every try to open a socket
 * or to look up a name is refused, in words, whoever tries. For `--offline`.
 *
 * Cannot be taken back. Each worker thread has modules of its own and must
 * call it too.
 */
export function refuseSockets(): void {
  for (const [module, doors] of Object.entries(DOORS)) {
    for (const door of doors) shut(load(module) as object, door.split('.'), throwRefusal);
  }
  const dns = load('node:dns') as { promises: object; Resolver: { prototype: object } };
  const resolvers = load('node:dns/promises') as { Resolver: { prototype: object } };
  for (const name of NAMES) {
    shut(dns.promises, [name], rejectRefusal);
    shut(dns.Resolver.prototype, [name], throwRefusal);
    shut(resolvers.Resolver.prototype, [name], rejectRefusal);
  }
  shut(globalThis, ['fetch'], rejectRefusal);
  shut(globalThis, ['WebSocket'], throwRefusal);
  shut(globalThis, ['EventSource'], throwRefusal);
  syncBuiltinESMExports();
}

function shut(owner: object, [name = '', ...rest]: string[], refuse: () => unknown): void {
  const inner: unknown = Reflect.get(owner, name);
  if (inner === undefined) return;
  if (rest.length > 0) shut(inner as object, rest, refuse);
  // Some of them are getters: defined anew, not assigned.
  else Object.defineProperty(owner, name, { value: refuse, writable: true, configurable: true, enumerable: true });
}

// With `function`, so that `new` gets the refusal too.
function throwRefusal(): never {
  throw refusal();
}

function rejectRefusal(): Promise<never> {
  return Promise.reject(refusal());
}

function refusal(): InputError {
  return new InputError(
    'offline',
    'Something wanted to use the network, and hotseat runs with --offline.',
    'Leave --offline away to let it, or choose the offline provider, the local embedder and local vectors.',
  );
}
