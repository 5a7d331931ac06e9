import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { goldOf } from '../interview/gold-export.ts';
import { unknownInterview } from '../interview/start.ts';
import { moveTo } from '../interview/state.ts';
import { printable, printableLine } from '../printable.ts';
import type { InterviewState } from '../schemas/interview.ts';
import { outOfHundred } from '../reports/words.ts';
import type { Services } from '../services.ts';
import type { CommandContext } from './context.ts';
import { print, printJson, table } from './print.ts';
import { withServices } from './with-services.ts';

const EXAMPLES = `
Examples:
  $ hotseat session list
  $ hotseat session show last --json
  $ hotseat session export last > mine.jsonl     then: hotseat calibrate --gold mine.jsonl
  $ hotseat session delete 3f9c

Ids may be given by a unique beginning, or "last".`;

type SessionFlags = Flags & { json?: boolean };

export function command(context: CommandContext): Command {
  const session = new Command('session').addHelpText('after', EXAMPLES);
  const add = (words: string, description: string, work: Work) =>
    session.command(words).description(description).option('--json', 'print as JSON').action(withServices(context, work));

  add('list', 'past and unfinished interviews, newest first', list);
  add('show <id>', 'an interview with its messages and grades', show);
  add('export <id>', 'the grades that you disagreed with, as gold for calibrate, one JSON object a line', exportGold);
  add('cancel <id>', 'give up an unfinished interview; it stays in the list', cancel);
  add('delete <id>', 'delete an interview with its answers, grades and report', remove);
  return session;
}

type Work = (services: Services, flags: SessionFlags, ...words: string[]) => Promise<void>;

async function list({ store }: Services, { json }: SessionFlags): Promise<void> {
  const sessions = await store.listInterviews();
  if (json) return printJson({ sessions });
  if (sessions.length === 0) return print('No interview yet. Start one with: hotseat interview');
  const rows = sessions.map(({ id, createdAt, status, asked, questions, score, role, candidate }) => [
    id,
    createdAt.slice(0, 16).replace('T', ' '),
    status.replace('_', ' '),
    `${asked}/${questions}`,
    score === null ? '-' : String(outOfHundred(score)),
    printableLine(candidate ?? '-'),
    printableLine(role),
  ]);
  await print(table([['ID', 'STARTED', 'STATUS', 'ASKED', 'SCORE', 'CANDIDATE', 'ROLE'], ...rows]));
}

async function find({ store }: Services, id: string) {
  const found = await store.findInterview(id);
  if (!found) throw unknownInterview(id);
  return found;
}

async function show(services: Services, { json }: SessionFlags, id = ''): Promise<void> {
  const { state, createdAt } = await find(services, id);
  if (json) {
    const { sessionId, resumeId, jobRole, status, currentRound, messages, evaluationHistory, report } = state;
    return printJson({ id: sessionId, resumeId, role: jobRole, status, round: currentRound, createdAt, messages, evaluations: evaluationHistory, report, state });
  }
  await print(`Interview ${state.sessionId}: ${printableLine(state.jobRole)}, ${state.status.replace('_', ' ')}, ${state.settings.mode} mode`);
  for (const { role, content } of state.messages) {
    await print(`\n${role === 'interviewer' ? 'Interviewer' : 'You'}: ${printable(content)}`);
  }
  await print(`\n${nextStep(state)}`);
}

function nextStep({ report, status, sessionId }: InterviewState): string {
  if (report) return `Report: hotseat report ${sessionId}`;
  return status === 'cancelled' ? 'It was cancelled and has no report.' : `Go on with: hotseat interview --continue ${sessionId}`;
}

async function exportGold(services: Services, _: SessionFlags, id = ''): Promise<void> {
  const { state } = await find(services, id);
  const gold = goldOf(state);
  if (gold.length === 0) process.stderr.write('There is no grade in it that you disagreed with (/disagree in the interview).\n');
  for (const line of gold) await print(JSON.stringify(line));
}

async function cancel(services: Services, { json }: SessionFlags, id = ''): Promise<void> {
  const { state, revision } = await find(services, id);
  await services.store.saveInterview(moveTo(state, 'cancelled'), revision);
  await (json ? printJson({ cancelled: state.sessionId }) : print(`Cancelled ${state.sessionId}.`));
}

async function remove(services: Services, { json }: SessionFlags, id = ''): Promise<void> {
  const { state } = await find(services, id);
  await services.store.deleteInterview(state.sessionId);
  await (json ? printJson({ deleted: state.sessionId }) : print(`Deleted ${state.sessionId}.`));
}
