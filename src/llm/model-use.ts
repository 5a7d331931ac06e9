import type { ModelUse } from '../schemas/network.ts';
import type { MeteredCall } from './metering.ts';

/** Adds up what calls took. */
export interface UseCount {
  add(call: MeteredCall): void;
  /** As of now. */
  read(): ModelUse;
}

export function createUseCount(): UseCount {
  const hosts = new Set<string>();
  let use: ModelUse = { calls: 0, failed: 0, inputTokens: 0, outputTokens: 0, costUsd: 0, latencyMs: 0, hosts: [] };

  return {
    add({ host, ok, inputTokens, outputTokens, costUsd, latencyMs }) {
      hosts.add(host);
      use = {
        calls: use.calls + 1,
        failed: use.failed + (ok ? 0 : 1),
        inputTokens: use.inputTokens + (inputTokens ?? 0),
        outputTokens: use.outputTokens + (outputTokens ?? 0),
        costUsd: use.costUsd === null || costUsd === null ? null : use.costUsd + costUsd,
        latencyMs: use.latencyMs + latencyMs,
        hosts: [...hosts],
      };
    },
    read: () => use,
  };
}
