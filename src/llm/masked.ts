import type { CompleteOptions, Llm } from './llm.ts';
import type { Mask } from './masking.ts';

/** A model that never sees contact data: what is sent is masked, what comes back is restored, streams included. */
export function createMaskedLlm(llm: Llm, mask: Mask): Llm {
  return {
    name: llm.name,
    endpoint: llm.endpoint,

    async complete(messages, options = {}) {
      const masked = messages.map(({ role, content }) => ({ role, content: mask.mask(content) }));
      const stream = restoring(options, mask);
      const completion = await llm.complete(masked, { ...options, ...stream.options });
      stream.end();
      return { ...completion, text: unmaskReply(completion.text, options, mask) };
    },
  };
}

function unmaskReply(text: string, { format }: CompleteOptions, mask: Mask): string {
  return format ? mask.unmaskJson(text) : mask.unmask(text);
}

function restoring({ onText, onRestart, ...rest }: CompleteOptions, mask: Mask): { options: CompleteOptions; end: () => void } {
  if (!onText) return { options: {}, end: () => undefined };
  let stream = unmaskStream((text) => unmaskReply(text, rest, mask));
  const pass = (piece: string): void => {
    if (piece !== '') onText(piece);
  };
  const restart = () => {
    stream = unmaskStream((text) => unmaskReply(text, rest, mask));
    onRestart?.();
  };
  return {
    options: { onText: (piece) => pass(stream.push(piece)), ...(onRestart ? { onRestart: restart } : {}) },
    end: () => pass(stream.end()),
  };
}

/** Restores a text that comes in pieces: what may be the beginning of a stand-in is held back until its end is there. */
export function unmaskStream(unmask: (text: string) => string): { push(piece: string): string; end(): string } {
  let held = '';
  return {
    push(piece) {
      const text = held + piece;
      const beginning = /\[(?:[A-Z]{0,7}|[A-Z]{4,7}_\d{0,6})$/iu.exec(text);
      const cut = beginning ? beginning.index : text.length;
      held = text.slice(cut);
      return unmask(text.slice(0, cut));
    },
    end() {
      const rest = held;
      held = '';
      return unmask(rest);
    },
  };
}
