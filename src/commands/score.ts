import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { createOfflineGrader } from '../grading/offline-grader.ts';
import { findQuestions } from '../packs/bank.ts';
import { loadBuiltInPacks, readPacks } from '../packs/load.ts';
import { printableLine } from '../printable.ts';
import { BAND_WORDS, outOfHundred } from '../reports/words.ts';
import { gradeCase, type ScoredCase } from '../scoring/grade-answers.ts';
import { readAnswers, type CannedAnswer } from '../scoring/read-answers.ts';
import { exitCodeOf, totalsOf, verdictOf } from '../scoring/verdict.ts';
import type { CommandContext } from './context.ts';
import { print, printJson, table } from './print.ts';

const EXAMPLES = `
Examples:
  $ hotseat score answers.jsonl
  $ hotseat score answers.yaml more.yaml --json

A case: {"id": "1", "question": "...", "reference": "...", "answer": "...", "expect": {"minScore": 0.6}}
Exit code 0: scored or passed; 1: an expectation failed; 3: a case could not be graded.`;

interface ScoreFlags extends Flags {
  json?: boolean;
  pack: string[];
}

export function command(context: CommandContext): Command {
  return new Command('score')
    .argument('<files...>', 'answers files: YAML, JSON or JSONL')
    .option('--pack <path>', 'a question pack of your own; may be given several times', (path, before: string[]) => [...before, path], [])
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[], _, command: Command) => {
      const flags = command.optsWithGlobals<ScoreFlags>();
      const answers = files.flatMap(readAnswers);
      const cases = await gradeAll(answers, flags.pack);
      const verdict = verdictOf(cases);
      context.exitCode = exitCodeOf(verdict);
      await (flags.json ? printJson(resultOf(verdict, cases)) : printTable(verdict, cases, flags));
    });
}

async function gradeAll(answers: CannedAnswer[], packs: string[]): Promise<ScoredCase[]> {
  const grader = createOfflineGrader();
  const ids = answers.flatMap(({ questionId }) => questionId ?? []);
  const questions = findQuestions(ids.length > 0 ? [...loadBuiltInPacks(), ...readPacks(packs)] : [], ids);
  const cases: ScoredCase[] = [];
  for (const answer of answers) cases.push(await gradeCase(answer, grader, (id) => questions.get(id)));
  return cases;
}

function resultOf(verdict: string, cases: ScoredCase[]) {
  return { verdict, gates: [], totals: totalsOf(cases), provenance: cases[0]?.evaluation.gradedBy ?? null, cases };
}

/** Worst first, so that what needs a look stands on top. */
async function printTable(verdict: string, cases: ScoredCase[], { quiet }: ScoreFlags): Promise<void> {
  const worstFirst = [...cases].sort((left, right) => (left.score ?? -1) - (right.score ?? -1));
  const rows = worstFirst.map(({ id, score, band, reasons }) => [
    score === null ? '-' : String(outOfHundred(score)),
    band === null ? 'not graded' : BAND_WORDS[band],
    printableLine(id),
    printableLine(reasons.join('; ')),
  ]);
  if (!quiet) await print(table([['SCORE', 'BAND', 'CASE', ''], ...rows]));
  const { graded, cases: all, mean } = totalsOf(cases);
  await print(`Verdict: ${verdict}. ${graded} of ${all} graded${mean === null ? '' : `, mean ${outOfHundred(mean)}`}.`);
}
