import { sendJson, startLoopback, type LoopbackServer, type ReceivedRequest } from '../helpers/servers/loopback.ts';
import type { ChatTurn } from '../helpers/servers/chat-server.ts';

export interface EmbeddingServer extends LoopbackServer {
  plays(turn: ChatTurn): void;
}

/** A server that speaks embeddings, in OpenAI's way or as feature extraction, well or badly, as a test wants it. */
export async function startEmbeddingServer(good: ChatTurn): Promise<EmbeddingServer> {
  let turn = good;
  const server = await startLoopback((request, response) => turn(request, response));
  return { ...server, plays: (next) => void (turn = next) };
}

/** A vector that its text decides, not of length 1. */
export function vectorFor(text: string, size = 512): number[] {
  return Array.from({ length: size }, (_, index) => ((text.charCodeAt(index % text.length) * (index + 7)) % 101) - 50 + 0.25);
}

const textsOf = ({ body }: ReceivedRequest): string[] => (body as { input?: string[]; inputs?: string[] }).input ?? (body as { inputs: string[] }).inputs;

/** OpenAI's shape, last text first. */
export function openAiVectors(size = 512): ChatTurn {
  return (request, response) => {
    const data = textsOf(request).map((text, index) => ({ object: 'embedding', index, embedding: vectorFor(text, size) }));
    sendJson(response, 200, { object: 'list', data: data.reverse(), model: 'x', usage: { prompt_tokens: 1, total_tokens: 1 } });
  };
}

export function extractedFeatures(size = 512): ChatTurn {
  return (request, response) => sendJson(response, 200, textsOf(request).map((text) => vectorFor(text, size)));
}

export const answersJson = (body: unknown): ChatTurn => (_, response) => sendJson(response, 200, body);
