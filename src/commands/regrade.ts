import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { EXIT, InputError } from '../errors.ts';
import { chosenGrader } from '../grading/chosen-grader.ts';
import { regrade, type Change } from '../interview/regrade.ts';
import { unknownInterview } from '../interview/start.ts';
import { outOfHundred } from '../reports/words.ts';
import { contactOf } from '../resume/person-contact.ts';
import type { InterviewState } from '../schemas/interview.ts';
import type { Services } from '../services.ts';
import type { CommandContext } from './context.ts';
import { withModelOptions } from './model-options.ts';
import { print, printJson, table } from './print.ts';
import { withServices } from './with-services.ts';

const EXAMPLES = `
Examples:
  $ hotseat regrade --pending                    grade what a dead provider left, with the chosen grader
  $ hotseat regrade last --grader openai:gpt-4o  grade again and show the difference
  $ hotseat regrade last --grader offline --keep  and put the new grades in place
  $ hotseat regrade last --grader openai:gpt-4o --second-grader offline   two graders, side by side`;

interface RegradeFlags extends Flags {
  pending?: boolean;
  keep?: boolean;
  json?: boolean;
}

export function command(context: CommandContext): Command {
  const regradeCommand = new Command('regrade')
    .argument('[session]', 'an interview: its id, or "last"', 'last')
    .option('--pending', 'only what is not graded yet; the grades are put in place')
    .option('--keep', 'put the new grades in place of the old ones')
    .option('--json', 'print as JSON')
    .addHelpText('after', EXAMPLES);
  return withModelOptions(regradeCommand).action(withServices(context, (services, flags: RegradeFlags, id = 'last') => run(services, flags, id, context)));
}

async function run(services: Services, { pending = false, keep = false, json }: RegradeFlags, id: string, context: CommandContext): Promise<void> {
  const found = await services.store.findInterview(id);
  if (!found) throw unknownInterview(id);
  const { state, changes } = await regrade(found.state, await graderFor(found.state, services), { pendingOnly: pending });
  const stored = changes.length > 0 && (pending || keep);
  if (stored) await services.store.saveInterview(state, found.revision);
  context.exitCode = exitCodeOf(changes);
  const sessionId = state.sessionId;
  await (json ? printJson({ sessionId, stored, changes, overallScore: state.report?.overallScore ?? null }) : printChanges(sessionId, changes, stored));
}

async function graderFor(state: InterviewState, services: Services) {
  const resume = state.resumeId ? ((await services.store.findResume(state.resumeId)) ?? null) : null;
  const models = services.models({ contact: contactOf(resume), sessionId: state.sessionId });
  if (state.evaluationHistory.length === 0) {
    throw new InputError('nothing-to-grade', `The interview ${state.sessionId} has no graded answer yet.`, `Go on with: hotseat interview --continue ${state.sessionId}`);
  }
  return chosenGrader({ models, settings: services.config.models, offline: services.grader });
}

/** Every call failed: 4. Some did: 3. */
function exitCodeOf(changes: Change[]): number {
  const failed = changes.filter(({ reason }) => reason !== null).length;
  if (failed === 0) return EXIT.done;
  return failed === changes.length ? EXIT.modelFailed : EXIT.inconclusive;
}

async function printChanges(sessionId: string, changes: Change[], stored: boolean): Promise<void> {
  if (changes.length === 0) return print(`Nothing of ${sessionId} is pending.`);
  const seconded = changes.some(({ second }) => second !== undefined);
  const rows = changes.map((change) => rowOf(change, seconded));
  await print(table([['QUESTION', 'BEFORE', 'AFTER', 'CHANGE', ...(seconded ? ['SECOND', 'BANDS'] : []), ''], ...rows]));
  const cached = changes.filter((change) => change.cached).length;
  if (cached > 0) await print(`\n${cached} of ${changes.length} grades are those of an earlier request with the same words; --no-cache asks anew.`);
  await print(stored ? '\nThe new grades are in place.' : '\nNothing was changed; --keep puts the new grades in place.');
}

function rowOf({ questionId, before, after, reason, second, agreement }: Change, seconded: boolean): string[] {
  const why = [reason, second?.status === 'ungraded' ? `second: ${second.reason}` : null].filter((words) => words !== null).join(' ');
  return [questionId, shown(before), shown(after), difference(before, after), ...(seconded ? [shown(second?.score ?? null), agreement ?? '-'] : []), why];
}

function shown(score: number | null): string {
  return score === null ? '-' : String(outOfHundred(score));
}

function difference(before: number | null, after: number | null): string {
  if (before === null || after === null) return '';
  const points = outOfHundred(after) - outOfHundred(before);
  return points > 0 ? `+${points}` : String(points);
}
