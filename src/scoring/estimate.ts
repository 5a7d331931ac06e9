import { gradingPrompt } from '../grading/model-grader.ts';
import { criteriaFor } from '../grading/rubric.ts';
import type { PreparedCase } from './prepared-case.ts';

/** What one model grader would be asked, and would say. */
export interface CallEstimate {
  calls: number;
  inputTokens: number;
  outputTokens: number;
  /** Cases that code grades by itself: empty answers and the like. */
  settled: number;
}

/** What an estimate takes for granted, for whoever reads it. */
export const ASSUMED = ['four letters are a token', 'a reply of usual length', 'a call for each sample, without repeats', 'nothing from the cache'];

const LETTERS_A_TOKEN = 4;
/** The roles of the messages and the schema of the reply are sent too. */
const TOKENS_AROUND = 350;

/** Reads every case as the model would be shown it. */
export async function estimateCalls(cases: AsyncIterable<PreparedCase>, samples: number): Promise<CallEstimate> {
  const estimate: CallEstimate = { calls: 0, inputTokens: 0, outputTokens: 0, settled: 0 };
  for await (const one of cases) {
    const prompt = gradingPrompt(one.request);
    if (!prompt) {
      estimate.settled += 1;
      continue;
    }
    const letters = prompt.messages.reduce((sum, { content }) => sum + content.length, 0);
    estimate.calls += samples;
    estimate.inputTokens += samples * (Math.ceil(letters / LETTERS_A_TOKEN) + TOKENS_AROUND);
    estimate.outputTokens += samples * typicalReply(one);
  }
  return estimate;
}

/** Tokens of a usual reply: a judgement with a quote for each criterion and key point, two strengths, two improvements, some sentences. */
function typicalReply({ request: { question } }: PreparedCase): number {
  return 230 + 40 * criteriaFor(question.type, question.rubric).length + 35 * question.rubric.keyPoints.length;
}
