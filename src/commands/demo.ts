import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Config, Flags } from '../config.ts';
import { EXIT, StorageError } from '../errors.ts';
import { createPlayedCandidate } from '../interview/played-answers.ts';
import type { InterviewEvent, InterviewSession } from '../interview/session.ts';
import { startInterview } from '../interview/start.ts';
import { waitingQuestion } from '../interview/state.ts';
import { settleModels } from '../model-settings.ts';
import { loadBuiltInPacks } from '../packs/load.ts';
import { wrapText } from '../reports/text.ts';
import { ingestResume } from '../resume/ingest.ts';
import { openServices, type Services } from '../services.ts';
import { eventAsJson } from '../ui/plain-json.ts';
import { eventAsText } from '../ui/plain-text.ts';
import type { CommandContext } from './context.ts';
import { print, terminalWidth } from './print.ts';
import { requireResume } from './require.ts';
import { SAMPLE } from './sample.ts';

const EXAMPLES = `
Examples:
  $ hotseat demo
  $ hotseat demo --json | jq .event

The resume is a sample and the answers are played, some good and some bad; the reading, the questions and the
grades are real. Nothing is kept, and no network is used.`;

/** The same interview for everybody who watches, as long as packs and resume stay the same. */
const SEED = 7;
const QUESTIONS = 7;

interface DemoFlags {
  json: boolean;
}

export function command(context: CommandContext): Command {
  return new Command('demo')
    .option('--json', 'one event a line', false)
    .addHelpText('after', EXAMPLES)
    .action(async (_, command: Command) => {
      const flags = command.optsWithGlobals<Flags & DemoFlags>();
      context.exitCode = await playDemo(flags, context.config(flags));
    });
}

/** Plays a whole interview in a data folder of its own, which is gone afterwards. Gives the exit code. */
export async function playDemo({ json }: DemoFlags, config: Config): Promise<number> {
  const home = temporaryFolder();
  const services = openServices({ ...config, home, packs: [], models: settleModels({}, {}), embedder: { kind: 'local' }, vectors: { kind: 'vectra' } });
  try {
    if (!json) await print(`Reading the sample resume (${SAMPLE.role}) ...`);
    const session = await openDemo(services);
    await play(session, json);
    return session.state.report ? EXIT.done : EXIT.bug;
  } finally {
    await services.close();
  }
}

/** A folder that is gone when the process is, however it ends but by kill -9. */
function temporaryFolder(): string {
  const folder = makeTemporaryFolder();
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) process.once(signal, () => process.exit(code));
  return folder;
}

function makeTemporaryFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'hotseat-demo-'));
  } catch (error) {
    throw new StorageError('no-temporary-folder', `The demo cannot make a folder in ${tmpdir()}.`, 'Set TMPDIR to a folder that can be written.', { cause: error });
  }
}

async function openDemo(services: Services): Promise<InterviewSession> {
  const { role } = SAMPLE;
  const { id } = await ingestResume(SAMPLE.file, { role }, services);
  const resume = await requireResume(id, services.store);
  return startInterview({ resume, role, questions: QUESTIONS, mode: 'coach', difficulty: 'medium', seed: SEED, packs: [] }, services);
}

async function play(session: InterviewSession, json: boolean): Promise<void> {
  const questions = new Map(loadBuiltInPacks().flatMap(({ pack }) => pack.questions.map((question) => [question.id, question])));
  const candidate = createPlayedCandidate((id) => questions.get(id));
  await show(session.begin(), session, json);
  for (let waiting = waitingQuestion(session.state); waiting && !session.state.report; waiting = waitingQuestion(session.state)) {
    const answer = candidate(waiting);
    if (!json) await print(`\n> ${wrapText(answer, terminalWidth() - 2).replaceAll('\n', '\n> ')}`);
    await show(session.answer(answer), session, json);
  }
}

async function show(events: AsyncIterable<InterviewEvent>, { state }: InterviewSession, json: boolean): Promise<void> {
  for await (const event of events) {
    const line = json ? JSON.stringify({ sessionId: state.sessionId, ...eventAsJson(event) }) : eventAsText(event, terminalWidth());
    if (line !== undefined) await print(line);
  }
}
