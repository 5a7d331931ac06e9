import type { Flags } from '../config.ts';
import { EXIT, InputError } from '../errors.ts';
import { createOfflineGrader } from '../grading/offline-grader.ts';
import { readBuiltInVectors } from '../packs/bank.ts';
import { builtInFolder } from '../packs/built-in.ts';
import type { Finding } from '../packs/finding.ts';
import { lintPacks, type LintResult, type LintTools } from '../packs/lint.ts';
import { loadBuiltInPacks } from '../packs/load.ts';
import { printableLine } from '../printable.ts';
import { print, printJson } from './print.ts';
import type { ConfigWork } from './with-config.ts';

interface LintFlags extends Flags {
  strict?: boolean;
  meaning: boolean;
  json?: boolean;
}

export async function lint({ config, context }: ConfigWork, { strict, meaning, json, quiet }: LintFlags, ...paths: string[]): Promise<void> {
  const asked = paths.length > 0 ? paths : [builtInFolder(), ...config.packs];
  const tools = { grader: createOfflineGrader(), builtIn: loadBuiltInPacks() };
  const result = await (meaning ? withMeaning((compare) => lintPacks(asked, { ...tools, meaning: compare })) : lintPacks(asked, tools));
  if (result.files === 0) throw new InputError('pack-missing', `There is no pack in ${asked.join(', ')}.`, 'Packs are files that end in .yaml or .yml.');

  const errors = result.findings.filter(({ severity }) => severity === 'error').length;
  const warnings = result.findings.length - errors;
  const ok = errors === 0 && (!strict || warnings === 0);
  if (!ok) context.exitCode = EXIT.checkFailed;
  const totals = { files: result.files, questions: result.questions, errors, warnings };
  if (json) return printJson({ ok, totals, findings: result.findings });
  for (const finding of result.findings) await print(findingLine(finding));
  if (!quiet) await print(`${result.findings.length > 0 ? '\n' : ''}${summary(totals)}`);
}

/** The embedder comes from the services, and with it no database. Always the local one: what counts as the same was measured with it. */
async function withMeaning(work: (meaning: NonNullable<LintTools['meaning']>) => Promise<LintResult>): Promise<LintResult> {
  const { openLocalEmbedder } = await import('../services.ts');
  return work({ embedder: openLocalEmbedder(), known: readBuiltInVectors() });
}

/** "mine.yaml:4:7  schema  what  -> remedy", which editors and terminals link. */
export function findingLine({ file, line, column, rule, severity, message, remedy }: Finding): string {
  const words = severity === 'warning' ? `${rule} (warning)` : rule;
  return `${printableLine(file)}:${line}:${column}  ${words}  ${printableLine(message)}  -> ${printableLine(remedy)}`;
}

function summary({ files, questions, errors, warnings }: { files: number; questions: number; errors: number; warnings: number }): string {
  const counted = (count: number, noun: string): string => `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
  return `${counted(files, 'pack')} with ${counted(questions, 'question')}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`;
}
