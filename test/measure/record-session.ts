/** Records the session of test/helpers/mock-session.ts anew: after a change of a page, a pack, or what an agent is shown. */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { packagePath } from '../../src/package-root.ts';
import { RECORDED_SESSION, recordSession } from '../helpers/mock-session.ts';

const file = packagePath(RECORDED_SESSION);
rmSync(file, { force: true });
mkdirSync(dirname(file), { recursive: true });
const { code, stdout, stderr } = await recordSession(file);
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code ?? 1;
