import type { Evaluation, SecondGrade } from '../schemas/evaluation.ts';
import type { Grader } from './grader.ts';
import { unheard } from './ungraded.ts';

/**
 * A grader made of two. Both grade the same request at the same time, each
 * alone: neither sees what the other says. The evaluation is the first one's,
 * under its name and with its failures; the second one's grade stands beside
 * it, and `agreement` says whether the two gave the same band.
 *
 * When one fails, the other's result is kept: a failed second leaves the grade
 * as it is, a failed first leaves the answer ungraded with the second grade
 * shown. Rejects as the first one does.
 */
export function createSecondedGrader(first: Grader, second: Grader): Grader {
  return {
    name: first.name,
    async grade(request, options = {}) {
      const beside = second.grade(request, { signal: options.signal }).then(gradeIn, (reason: unknown) => unheardGrade(second, reason, options.signal));
      // Where the first one rejects nobody waits for the second any longer.
      beside.catch(() => undefined);
      const evaluation = await first.grade(request, options);
      return withSecond(evaluation, await beside);
    },
  };
}

/** The evaluation with a second grade beside it. */
function withSecond(evaluation: Evaluation, second: SecondGrade): Evaluation {
  if (evaluation.status === 'ungraded' || second.status === 'ungraded') return { ...evaluation, second };
  return { ...evaluation, second, agreement: evaluation.band === second.band ? 'agreed' : 'split' };
}

function gradeIn(evaluation: Evaluation): SecondGrade {
  const { gradedBy } = evaluation;
  if (evaluation.status === 'graded') return { status: 'graded', score: evaluation.score, band: evaluation.band, gradedBy };
  const { reason, code } = evaluation;
  return { status: 'ungraded', reason, ...(code === undefined ? {} : { code }), score: null, band: null, gradedBy };
}

/** A grade that the first one has given stands, although nobody waited for the second. */
function unheardGrade({ name }: Grader, reason: unknown, signal?: AbortSignal): SecondGrade {
  if (!signal?.aborted) throw reason;
  return { status: 'ungraded', reason: 'Nobody waited for the grade.', score: null, band: null, gradedBy: unheard(name) };
}
