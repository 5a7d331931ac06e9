/** Saves the answer being written, a moment after the last key and before leaving. */
export interface DraftKeeper {
  /** To be saved soon, unless it is what was saved last. */
  note: (text: string) => void;
  /** The session has it now: nothing waits to be saved. */
  sent: () => void;
  /** Saves now. Rejects when it cannot be saved. */
  keep: (text: string) => Promise<void>;
}

const QUIET = 500;

export function createDraftKeeper(save: (text: string) => Promise<void>, onTrouble: (error: unknown) => void): DraftKeeper {
  let timer: NodeJS.Timeout | undefined;
  let known = '';
  // One after the other, so that an older text never overwrites a newer one.
  let last: Promise<void> = Promise.resolve();

  async function keep(text: string): Promise<void> {
    clearTimeout(timer);
    last = last.catch(() => undefined).then(() => save(text));
    await last;
    known = text;
  }

  return {
    keep,
    note: (text) => {
      clearTimeout(timer);
      if (text !== known) timer = setTimeout(() => void keep(text).catch(onTrouble), QUIET);
    },
    sent: () => {
      clearTimeout(timer);
      known = '';
    },
  };
}
