import type { Endpoint, Usage } from '../llm/llm.ts';
import type { Mode } from '../schemas/interview.ts';
import { ModelRole, type AgentEstimate, type Estimate } from '../schemas/network.ts';

/** Where the words of an agent would go, and what they would cost there: US dollars, null where nobody knows. */
export interface PricedEndpoint extends Endpoint {
  cost(usage: Usage): number | null;
}

export type PricedEndpoints = Record<ModelRole, PricedEndpoint | null>;

export interface EstimateWishes {
  questions: number;
  mode: Mode;
  /** Whether there is a resume to talk about. */
  resume: boolean;
  /** Gradings of each answer. */
  samples: number;
}

/** Tokens of one call, for answers of about 200 words: pages of prompts/agents as they are filled in played interviews, at four letters a token. */
const USAGE: Record<ModelRole, Usage> = {
  question: { inputTokens: 1_300, outputTokens: 60 },
  cleaning: { inputTokens: 400, outputTokens: 60 },
  grader: { inputTokens: 1_800, outputTokens: 350 },
  secondGrader: { inputTokens: 1_800, outputTokens: 350 },
  summary: { inputTokens: 2_200, outputTokens: 500 },
  report: { inputTokens: 0, outputTokens: 600 },
};
/** What each graded answer adds to what the report agent reads. */
const REPORTED_ANSWER = 450;
/** Of what the question agent wrote, the part that has to be tidied. */
const CLEANED = 1 / 4;
/** Follow-ups for each question that is graded. */
const FOLLOW_UPS = 1 / 2;

/**
 * About what an interview would send to the models that were chosen, and what
 * that would cost. An agent without an endpoint works on this machine. The
 * assumptions are given with the numbers; tries of failed calls are not in
 * them, and neither is what is saved by replies that are kept.
 */
export function estimateInterview(wishes: EstimateWishes, endpoints: PricedEndpoints, pricesAsOf: string): Estimate {
  const counts = countsFor(wishes, endpoints);
  const agents = ModelRole.options.flatMap((agent) => {
    const endpoint = endpoints[agent];
    return endpoint && counts.calls[agent] > 0 ? [estimateAgent(agent, endpoint, counts)] : [];
  });
  const sum = (of: (agent: AgentEstimate) => number) => agents.reduce((total, agent) => total + of(agent), 0);
  return {
    agents,
    calls: sum(({ calls }) => calls),
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    costUsd: agents.some(({ costUsd }) => costUsd === null) ? null : rounded(sum(({ costUsd }) => costUsd ?? 0)),
    pricesAsOf,
    assumptions: agents.length === 0 ? [] : assumptionsFor(wishes, counts, agents),
  };
}

interface Counts {
  calls: Record<ModelRole, number>;
  /** Answers that get a grade, those to follow-ups among them. */
  answers: number;
  followUps: number;
}

function countsFor({ questions, mode, resume, samples }: EstimateWishes, { question }: PricedEndpoints): Counts {
  const isGraded = mode !== 'practice';
  const followUps = isGraded ? Math.ceil(questions * FOLLOW_UPS) : 0;
  const answers = isGraded ? questions + followUps : 0;
  // The introduction and the follow-ups are worded without a model.
  const worded = Math.max(0, questions - 1);
  return {
    answers,
    followUps,
    calls: {
      question: worded,
      cleaning: question ? Math.ceil(worded * CLEANED) : 0,
      grader: answers * samples,
      secondGrader: answers * samples,
      summary: resume ? 1 : 0,
      report: isGraded ? 1 : 0,
    },
  };
}

function estimateAgent(agent: ModelRole, { provider, model, host, cost }: PricedEndpoint, { calls, answers }: Counts): AgentEstimate {
  const each = USAGE[agent];
  const inputTokens = calls[agent] * each.inputTokens + (agent === 'report' ? answers * REPORTED_ANSWER : 0);
  const outputTokens = calls[agent] * each.outputTokens;
  const costUsd = cost({ inputTokens, outputTokens });
  return { agent, provider, model, host, calls: calls[agent], inputTokens, outputTokens, costUsd: costUsd === null ? null : rounded(costUsd) };
}

/** To a millionth of a dollar. */
function rounded(costUsd: number): number {
  return Math.round(costUsd * 1e6) / 1e6;
}

function assumptionsFor({ questions, mode, samples }: EstimateWishes, { followUps }: Counts, agents: AgentEstimate[]): string[] {
  const has = (agent: ModelRole) => agents.some((one) => one.agent === agent);
  const isGraded = has('grader') || has('secondGrader');
  return [
    mode === 'practice' ? `${count(questions, 'main question')}; nothing is graded in practice mode.` : `${count(questions, 'main question')} and ${count(followUps, 'follow-up')}, one for every second question.`,
    'Answers of about 200 words, and four letters a token.',
    ...(isGraded ? [`Each answer is graded ${samples === 1 ? 'once' : `${samples} times`}${has('grader') && has('secondGrader') ? ' by each of the two graders' : ''}.`] : []),
    ...(has('cleaning') ? ['Every fourth question has to be tidied.'] : []),
    ...(has('summary') ? ['The resume is not yet summed up for this role.'] : []),
    'No call fails and is tried again, and no reply is used a second time.',
  ];
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
