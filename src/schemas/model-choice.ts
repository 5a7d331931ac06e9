/** Which model an agent speaks to, with everything that is needed to reach it. */
export type ModelChoice =
  | { kind: 'offline' }
  | { kind: 'openai'; model: string; apiKey: string | null; baseUrl: string | null }
  | { kind: 'huggingface'; model: string; token: string | null; endpointUrl: string | null; alpaca: boolean };
