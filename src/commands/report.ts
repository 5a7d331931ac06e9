import { Chalk } from 'chalk';
import { Command, Option } from 'commander';
import type { Flags } from '../config.ts';
import { InputError } from '../errors.ts';
import { unknownInterview } from '../interview/start.ts';
import { reportAsMarkdown } from '../reports/markdown.ts';
import { plainStyle, reportAsText } from '../reports/text.ts';
import type { Report } from '../schemas/report.ts';
import { openServices, type Services } from '../services.ts';
import type { CommandContext } from './context.ts';
import { print, printJson } from './print.ts';

const EXAMPLES = `
Examples:
  $ hotseat report
  $ hotseat report last --format markdown > report.md
  $ hotseat report 3f9c --json`;

interface ReportFlags extends Flags {
  format: 'terminal' | 'markdown' | 'json';
  json?: boolean;
}

export function command(context: CommandContext): Command {
  return new Command('report')
    .argument('[session]', 'an interview: its id, or "last" for the one with a report that was last worked on', 'last')
    .addOption(new Option('--format <format>', 'how to print it').choices(['terminal', 'markdown', 'json']).default('terminal'))
    .option('--json', 'the same as --format json')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string, _, command: Command) => {
      const flags = command.optsWithGlobals<ReportFlags>();
      const config = context.config(flags);
      const services = openServices(config);
      try {
        const report = await findReport(id, services);
        await printReport(report, flags.json ? 'json' : flags.format, config.color);
      } finally {
        await services.close();
      }
    });
}

/** The report of an interview; `last` is, of those that have one, the one that was last worked on. */
export async function findReport(id: string, { store }: Services): Promise<Report> {
  const [finished] = id === 'last' ? await store.listInterviews({ status: 'completed' }) : [];
  const found = await store.findInterview(finished?.id ?? id);
  if (!found && id === 'last') throw new InputError('report-missing', 'There is no report yet.', 'Hold an interview with: hotseat interview. Or watch one: hotseat demo');
  if (!found) throw unknownInterview(id);
  if (found.state.report) return found.state.report;
  throw new InputError(
    'report-missing',
    `The interview ${found.state.sessionId} has no report yet: it is ${found.state.status.replace('_', ' ')}.`,
    found.state.status === 'cancelled' ? 'Start a new one with: hotseat interview' : `Finish it with: hotseat interview --continue ${found.state.sessionId}`,
  );
}

async function printReport(report: Report, format: ReportFlags['format'], color: boolean): Promise<void> {
  switch (format) {
    case 'json':
      return printJson(report);
    case 'markdown':
      return print(reportAsMarkdown(report).trimEnd());
    case 'terminal':
      return print(terminalText(report, color));
  }
}

/** Styled where a person looks, bare in a pipe. */
export function terminalText(report: Report, color: boolean): string {
  const { isTTY, columns } = process.stdout;
  const chalk = new Chalk(color && isTTY ? {} : { level: 0 });
  const style = isTTY ? { strong: chalk.bold, faint: chalk.dim } : plainStyle;
  return reportAsText(report, { width: isTTY ? columns : 80, style }).trimEnd();
}
