import { EXIT, InputError } from '../errors.ts';
import type { Grader } from '../grading/grader.ts';
import { factsOf } from '../scoring/case-facts.ts';
import { explainCase } from '../scoring/formats/explain.ts';
import type { Answers } from '../scoring/reading/answers.ts';
import { nearestWord } from '../scoring/reading/nearest-word.ts';
import { scoreCase } from '../scoring/score-case.ts';
import { printJson } from './print.ts';
import type { ScoreFlags } from './score-flags.ts';
import type { CommandContext } from './context.ts';
import { printLines } from './score-report.ts';

/** Grades one case alone and shows how its score came about. The exit code says so where it could not be graded. Rejects an id that no case has with an InputError. */
export async function explainOne(id: string, answers: Answers, grader: Grader, { json, minEach }: ScoreFlags, context: CommandContext): Promise<void> {
  const ids: string[] = [];
  for await (const one of answers.cases()) {
    if (one.id !== id) {
      ids.push(one.id);
      continue;
    }
    const scored = scoreCase(one, await grader.grade(one.request), minEach);
    // Nothing was graded, and that is never a success.
    if (scored.status === 'ungraded') context.exitCode = factsOf(scored).callFailed ? EXIT.modelFailed : EXIT.inconclusive;
    if (json) return printJson({ case: scored });
    return printLines(explainCase(scored, one), context);
  }
  const meant = nearestWord(id, ids);
  throw new InputError('case-unknown', `There is no case "${id}".`, meant ? `Did you mean "${meant}"?` : `There are: ${ids.slice(0, 10).join(', ')}${ids.length > 10 ? ', ...' : ''}.`);
}
