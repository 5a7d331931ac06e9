/** Where progress is written, and whether somebody watches there. */
export interface ProgressStream {
  isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  step(cases: number): void;
  /** Takes the line away again. */
  stop(): void;
}

const EVERY_MS = 200;

/** In the log of a CI a line now and then shows that the run is alive. */
const LOG_EVERY_MS = 30_000;

/** One line on a terminal with the rate, the time that is left and a note; where nobody watches, a line every half minute. */
export function createProgress(total: number, stream: ProgressStream, now: () => number = () => performance.now(), note: () => string = () => ''): Progress {
  const start = now();
  const [before, after, every] = stream.isTTY ? ['\r\u001B[K', '', EVERY_MS] : ['', '\n', LOG_EVERY_MS];
  let done = 0;
  let shown = start;
  return {
    step(cases) {
      done += cases;
      const time = now();
      if (time - shown < every) return;
      shown = time;
      stream.write(`${before}${progressWords(done, total, time - start)}${note()}${after}`);
    },
    stop: () => {
      if (stream.isTTY && shown > start) stream.write(before);
    },
  };
}

/** "1200 of 10000 graded, 1900 a second, 5 s left". */
export function progressWords(done: number, total: number, elapsedMs: number): string {
  const rate = done / Math.max(0.001, elapsedMs / 1000);
  const left = rate === 0 ? '' : `, ${durationWords((total - done) / rate)} left`;
  return `${done} of ${total} graded, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second${left}`;
}

function durationWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
