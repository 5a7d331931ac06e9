import { ModelFailure, type CompleteOptions, type Llm, type Message } from './llm.ts';
import { skipThinking, withoutThinking } from './thinking.ts';

export interface SpokenOptions extends Omit<CompleteOptions, 'format' | 'onText' | 'onRestart'> {
  /** Called with all of the text so far while it is coming; with none when it begins again. */
  onSpoken?: (text: string) => void;
}

/**
 * Asks for words, and gives them without what the model thought aloud before
 * and without white space around. Rejects with what the model rejects with, and
 * for thoughts alone; then nothing is left of what `onSpoken` was given.
 */
export async function completeText(llm: Llm, messages: Message[], { onSpoken, ...options }: SpokenOptions): Promise<string> {
  const stream = onSpoken ? streamTo(onSpoken) : {};
  try {
    const { text } = await llm.complete(messages, { ...options, ...stream });
    const words = withoutThinking(text).trim();
    if (words === '') throw new ModelFailure('model-unreadable', llm.endpoint, { detail: 'it is empty' });
    return words;
  } catch (failure) {
    stream.onRestart?.();
    throw failure;
  }
}

function streamTo(onSpoken: (text: string) => void): Pick<CompleteOptions, 'onText' | 'onRestart'> {
  let [hear, spoken] = [skipThinking(), ''];
  return {
    onText: (piece) => {
      const heard = hear(piece);
      if (heard === '') return;
      spoken += heard;
      onSpoken(spoken.trimStart());
    },
    onRestart: () => {
      if (spoken !== '') onSpoken('');
      [hear, spoken] = [skipThinking(), ''];
    },
  };
}
