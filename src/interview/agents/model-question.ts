import type { Llm } from '../../llm/llm.ts';
import { authorOf, fillPrompt, type Prompt } from '../../llm/prompt-page.ts';
import { completeText } from '../../llm/spoken-text.ts';
import type { AskedQuestion, Intent, InterviewState } from '../../schemas/interview.ts';
import { questionWatcher, reasonToGoOn, type Agent } from './agent.ts';

/** What a model may word. Greeting, probes and closing are ours: they decide where the interview goes. */
const WORDED: ReadonlySet<Intent> = new Set(['resume', 'technical', 'behavioral', 'situational']);
const REMEMBERED = 12;

export interface ModelQuestionOptions {
  llm: Llm;
  offline: Agent;
  /** Another model tidies whatever this one says: so it is not shown while it comes. */
  isCleaned?: boolean;
}

/**
 * The question agent with a model. The question itself is chosen as it is
 * offline, so that it keeps its rubric; the model words it for this candidate,
 * and its words stand beside the question's own until they are cleaned. When
 * the model fails, or nobody waits for it, the response says so.
 */
export function createModelQuestionAgent({ llm, offline, isCleaned = false }: ModelQuestionOptions): Agent {
  return async (state, { signal, onSaying } = {}) => {
    const chosen = await offline(state);
    const response = chosen.questionAgentResponse;
    if (!response?.question || !WORDED.has(response.question.intent)) return chosen;
    const prompt = promptFor(state, response.question);
    const onSpoken = isCleaned ? undefined : questionWatcher(onSaying);
    try {
      const text = await completeText(llm, prompt.messages, { temperature: 0.7, maxTokens: 300, signal, onSpoken });
      return { ...chosen, questionAgentResponse: { ...response, worded: { text, by: authorOf(llm, prompt) } } };
    } catch (error) {
      return { ...chosen, questionAgentResponse: { ...response, error: reasonToGoOn(error, signal, 'Nobody waited for its wording.') } };
    }
  };
}

function promptFor(state: InterviewState, { intent, domain, difficulty, text, claim }: AskedQuestion): Prompt {
  const passages = state.resumeContext.map((passage) => passage.text).join('\n');
  const lastAnswer = state.userAnswers.at(-1)?.text ?? '';
  const asked = state.previousQuestions.slice(-REMEMBERED).map((question) => `- ${question.text}`).join('\n');
  const given = { resumeContext: passages, lastAnswer, previousQuestions: asked, ...(claim ? { point: claim.text } : {}) };
  const [empty, material] = parted(given);
  return fillPrompt('question', {
    words: { role: state.jobRole, intent, domain: domain.replace(/-/gu, ' '), difficulty, ...(claim ? {} : { point: text }), ...empty },
    material,
  });
}

/** What is not there is said in our words; what is there is material. */
function parted(given: Record<string, string>): [empty: Record<string, string>, material: Record<string, string>] {
  const entries = Object.entries(given);
  return [
    Object.fromEntries(entries.filter(([, text]) => text.trim() === '').map(([hole]) => [hole, 'There is none.'])),
    Object.fromEntries(entries.filter(([, text]) => text.trim() !== '')),
  ];
}
