import { Readable } from 'node:stream';
import type { Config } from '../config.ts';
import { openServices } from '../services.ts';
import { runPlain, type PlainOptions } from '../ui/plain.ts';
import { Interrupted, whileInterruptible } from './interrupt.ts';
import type { InterviewFlags } from './interview.ts';
import { openInterview } from './open-interview.ts';
import { showWork } from './show-work.ts';

/** Holds an interview in lines, on stdin and stdout. Gives the exit code; a signal ends it as the end of the input does, with the code of the signal. */
export async function holdPlainInterview(flags: InterviewFlags, config: Config): Promise<number> {
  const services = openServices(config, showWork(config));
  try {
    const session = await openInterview(flags, services);
    return await whileInterruptible(async (signal) => {
      const code = await runPlain(session, { ...streams(flags), signal });
      return signal.reason instanceof Interrupted ? signal.reason.exitCode : code;
    });
  } finally {
    // A script may keep its end of the pipe open: that must not keep the process.
    process.stdin.destroy();
    await services.close();
  }
}

function streams({ json = false }: InterviewFlags): Omit<PlainOptions, 'signal'> {
  return {
    // A job description may have used it up: then nothing is left to answer with, and the interview waits for --continue.
    input: process.stdin.readableEnded ? Readable.from([]) : process.stdin,
    output: process.stdout,
    json,
    width: process.stdout.isTTY ? process.stdout.columns : 0,
  };
}
