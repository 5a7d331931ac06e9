import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { unknownInterview } from '../interview/start.ts';
import { printable, printableLine } from '../printable.ts';
import { wrapText } from '../reports/text.ts';
import type { SentCall } from '../schemas/network.ts';
import type { Services } from '../services.ts';
import type { CommandContext } from './context.ts';
import { destinationsOf, type Destination } from './destinations.ts';
import { totalsOf, type HostTotal } from './network-totals.ts';
import { print, printJson, tableWithin } from './print.ts';
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

type LedgerLine = SentCall & { sentAt: string };

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
  const would = destinationsOf(services.config);
  const totals = totalsOf(calls);
  if (json) return printJson({ would, masked: models.mask, totals, calls });

  await print(wouldText(would, models.mask));
  if (calls.length === 0) return print(session === undefined ? '\nNothing was sent anywhere so far.' : '\nNothing was sent anywhere for this interview.');
  await print(`\n${totalsText(totals)}\n\n${callsText(calls)}`);
  if (payloads) for (const call of calls) await print(`\n${payloadText(call)}`);
}

const width = (): number => (process.stdout.isTTY ? Math.max(60, process.stdout.columns) : 80);

/** In blocks and not in columns: what is sent needs a line of its own. */
function wouldText(would: Destination[], isMasked: boolean): string {
  const sent = would.filter(({ sends }) => sends !== null);
  const here = would.filter(({ sends }) => sends === null).map(({ words }) => words);
  if (sent.length === 0) return 'With the settings in force nothing is sent: questions, grades, search and the\nindex are made on this machine.';
  return [
    'With the settings in force this would be sent:',
    ...sent.flatMap(({ words, model, host, sends }) => [wrapped(`${words}: ${model ?? ''} at ${host ?? ''}`, 2), wrapped(sends ?? '', 4)]),
    wrapped(isMasked ? 'Names, addresses and the like are masked before anything is sent.' : 'Names, addresses and the like are sent AS THEY ARE, since the mask is off.'),
    ...(here.length > 0 ? [wrapped(`On this machine, and nothing is sent: ${here.join(', ')}.`)] : []),
  ].join('\n');
}

const wrapped = (text: string, indent = 0): string => wrapText(printable(text), width(), ' '.repeat(indent));

function payloadText(call: LedgerLine): string {
  const words = printable(call.maskedPayload) || '(gone with what was deleted)';
  return wrapped(`${whenOf(call)}  ${call.purpose} to ${printableLine(call.host)}\n${words}`);
}

function totalsText(totals: HostTotal[]): string {
  const rows = totals.map(({ host, model, calls, failed, inputTokens, outputTokens, costUsd }) => [printableLine(host), printableLine(model), String(calls), String(failed), `${inputTokens}/${outputTokens}`, dollars(costUsd)]);
  return tableWithin(width(), [['SENT TO', 'MODEL', 'CALLS', 'FAILED', 'TOKENS', 'COST'], ...rows]);
}

function callsText(calls: LedgerLine[]): string {
  const rows = calls.map((call) => {
    const { host, purpose, inputTokens, outputTokens, costUsd, ok, failure } = call;
    const tokens = inputTokens === null && outputTokens === null ? '-' : `${inputTokens ?? '-'}/${outputTokens ?? '-'}`;
    return [whenOf(call), purpose, printableLine(host), tokens, dollars(costUsd), ok ? 'ok' : (failure ?? 'failed')];
  });
  return tableWithin(width(), [['SENT', 'FOR', 'TO', 'TOKENS', 'COST', ''], ...rows]);
}

const whenOf = ({ sentAt }: LedgerLine): string => sentAt.slice(5, 19).replace('T', ' ');
const dollars = (amount: number | null): string => (amount === null ? 'unknown' : `$${amount.toFixed(4)}`);

async function sessionIdOf(id: string, { store }: Services): Promise<string> {
  const found = await store.findInterview(id);
  if (!found) throw unknownInterview(id);
  return found.state.sessionId;
}
