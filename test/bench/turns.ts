import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { startInterview } from '../../src/interview/start.ts';
import { packagePath } from '../../src/package-root.ts';
import { ingestResume } from '../../src/resume/ingest.ts';
import { openServices } from '../../src/services.ts';

const ANSWER =
  'I would look at the query plan first, because that shows whether the index is used at all. Then I would check how many rows match; when it is a large part of the table, the scan is cheaper. I did that last year and the page went from two seconds to eighty milliseconds.';

/** Milliseconds of each offline turn of a whole interview: from the answer to the next question on its way to the screen. */
export async function measureTurns(): Promise<number[]> {
  const home = join(mkdtempSync(join(tmpdir(), 'hotseat-bench-')), 'home');
  const services = openServices(readConfig({}, { HOTSEAT_HOME: home }));
  const role = 'Backend Engineer';
  const { id } = await ingestResume(packagePath('fixtures', 'demo', 'resume.pdf'), { role }, services);
  const resume = (await services.store.findResume(id)) ?? null;
  const session = await startInterview({ resume, role, questions: 12, mode: 'coach', difficulty: 'medium', seed: 7, packs: [] }, services);
  const times: number[] = [];
  for await (const event of session.begin()) void event;
  while (!session.state.report) {
    const start = performance.now();
    for await (const event of session.answer(times.length === 0 ? 'yes' : ANSWER)) void event;
    times.push(performance.now() - start);
  }
  await services.close();
  return times.slice(1);
}
