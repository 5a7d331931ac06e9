import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { packagePath } from '../../src/package-root.ts';

it('refuses every way out of the process, in words, and nothing arrives', async () => {
  let arrived = 0;
  const server = createServer((socket) => {
    arrived += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const script = packagePath('test/llm/tries-the-network.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, String(port)], { cwd: packagePath() });
  await new Promise((resolve) => server.close(resolve));

  const ways = stdout.trim().split('\n');
  expect(ways).toHaveLength(29);
  for (const way of ways) expect(way).toMatch(/: refused \(offline\) Something wanted to use the network, and hotseat runs with --offline\. Leave --offline away/);
  expect(arrived).toBe(0);
});
