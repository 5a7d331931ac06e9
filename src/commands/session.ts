import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { goldOf } from '../interview/gold-export.ts';
import { unknownInterview } from '../interview/start.ts';
import { moveTo } from '../interview/state.ts';
import { printable, printableLine } from '../printable.ts';
import type { InterviewState, SessionListing } from '../schemas/interview.ts';
import { outOfHundred, scoreWords } from '../reports/words.ts';
import type { Services } from '../services.ts';
import type { CommandContext } from './context.ts';
import { print, printJson, tableWithin, terminalWidth } from './print.ts';
import { withServices } from './with-services.ts';

const EXAMPLES = `
Examples:
  $ hotseat session list
  $ hotseat session show last --json
  $ hotseat session export last > mine.jsonl     then: hotseat calibrate --gold mine.jsonl
  $ hotseat session delete 3f9c

Ids may be given by a unique beginning, or "last": the one that was last worked on.`;

type SessionFlags = Flags & { json?: boolean };

export function command(context: CommandContext): Command {
  const session = new Command('session').addHelpText('after', EXAMPLES);
  const add = (words: string, description: string, work: Work) =>
    session.command(words).description(description).option('--json', 'print as JSON').action(withServices(context, work));

  add('list', 'past and unfinished interviews, last worked on first', list);
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
  const width = terminalWidth();
  const rows = sessions.map((session) => [...cellsOf(session, width < NARROW), printableLine(session.role)]);
  const head = width < NARROW ? ['ID', 'STATUS', 'SCORE', 'ROLE'] : ['ID', 'STARTED', 'STATUS', 'ASKED', 'SCORE', 'CANDIDATE', 'ROLE'];
  await print(tableWithin(width, [head, ...rows], { whole: 1 }));
}

/** Fewer columns have room for the most telling cells only. */
const NARROW = 70;

function cellsOf({ id, createdAt, status, asked, questions, score, candidate }: SessionListing, narrow: boolean): string[] {
  const [state, points] = [status.replace('_', ' '), score === null ? '-' : String(outOfHundred(score))];
  if (narrow) return [id, state, points];
  return [id, createdAt.slice(0, 16).replace('T', ' '), state, `${asked}/${questions}`, points, printableLine(candidate ?? '-')];
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
  for (const message of state.messages) {
    await print(`\n${SPEAKERS[message.role]}: ${printable(message.content)}`);
    const grade = gradeOf(state, message.answerId);
    if (grade !== undefined) await print(`\n${grade}`);
  }
  await print(`\n${nextStep(state)}`);
}

const SPEAKERS = { interviewer: 'Interviewer', candidate: 'You', system: 'Note' };

/** Score, band and feedback of an answer. In a real interview they wait for its report. */
function gradeOf({ evaluationHistory, settings, report }: InterviewState, answerId: string | null): string | undefined {
  const evaluation = evaluationHistory.findLast((entry) => entry.answerId === answerId)?.evaluation;
  if (!evaluation || (settings.mode !== 'coach' && !report)) return undefined;
  if (evaluation.status === 'ungraded') return `Not graded: ${printable(evaluation.reason)}`;
  return [`Score: ${scoreWords(evaluation)}`, evaluation.feedback].filter(Boolean).map(printable).join('\n');
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
