import type { SentCall } from '../schemas/network.ts';

/** What went to one model at one host. */
export interface HostTotal {
  host: string;
  provider: string;
  model: string;
  calls: number;
  failed: number;
  inputTokens: number;
  outputTokens: number;
  /** US dollars; null when the price of a call is not known. */
  costUsd: number | null;
}

/** The ledger added up by host and model, in the order in which they were first asked. */
export function totalsOf(calls: SentCall[]): HostTotal[] {
  const totals = new Map<string, HostTotal>();
  for (const call of calls) {
    const key = `${call.host} ${call.model}`;
    totals.set(key, added(totals.get(key) ?? emptyTotal(call), call));
  }
  return [...totals.values()];
}

function emptyTotal({ host, provider, model }: SentCall): HostTotal {
  return { host, provider, model, calls: 0, failed: 0, inputTokens: 0, outputTokens: 0, costUsd: 0 };
}

function added(total: HostTotal, { ok, inputTokens, outputTokens, costUsd }: SentCall): HostTotal {
  return {
    ...total,
    calls: total.calls + 1,
    failed: total.failed + (ok ? 0 : 1),
    inputTokens: total.inputTokens + (inputTokens ?? 0),
    outputTokens: total.outputTokens + (outputTokens ?? 0),
    costUsd: total.costUsd === null || costUsd === null ? null : total.costUsd + costUsd,
  };
}
