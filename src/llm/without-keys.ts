/** Shapes of keys: OpenAI, Hugging Face, Pinecone, GitHub, Google, Amazon, tokens in headers and in addresses. */
const KEYS = [
  /\b(?:sk|rk|pk)-[A-Za-z0-9_-]{12,}/g,
  /\bhf_[A-Za-z0-9_-]{12,}/g,
  /\bpcsk_[A-Za-z0-9_-]{12,}/g,
  /\b(?:gh[pousr]_|github_pat_)[A-Za-z0-9_]{20,}/g,
  /\bAIza[A-Za-z0-9_-]{30,}/g,
  /\bAKIA[A-Z0-9]{16}\b/g,
  /(?<=\bBearer\s)[A-Za-z0-9._~+/-]{12,}=*/gi,
  /(?<=\b(?:api[-_]?key|token|secret|password)["']?\s?[:=]\s?["']?)[A-Za-z0-9._~+/-]{16,}/gi,
];

/** The text with everything that looks like a key taken out. */
export function withoutKeys(text: string): string {
  return KEYS.reduce((rest, pattern) => rest.replace(pattern, '[KEY]'), text);
}
