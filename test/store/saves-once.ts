/** Run by a test: saves an interview on top of a revision, and prints `saved` or the code of the error. */
import { HotseatError } from '../../src/errors.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { interviewState } from '../helpers/states.ts';

const [folder = '', sessionId = '', revision = '0'] = process.argv.slice(2);
const store = openSqliteStore(folder);
const outcome = await store.saveInterview(interviewState({ sessionId }), Number(revision)).then(
  () => 'saved',
  (error: unknown) => (error instanceof HotseatError ? error.code : String(error)),
);
await store.close();
console.log(outcome);
