import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from '@dwmkerr/mock-llm/dist/server.js';

interface Rule {
  path: string;
  match?: string;
  sequence?: number;
  response: { status: number; content: string };
}

/** The independent mock server, in this process, without what it prints. `content` of a rule is JSON with its templates. */
export async function startMockLlm(rules: Rule[]): Promise<{ baseUrl: string; close(): Promise<void> }> {
  const app = createServer({ streaming: { chunkSize: 7, chunkIntervalMs: 1 }, rules }, '127.0.0.1', 0);
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
