import { appendFileSync } from 'node:fs';
import { annotation } from './annotation.ts';
import type { CaseFacts } from './case-facts.ts';
import { gateWords } from './gates.ts';
import type { Problem } from './reading/problems.ts';
import { worstFirst, type ScoredRun, type Shown } from './scored-run.ts';
import { isTolerant, troubleIn } from './trouble.ts';

/** GitHub shows ten annotations of a step and drops the rest. */
const MOST_ANNOTATIONS = 10;
/** A step summary that is larger than this is dropped as a whole. */
const MOST_SUMMARY_BYTES = 1 << 20;

/**
 * The lines with which GitHub marks what speaks against a run: first the gates
 * that were missed or not settled, then the cases that need a look, in their
 * files and worst first. Where the run is a success all the same, its gates
 * tolerate such cases: they are warnings. A red run never goes without a mark.
 */
export function annotationsFor({ summary, facts, case: caseAt }: ScoredRun): string[] {
  const gates = summary.gates.filter(({ passed, inconclusive }) => passed === false || inconclusive).map((gate) => annotation({ title: gate.name, message: `${gateWords(gate)}.` }));
  const places = worstFirst(facts).filter((place) => needsALook(facts.at(place)));
  const level = isTolerant(summary) ? 'warning' : 'error';
  const cases = places.slice(0, MOST_ANNOTATIONS).map((place) => {
    const { id, source, reasons } = caseAt(place);
    return annotation({ ...source, title: id, message: reasons.join('; '), level });
  });
  const lines = [...gates, ...cases].slice(0, MOST_ANNOTATIONS);
  return lines.length > 0 || isTolerant(summary) ? lines : [annotation({ title: 'hotseat score', message: summary.reasons.join(' ') })];
}

function needsALook(one: CaseFacts | undefined): boolean {
  return one !== undefined && troubleIn(one) !== null;
}

/** The same for mistakes in answers files. */
export function annotationsForProblems(problems: readonly Problem[]): string[] {
  return problems.slice(0, MOST_ANNOTATIONS).map((problem) => annotation({ ...problem, title: 'hotseat score', message: `${problem.message} ${problem.remedy}` }));
}

/** Adds the run to the page of the job. Gives what went wrong in words, or null: a missing page fails no run. */
export async function writeStepSummary(file: string, run: ScoredRun, shown: Shown = {}): Promise<string | null> {
  const { runAsMarkdown } = await import('./formats/markdown.ts');
  const page = [...runAsMarkdown(run, shown)].join('');
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
