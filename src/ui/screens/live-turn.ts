import { type Saying } from '../../interview/agents/agent.ts';
import { type Turn } from '../../interview/session.ts';

/** One call to the session: what its models say, shown at a pace, and the way to stop waiting for them. */
export interface LiveTurn extends Turn {
  /** Whatever of the call goes on, goes on without its models. What they still say is not shown. */
  stop(): void;
  /** What was said so far is final or void: nothing of it is shown later. */
  settle(): void;
}

/** Faster than anybody reads, and slow enough that a terminal has little to draw. */
export const SAYINGS_PER_SECOND = 15;

/** The first word is shown at once, what follows with a pause in between, the latest always in the end. */
export function createLiveTurn(show: (saying: Saying) => void): LiveTurn {
  const controller = new AbortController();
  let waiting: Saying | undefined;
  let timer: NodeJS.Timeout | undefined;

  function showNext(): void {
    timer = undefined;
    if (!waiting) return;
    show(waiting);
    waiting = undefined;
    timer = setTimeout(showNext, 1_000 / SAYINGS_PER_SECOND);
  }

  function settle(): void {
    waiting = undefined;
  }

  return {
    signal: controller.signal,
    onSaying: (saying) => {
      if (controller.signal.aborted) return;
      waiting = saying;
      if (timer === undefined) showNext();
    },
    settle,
    stop: () => {
      settle();
      controller.abort();
    },
  };
}
