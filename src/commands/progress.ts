import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** One more file is done. */
  step(words: string): void;
  stop(): void;
}

/** A bar on stderr where somebody watches, and nothing elsewhere. */
export function createProgress(total: number, { quiet }: { quiet: boolean }): Progress {
  if (quiet || total < 2 || !process.stderr.isTTY) return { step: () => undefined, stop: () => undefined };

  const bar = new SingleBar({ format: '{bar} {value}/{total} {words}', clearOnComplete: true, stream: process.stderr }, Presets.legacy);
  bar.start(total, 0, { words: '' });
  return {
    step: (words) => bar.increment(1, { words }),
    stop: () => bar.stop(),
  };
}
