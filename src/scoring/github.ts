import { appendFileSync } from 'node:fs';
import { printable } from '../printable.ts';
import type { CaseFacts } from './case-facts.ts';
import type { Problem } from './reading/problems.ts';
import { worstFirst, type ScoredRun } from './scored-run.ts';

/** GitHub shows ten annotations of a step and drops the rest. */
const MOST_ANNOTATIONS = 10;
/** A step summary that is larger than this is dropped as a whole. */
const MOST_SUMMARY_BYTES = 1 << 20;

/** The lines with which GitHub marks cases that failed, or say nothing, in the files of a pull request, worst first. */
export function annotationsFor({ facts, case: caseAt }: ScoredRun): string[] {
  const needsALook = (one?: CaseFacts) => one?.passed === false || one?.status === 'ungraded' || one?.beside?.inconclusive;
  const places = worstFirst(facts).filter((place) => needsALook(facts.at(place)));
  return places.slice(0, MOST_ANNOTATIONS).map((place) => {
    const { id, source, reasons } = caseAt(place);
    return annotation({ ...source, column: null }, id, reasons.join('; '));
  });
}

/** The same for mistakes in answers files. */
export function annotationsForProblems(problems: readonly Problem[]): string[] {
  return problems.slice(0, MOST_ANNOTATIONS).map((problem) => annotation(problem, 'hotseat score', `${problem.message} ${problem.remedy}`));
}

/** Adds the run to the page of the job. Gives what went wrong in words, or null: a missing page fails no run. */
export async function writeStepSummary(file: string, run: ScoredRun): Promise<string | null> {
  const { runAsMarkdown } = await import('./formats/markdown.ts');
  const page = [...runAsMarkdown(run)].join('');
  const text = Buffer.byteLength(page) < MOST_SUMMARY_BYTES ? page : `${page.slice(0, MOST_SUMMARY_BYTES / 4)}\n\n(cut)\n`;
  try {
    appendFileSync(file, `${text}\n`);
    return null;
  } catch {
    return `The step summary ${file} cannot be written.`;
  }
}

/** A line that begins with two colons is an order to GitHub: what an answers file says must not become one. */
export function harmless(line: string): string {
  return line.replace(/^(\s*):(?=:)/u, '$1: ').replaceAll('##[', '# #[');
}

function annotation({ file, line, column }: Pick<Problem, 'file' | 'line' | 'column'>, title: string, message: string): string {
  const properties = [`file=${property(file)}`, ...(line === null ? [] : [`line=${line}`]), ...(column === null ? [] : [`col=${column}`]), `title=${property(title)}`];
  return `::error ${properties.join(',')}::${data(message)}`;
}

function data(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
