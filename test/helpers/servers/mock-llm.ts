import { createServer as createHttpServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from '@dwmkerr/mock-llm/dist/server.js';

export interface Rule {
  path: string;
  /** JMESPath; the last rule that fits is taken. */
  match?: string;
  sequence?: number;
  response: { status: number; content: string };
}

/** The independent mock server, in this process, without what it prints. `content` of a rule is JSON with its templates. */
export async function startMockLlm(rules: Rule[]): Promise<{ baseUrl: string; close(): Promise<void> }> {
  // Its types ask for a package that is not here.
  const app = createServer({ streaming: { chunkSize: 7, chunkIntervalMs: 1 }, rules }, '127.0.0.1', 0) as RequestListener;
  const server = createHttpServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
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
