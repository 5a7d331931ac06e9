import type { CompleteOptions, Completion, Llm, Message } from './llm.ts';
import { ModelFailure } from './model-failure.ts';
import type { Attempt, Patience } from './patience.ts';

/**
 * A model that is asked with patience. A stream is given the time limit anew
 * with each piece. One that broke off is begun again only if the caller can
 * take back what it was given (`onRestart`).
 */
export function createPatientLlm(llm: Llm, patience: Patience): Llm & { /** Tries so far, of all calls. */ readonly tries: number } {
  let tries = 0;

  return {
    name: llm.name,
    endpoint: llm.endpoint,
    get tries() {
      return tries;
    },

    async complete(messages, options = {}) {
      const shown = { any: false };
      const call = (attempt: Attempt): Promise<Completion> => {
        tries += 1;
        if (shown.any) options.onRestart?.();
        shown.any = false;
        return ask(llm, messages, options, attempt, shown);
      };
      return patience(call, {
        signal: options.signal,
        tooSlow: () => new ModelFailure('model-timeout', llm.endpoint),
        mayRepeat: () => !shown.any || options.onRestart !== undefined,
      });
    },
  };
}

function ask(llm: Llm, messages: Message[], options: CompleteOptions, { signal, alive }: Attempt, shown: { any: boolean }): Promise<Completion> {
  const { onText } = options;
  if (!onText) return llm.complete(messages, { ...options, signal });
  const pass = (piece: string): void => {
    // A try that was given up may still speak.
    if (signal.aborted) return;
    alive();
    shown.any = true;
    onText(piece);
  };
  return llm.complete(messages, { ...options, signal, onText: pass });
}
