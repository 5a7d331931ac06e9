/** Run by a test: saves the same interview again and again, and prints each revision once it is acknowledged. */
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { gradedState } from '../helpers/states.ts';

const [folder = ''] = process.argv.slice(2);
const store = openSqliteStore(folder);
for (let revision = 0; ; ) {
  const content = `After revision ${revision}. `.repeat(200);
  const message = { role: 'candidate' as const, content, questionId: null, answerId: null };
  revision = await store.saveInterview(gradedState({ questionCount: revision, messages: [message] }), revision);
  writeSync(1, `${revision}\n`);
}
