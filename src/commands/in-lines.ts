import type { Config } from '../config.ts';
import { openServices } from '../services.ts';
import { runPlain } from '../ui/plain.ts';
import type { InterviewFlags } from './interview.ts';
import { openInterview } from './open-interview.ts';

/** Holds an interview in lines, on stdin and stdout. Gives the exit code. */
export async function holdPlainInterview(flags: InterviewFlags, config: Config): Promise<number> {
  const services = openServices(config);
  try {
    const session = await openInterview(flags, services);
    return await runPlain(session, {
      input: process.stdin,
      output: process.stdout,
      json: flags.json ?? false,
      width: process.stdout.isTTY ? process.stdout.columns : 0,
    });
  } finally {
    // A script may keep its end of the pipe open: that must not keep the process.
    process.stdin.destroy();
    await services.close();
  }
}
