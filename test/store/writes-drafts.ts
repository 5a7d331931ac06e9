/** Run by a test: reads and writes the draft of an interview many times, and prints `written` or the code of the error. */
import { HotseatError } from '../../src/errors.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';

const [folder = '', sessionId = ''] = process.argv.slice(2);
const store = openSqliteStore(folder);

async function writeDrafts(): Promise<string> {
  for (let i = 0; i < 300; i += 1) await store.saveDraft(sessionId, `draft ${i}`);
  return 'written';
}

console.log(await writeDrafts().catch((error: unknown) => (error instanceof HotseatError ? error.code : String(error))));
await store.close();
