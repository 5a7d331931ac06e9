import type { ModelUse } from '../schemas/network.ts';

/** What models took, in the words of people: for the status line, and whole for the end. */

/** "3 calls", "4.1k tokens", "$0.012"; nothing before the first call. In few words, the one that matters most. */
export function useInShort(use: ModelUse | null): { parts: string[]; least: string[] } {
  if (!use || use.calls === 0) return { parts: [], least: [] };
  const tokens = `${roundTokens(use.inputTokens + use.outputTokens)} tokens`;
  return { parts: [callsOf(use.calls), tokens, dollars(use.costUsd)], least: [use.costUsd === null ? tokens : dollars(use.costUsd)] };
}

/** One sentence for the end of an interview. */
export function useInWords({ calls, failed, inputTokens, outputTokens, costUsd, latencyMs, hosts }: ModelUse): string {
  if (calls === 0) return 'Models: no call was made.';
  const failures = failed > 0 ? ` (${failed} without a reply)` : '';
  const seconds = (latencyMs / 1_000).toFixed(1);
  return `Models: ${callsOf(calls)}${failures} to ${hosts.join(', ')}; ${grouped(inputTokens)} tokens sent and ${grouped(outputTokens)} received; ${dollars(costUsd)}; ${seconds} s of waiting.`;
}

/** US dollars with as many places as it takes to see something. */
export function dollars(costUsd: number | null): string {
  if (costUsd === null) return 'price unknown';
  if (costUsd > 0 && costUsd < 0.0001) return 'less than $0.0001';
  return `$${costUsd.toFixed(costUsd === 0 || costUsd >= 1 ? 2 : costUsd < 0.01 ? 4 : 3)}`;
}

/** 812, 4.1k, 41k. */
export function roundTokens(tokens: number): string {
  if (tokens < 1_000) return String(tokens);
  return `${(tokens / 1_000).toFixed(tokens < 9_950 ? 1 : 0)}k`;
}

/** With commas, the same on every machine. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

function callsOf(calls: number): string {
  return `${calls} ${calls === 1 ? 'call' : 'calls'}`;
}
