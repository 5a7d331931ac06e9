import type { Difficulty } from '../schemas/question.ts';
import type { Intent, InterviewState, NextAction } from '../schemas/interview.ts';
import { nextProbe } from './gate.ts';
import { mainSequence } from './plan.ts';
import { readReadiness, type Readiness } from './readiness.ts';
import { lastAnswerTo, mainQuestions, ungradedAnswer, waitingQuestion } from './state.ts';
import { threadsOf } from './threads.ts';

/**
 * Says what happens next. Everything it needs is in the state, so an interview
 * that was closed half-way goes on from where it stood.
 */
export function decideNextAction(state: InterviewState): NextAction {
  if (ungradedAnswer(state)) return 'evaluate';
  if (state.endRequested) return 'complete';
  if (waitingQuestion(state)) return 'wait';
  return isClosed(state) ? 'complete' : 'generate_question';
}

/** What the interviewer wants with the next thing it says. */
export function decideIntent(state: InterviewState): Intent {
  if (state.previousQuestions.length === 0) return 'greet';
  if (mainQuestions(state).length === 0 && needsExplanation(state)) return 'explain';

  const probe = nextProbe(state);
  if (probe) return probe.kind;
  return mainSequence(state.plan)[mainQuestions(state).length] ?? 'close';
}

/** What the candidate made of the greeting, or of the last explanation. */
export function readinessNow(state: InterviewState): Readiness {
  const last = state.previousQuestions.at(-1);
  return readReadiness((last && lastAnswerTo(state, last.id)?.text) ?? '');
}

/** Somebody whose reply is read as neither yes nor no is asked once more, and then taken at their word. */
function needsExplanation(state: InterviewState): boolean {
  const readiness = readinessNow(state);
  if (readiness === 'yes' || readiness === 'introduced') return false;
  return readiness !== 'unclear' || state.previousQuestions.length < 2;
}

function isClosed(state: InterviewState): boolean {
  return state.previousQuestions.at(-1)?.intent === 'close';
}

const LADDER: readonly Difficulty[] = ['easy', 'medium', 'hard'];

/** Two good technical answers in a row lead one step up, two weak ones one step down. */
export function adaptDifficulty(state: InterviewState): Difficulty {
  const scores = threadsOf(state)
    .filter(({ main, score }) => main.type === 'technical' && score !== null)
    .map(({ score }) => score ?? 0);

  let step = LADDER.indexOf(state.settings.startDifficulty);
  for (let index = 1; index < scores.length; index += 2) {
    const mean = ((scores[index - 1] ?? 0) + (scores[index] ?? 0)) / 2;
    step = clampStep(mean >= 0.75 ? step + 1 : mean < 0.4 ? step - 1 : step);
  }
  return LADDER[step] ?? state.settings.startDifficulty;
}

function clampStep(step: number): number {
  return Math.min(LADDER.length - 1, Math.max(0, step));
}
