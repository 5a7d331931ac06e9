import { sharedMeaning } from '../../grading/shared-meaning.ts';
import type { Llm } from '../../llm/llm.ts';
import { authorOf, fillPrompt, type Prompt } from '../../llm/prompt-page.ts';
import { completeText } from '../../llm/spoken-text.ts';
import type { AskedQuestion, InterviewState } from '../../schemas/interview.ts';
import { questionWatcher, reasonToGoOn, type Agent } from './agent.ts';
import { askAs, askOffline, responseOf } from './cleaning.ts';
import { flawOf } from './question-flaw.ts';
import { cleanQuestion, isUntidy } from './tidy-question.ts';

/** Of the meaning words of a cleaned text, so many must come from the raw one. */
const KEPT = 0.5;

export interface ModelCleaningOptions {
  llm: Llm;
  /** The questions come from a model that was tuned for them and writes roughly: all of them are cleaned. */
  isRough?: boolean;
}

/**
 * The cleaning agent with a model. It is asked only where another model's words
 * need it; its own words are held to the question, and where they fail that, or
 * the model does, the raw text is tidied by rules as it is offline.
 */
export function createModelCleaningAgent({ llm, isRough = false }: ModelCleaningOptions): Agent {
  return async (state, { signal, onSaying } = {}) => {
    const { question, worded } = responseOf(state);
    if (!worded || !(isRough || needsCleaning(worded.text, question, state))) return askOffline(state);
    const prompt = promptFor(question, worded.text);
    const onSpoken = questionWatcher(onSaying);
    // What was shown of the raw text is void.
    onSpoken?.('');
    try {
      const text = cleanQuestion(await completeText(llm, prompt.messages, { temperature: 0.3, maxTokens: 200, signal, reusable: true, onSpoken }));
      const flaw = flawOf(text, question, state) ?? driftOf(text, worded.text, question);
      if (flaw === null) return askAs(state, { ...question, text, wordedBy: worded.by, cleanedBy: authorOf(llm, prompt) });
      return askOffline(state, `The cleaning model's words cannot be asked: ${flaw}.`);
    } catch (error) {
      return askOffline(state, reasonToGoOn(error, signal, 'Nobody waited for its cleaning.'));
    }
  };
}

/** Rules would change it, or could not save it. */
function needsCleaning(raw: string, question: AskedQuestion, state: InterviewState): boolean {
  return isUntidy(raw) || flawOf(raw, question, state) !== null;
}

function driftOf(text: string, raw: string, { claim }: AskedQuestion): string | null {
  return sharedMeaning(text, `${raw} ${claim?.text ?? ''}`) >= KEPT ? null : 'they are not those of the raw text';
}

function promptFor({ intent, claim }: AskedQuestion, rawQuestion: string): Prompt {
  return fillPrompt('cleaning', {
    words: { intent, ...(claim ? {} : { resumePoint: 'There is none.' }) },
    material: { rawQuestion, ...(claim ? { resumePoint: claim.text } : {}) },
  });
}
