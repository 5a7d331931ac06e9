import { describeError, HotseatError } from '../../errors.ts';
import type { Llm } from '../../llm/llm.ts';
import { fillPrompt, type Prompt } from '../../llm/prompt-page.ts';
import type { AskedQuestion, Intent, InterviewState } from '../../schemas/interview.ts';
import type { Agent } from './agent.ts';

/** What a model may word. Greeting, probes and closing are ours: they decide where the interview goes. */
const WORDED: ReadonlySet<Intent> = new Set(['resume', 'technical', 'behavioral', 'situational']);
const REMEMBERED = 12;

/**
 * The question agent with a model. The question itself is chosen as it is
 * offline, so that it keeps its rubric; the model words it for this candidate.
 * When the model fails, the question is asked as it stands, and the state says
 * so.
 */
export function createModelQuestionAgent({ llm, offline }: { llm: Llm; offline: Agent }): Agent {
  return async (state, options) => {
    const chosen = await offline(state, options);
    const response = chosen.questionAgentResponse;
    if (!response?.question || !WORDED.has(response.question.intent)) return chosen;
    try {
      const text = await word(llm, promptFor(state, response.question), options?.signal);
      return { ...chosen, questionAgentResponse: { ...response, question: { ...response.question, text } } };
    } catch (error) {
      options?.signal?.throwIfAborted();
      if (!(error instanceof HotseatError)) throw error;
      return { ...chosen, questionAgentResponse: { ...response, error: describeError(error).message } };
    }
  };
}

async function word(llm: Llm, { messages }: Prompt, signal?: AbortSignal): Promise<string> {
  const { text } = await llm.complete(messages, { temperature: 0.7, maxTokens: 300, signal });
  return text.trim();
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
    Object.fromEntries(entries.filter(([, text]) => text === '').map(([hole]) => [hole, 'There is none.'])),
    Object.fromEntries(entries.filter(([, text]) => text !== '')),
  ];
}
