import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { EXIT, HotseatError, describeError } from '../errors.ts';
import { COMMANDS, describeUnknown, readInput, type Input } from '../interview/input.ts';
import type { InterviewEvent, InterviewSession, Turn } from '../interview/session.ts';
import { waitingQuestion } from '../interview/state.ts';
import { wrapText } from '../reports/text.ts';
import { eventAsJson } from './plain-json.ts';
import { eventAsText } from './plain-text.ts';
import { readScriptLine } from './script-line.ts';
import { useInWords } from './use-words.ts';

export interface PlainOptions {
  input: Readable;
  output: Writable;
  /** One event a line as JSON, and input lines may be JSON too. */
  json: boolean;
  /** Columns to wrap at; 0 leaves lines whole, for a pipe. */
  width: number;
  /** Aborts when the person leaves: no more is read, and nobody waits for a model. */
  signal?: AbortSignal;
}

/**
 * An interview in lines: one line in is one answer, a line that ends in `\`
 * goes on in the next. The end of the input saves, says how to go on, and
 * gives exit code 3; a finished interview gives 0, or 3 when nothing of it
 * could be graded.
 */
export async function runPlain(session: InterviewSession, options: PlainOptions): Promise<number> {
  const out = createPrinter(session, options);
  await out.events(session.begin({ signal: options.signal }));
  if (session.draft !== '') await out.say(`You had begun to write: ${session.draft}`);
  if (!session.state.report) await converse(session, options, out);
  await out.use();
  if (session.state.report) return finished(session);

  const { sessionId } = session.state;
  await out.error({
    code: 'interview-unfinished',
    message: 'The interview is not finished. Everything up to here is saved.',
    remedy: `Go on with: hotseat interview --continue ${sessionId}`,
  });
  return EXIT.inconclusive;
}

async function converse(session: InterviewSession, { input, json, signal }: PlainOptions, out: Printer): Promise<void> {
  for await (const typed of answersFrom({ input, signal }, (text) => session.saveDraft(text))) {
    try {
      const read = json ? readScriptLine(typed, waitingQuestion(session.state)?.id) : readInput(typed);
      if (read.kind === 'command' && read.name === 'pause') return;
      await follow(read, session, out, { signal });
    } catch (error) {
      // A mistake in a line is said, and the next line is read; anything else ends the interview, which is saved.
      if (!(error instanceof HotseatError) || error.exitCode !== EXIT.badInput || error.code === 'interview-taken') throw error;
      await out.error(describeError(error));
    }
    if (session.state.report || signal?.aborted) return;
  }
}

async function follow(read: Input, session: InterviewSession, out: Printer, turn: Turn): Promise<void> {
  if (read.kind === 'unknown-command') return out.say(describeUnknown(read.name));
  if (read.kind === 'answer') {
    if (read.text.trim() === '') return out.say('Nothing was typed. Answer the question, or /skip it.');
    return out.events(session.answer(read.text, turn));
  }
  switch (read.name) {
    case 'help':
      return out.say(helpText());
    case 'disagree':
      return disagree(read.rest, session, out);
    case 'pause':
      return;
    case 'skip':
    case 'end':
    case 'regrade':
      return out.events(session[read.name](turn));
    default:
      return out.events(session[read.name]());
  }
}

async function disagree(rest: string, session: InterviewSession, out: Printer): Promise<void> {
  const [, band, comment = ''] = /^([1-4])\b\s*(.*)$/su.exec(rest) ?? [];
  if (!band) return out.say('Say which band you think right, 1 to 4, and why: /disagree 3 I named both reasons');
  return out.events(session.disagree(Number(band) as 1 | 2 | 3 | 4, comment));
}

/** Lines of the input; a line that ends in a backslash goes on in the next. What was begun when the input ends is a draft, no answer. */
async function* answersFrom(from: Pick<PlainOptions, 'input' | 'signal'>, keepDraft: (text: string) => Promise<void>): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const typed of createInterface({ ...from, crlfDelay: Infinity })) {
    const line = typed.replace(/^\uFEFF/u, '');
    if (line.endsWith('\\')) {
      begun.push(line.slice(0, -1));
    } else {
      yield [...begun, line].join('\n');
      begun = [];
    }
  }
  if (begun.length > 0) await keepDraft(begun.join('\n'));
}

interface Printer {
  events(events: AsyncIterable<InterviewEvent>): Promise<void>;
  say(text: string): Promise<void>;
  /** What the models took, where there are any. */
  use(): Promise<void>;
  error(error: { code: string; message: string; remedy: string }): Promise<void>;
}

function createPrinter(session: InterviewSession, { output, json, width }: PlainOptions): Printer {
  const write = (line: string) => new Promise<void>((resolve, reject) => output.write(`${line}\n`, (error) => (error ? reject(error) : resolve())));
  const writeJson = (value: object) => write(JSON.stringify({ sessionId: session.state.sessionId, ...value }));
  const printEvent = (event: InterviewEvent) => {
    const words = json ? undefined : eventAsText(event, width);
    if (json) return writeJson(eventAsJson(event, session.use));
    return words === undefined ? Promise.resolve() : write(words);
  };
  return {
    async events(events) {
      for await (const event of events) await printEvent(event);
    },
    say: (text) => printEvent({ type: 'message', role: 'system', text }),
    // In JSON it goes with the end.
    use: async () => {
      if (json || !session.use) return;
      const words = useInWords(session.use);
      await write(`\n${width > 0 ? wrapText(words, width) : words}`);
    },
    error: (error) => (json ? writeJson({ event: 'error', type: 'error', ...error }) : write(`\n${error.message}\n${error.remedy}`)),
  };
}

function helpText(): string {
  return Object.entries(COMMANDS)
    .map(([name, words]) => `/${name.padEnd(10)} ${words}`)
    .join('\n');
}

function finished({ state }: InterviewSession): number {
  const nothingGraded = state.report?.graded === 0 && state.settings.mode !== 'practice';
  return nothingGraded ? EXIT.inconclusive : EXIT.done;
}
