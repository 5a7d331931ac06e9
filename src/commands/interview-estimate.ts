import type { Config } from '../config.ts';
import { estimateInterview } from '../interview/estimate.ts';
import { pricedEndpoints } from '../open-models.ts';
import { printableLine } from '../printable.ts';
import type { Estimate, ModelRole } from '../schemas/network.ts';
import { dollars, grouped } from '../ui/use-words.ts';
import type { InterviewFlags } from './interview.ts';
import { print, printJson, table } from './print.ts';

/** What the limit of the cost would do to an interview of that estimate. */
type Limit = 'none' | 'enough' | 'too-low' | 'price-unknown';

/** Says what an interview with these flags would send where, and about what it would cost. Opens and stores nothing. */
export async function printEstimate(flags: InterviewFlags, { models, defaults }: Config): Promise<void> {
  const questions = flags.questions ?? defaults.questions;
  const mode = flags.mode ?? defaults.mode;
  const { endpoints, pricesAsOf } = pricedEndpoints(models);
  const estimate = estimateInterview({ questions, mode, resume: flags.resume !== undefined, samples: models.samples }, endpoints, pricesAsOf);
  const { maxCostUsd, mask: masked, replay } = models;
  const limit = limitFor(estimate, maxCostUsd);

  if (flags.json) return printJson({ sends: estimate.agents.length > 0, masked, replay, maxCostUsd, limit, ...estimate });
  if (estimate.agents.length === 0) return print(replay ? `The model turns come from ${replay}: nothing is sent.` : NOTHING);
  await print(`An interview of ${questions} questions would send, about:\n`);
  await print(agentTable(estimate));
  await print(`\nTogether ${totalWords(estimate)}.`);
  await print(masked ? MASKED : NOT_MASKED);
  if (limit !== 'none') await print(limitWords(limit, maxCostUsd ?? 0));
  await print(`\nTaken for granted:\n${estimate.assumptions.map((sentence) => `- ${sentence}`).join('\n')}`);
  await print('\nNothing was sent now, and nothing was stored.');
}

const NOTHING = 'No model is chosen: everything is done on this machine, and nothing is sent.\nSee what a provider would get with: hotseat interview --provider openai --dry-run';
const MASKED = 'Names, e-mails, phone numbers, links and addresses are masked before anything is sent.';
const NOT_MASKED = 'Names, e-mails, phone numbers, links and addresses are sent as they are (--no-mask).';

const WORK: Record<ModelRole, string> = {
  question: 'words questions',
  cleaning: 'tidies questions',
  grader: 'grades answers',
  secondGrader: 'grades again',
  summary: 'sums up the resume',
  report: 'advises at the end',
};

function agentTable({ agents }: Estimate): string {
  const rows = agents.map(({ agent, model, host, calls, inputTokens, outputTokens, costUsd }) => [
    WORK[agent],
    printableLine(model),
    printableLine(host),
    String(calls),
    `${grouped(inputTokens)}/${grouped(outputTokens)}`,
    costUsd === null ? 'unknown' : dollars(costUsd),
  ]);
  return table([['WHAT', 'MODEL', 'AT', 'CALLS', 'TOKENS', 'COST'], ...rows]);
}

function totalWords({ calls, inputTokens, outputTokens, costUsd, pricesAsOf }: Estimate): string {
  const cost = costUsd === null ? 'a cost that is not known: a price is missing (prices: in config.yaml)' : `${dollars(costUsd)} by the prices of ${pricesAsOf}`;
  return `${calls} calls, ${grouped(inputTokens)} tokens sent and ${grouped(outputTokens)} received, ${cost}`;
}

function limitFor({ agents, costUsd }: Estimate, maxCostUsd: number | null): Limit {
  if (maxCostUsd === null || agents.length === 0) return 'none';
  if (costUsd === null) return 'price-unknown';
  return costUsd > maxCostUsd ? 'too-low' : 'enough';
}

function limitWords(limit: Exclude<Limit, 'none'>, maxCostUsd: number): string {
  switch (limit) {
    case 'enough':
      return `--max-cost ${maxCostUsd} is enough for that.`;
    case 'too-low':
      return `--max-cost ${maxCostUsd} is less than that: models would stop before the end, and what is left would stay ungraded.`;
    case 'price-unknown':
      return `With --max-cost ${maxCostUsd} a model without a known price is not asked at all. Give its price in config.yaml, or leave --max-cost away.`;
  }
}
