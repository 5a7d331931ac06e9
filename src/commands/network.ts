import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { unknownInterview } from '../interview/start.ts';
import { printableLine } from '../printable.ts';
import type { ModelChoice } from '../schemas/model-choice.ts';
import type { Services } from '../services.ts';
import type { CommandContext } from './context.ts';
import { print, printJson, table } from './print.ts';
import { withModelOptions } from './model-options.ts';
import { withServices } from './with-services.ts';

const EXAMPLES = `
Examples:
  $ hotseat network                      what was sent where, and what would be
  $ hotseat network --session last --payloads
  $ hotseat network --provider openai    what would be sent with this provider`;

interface NetworkFlags extends Flags {
  session?: string;
  payloads?: boolean;
  json?: boolean;
}

export function command(context: CommandContext): Command {
  const network = new Command('network')
    .option('--session <id>', 'only the requests of one interview')
    .option('--payloads', 'print what was sent, contact data masked')
    .option('--json', 'print as JSON')
    .addHelpText('after', EXAMPLES);
  return withModelOptions(network).action(withServices(context, show));
}

async function show(services: Services, { session, payloads, json }: NetworkFlags): Promise<void> {
  const calls = await services.store.listCalls(session === undefined ? {} : { sessionId: await sessionIdOf(session, services) });
  const { models } = services.config;
  const would = { question: destinationOf(models.agents.question), grader: destinationOf(models.agents.grader), masked: models.mask };
  if (json) return printJson({ would, calls });

  await print(`Questions: ${would.question}\nGrades: ${would.grader}${would.question === STAYS && would.grader === STAYS ? '' : `\nContact data is ${models.mask ? 'masked' : 'sent as it is'}.`}\n`);
  if (calls.length === 0) return print('Nothing was sent anywhere so far.');
  const rows = calls.map(({ sentAt, host, model, purpose, inputTokens, outputTokens, costUsd, ok, failure }) => [
    sentAt.slice(0, 19).replace('T', ' '),
    host,
    model,
    purpose,
    `${inputTokens ?? '?'}/${outputTokens ?? '?'}`,
    costUsd === null ? 'unknown' : `$${costUsd.toFixed(4)}`,
    ok ? 'ok' : (failure ?? 'failed'),
  ]);
  await print(table([['SENT', 'TO', 'MODEL', 'FOR', 'TOKENS', 'COST', ''], ...rows]));
  if (payloads) for (const { maskedPayload, sentAt } of calls) await print(`\n${sentAt}\n${printableLine(maskedPayload)}`);
}

const STAYS = 'made on this machine, nothing is sent';

function destinationOf(choice: ModelChoice): string {
  switch (choice.kind) {
    case 'offline':
      return STAYS;
    case 'openai':
      return `${choice.model} at ${choice.baseUrl ?? 'api.openai.com'}`;
    case 'huggingface':
      return `${choice.model} at ${choice.endpointUrl ?? 'router.huggingface.co'}`;
  }
}

async function sessionIdOf(id: string, { store }: Services): Promise<string> {
  const found = await store.findInterview(id);
  if (!found) throw unknownInterview(id);
  return found.state.sessionId;
}
