import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { createReadingPool, type ReadingPool } from '../../../src/resume/reading/reading-pool.ts';
import { fixture } from './fixture.ts';

let pool: ReadingPool | undefined;
afterEach(() => pool?.close());

function job() {
  return { bytes: new Uint8Array(readFileSync(fixture('backend-engineer.pdf'))), format: 'pdf' as const };
}

it('reads more documents than it has workers', async () => {
  const open = (pool = createReadingPool({ size: 2 }));
  const documents = await Promise.all(Array.from({ length: 7 }, () => open.read(job(), { timeoutMs: 20_000 })));
  expect(documents.map((document) => document.pages)).toEqual([2, 2, 2, 2, 2, 2, 2]);
});

it('ends what takes too long and reads on with a new worker', async () => {
  pool = createReadingPool({ size: 1 });
  await expect(pool.read(job(), { timeoutMs: 0 })).rejects.toMatchObject({ code: 'file-timeout' });
  await expect(pool.read(job(), { timeoutMs: 20_000 })).resolves.toMatchObject({ pages: 2 });
});

it('reads on after a document that cannot be read', async () => {
  pool = createReadingPool({ size: 1 });
  const broken = { bytes: new TextEncoder().encode('%PDF-1.7 nothing'), format: 'pdf' as const };
  await expect(pool.read(broken, { timeoutMs: 20_000 })).rejects.toMatchObject({ code: 'file-damaged' });
  await expect(pool.read(job(), { timeoutMs: 20_000 })).resolves.toMatchObject({ pages: 2 });
});

it('ends what is being read and what waits when it is closed', async () => {
  const open = (pool = createReadingPool({ size: 1 }));
  const outcomes = Promise.allSettled([open.read(job(), { timeoutMs: 20_000 }), open.read(job(), { timeoutMs: 20_000 })]);
  await open.close();
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(open.read(job(), { timeoutMs: 20_000 })).rejects.toThrow('closed');
});
