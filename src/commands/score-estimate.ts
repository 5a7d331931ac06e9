import { counted, dollars } from '../scoring/formats/numbers.ts';
import type { RunUse } from '../scoring/result.ts';
import { print, printJson } from './print.ts';
import type { RunEstimate } from './score-grader.ts';
import type { ScoreFlags } from './score-flags.ts';

/** A run that is only described. */
export interface PlannedRun {
  files: string[];
  cases: number;
  grading: { name: string; second?: string };
  /** Null where no model is asked. */
  estimate: RunEstimate | null;
}

/** What a run would do and cost. The offline grader calls no model. */
export async function describeRun({ files, cases, grading: { name, second }, estimate }: PlannedRun, { json, maxCost }: ScoreFlags): Promise<void> {
  // What grades with a model is loaded only where one is asked.
  const assumed = estimate ? (await import('../scoring/estimate.ts')).ASSUMED : [];
  if (json) {
    const { calls = 0, costUsd = 0, inputTokens, outputTokens } = estimate ?? {};
    const more = estimate ? { ...(second ? { secondGrader: second } : {}), inputTokens, outputTokens, assumed } : {};
    return printJson({ dryRun: true, files, cases, grader: name, modelCalls: calls, cost: costUsd, ...more });
  }
  const would = `Would grade ${counted(cases, 'case')} from ${counted(files.length, 'file')} with ${name}${second ? ` and ${second}` : ''}`;
  if (!estimate) return print(`${would}: no model call, no cost.`);
  await print(`${would}.\n${estimateWords(estimate)}\nAssumed: ${assumed.join('; ')}.`);
  if (estimate.settled > 0) await print(`${counted(estimate.settled, 'case')} ${estimate.settled === 1 ? 'needs' : 'need'} no model: code knows such answers.`);
  if (maxCost !== undefined && (estimate.costUsd ?? 0) > maxCost) await print(`That is more than --max-cost ${maxCost}: the run would stop before its end.`);
}

/** "Estimated: 40 calls, 52000 tokens in and 16000 out, $0.29." */
export function estimateWords({ calls, inputTokens, outputTokens, costUsd }: RunEstimate): string {
  const cost = costUsd === null ? 'at a price that is not known (config.yaml takes it under prices)' : dollars(costUsd);
  return `Estimated: ${counted(calls, 'call')}, ${inputTokens} tokens in and ${outputTokens} out, ${cost}.`;
}

/** ", $0.0123 so far"; nothing where no model is used. */
export function spentWords(use: RunUse | undefined): string {
  if (!use) return '';
  return use.costUsd === null ? `, ${counted(use.calls, 'call')} so far` : `, ${dollars(use.costUsd)} so far`;
}
