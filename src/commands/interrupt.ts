/** The signals that end a run, with the exit code of each. */
const CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** The user or the machine wants the run to stop. */
export class Interrupted extends Error {
  readonly exitCode: number;

  constructor(signal: keyof typeof CODES) {
    super(`Stopped by ${signal}`);
    this.exitCode = CODES[signal];
  }
}

/** Calls `work` with a signal that aborts when the process is asked to end. A second time ends it at once. */
export async function whileInterruptible<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const names = Object.keys(CODES) as (keyof typeof CODES)[];
  const listeners = names.map((name) => ({ name, listen: () => controller.abort(new Interrupted(name)) }));
  for (const { name, listen } of listeners) process.once(name, listen);
  try {
    return await work(controller.signal);
  } finally {
    for (const { name, listen } of listeners) process.off(name, listen);
  }
}
