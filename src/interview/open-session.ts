import { InputError } from '../errors.ts';
import type { InterviewState } from '../schemas/interview.ts';
import { eventsBetween, questionEvent } from './events.ts';
import { advance, type InterviewGraph } from './graph.ts';
import { hintsLeft, recordAnswer, recordDisagreement, recordEnd, recordHint, recordRetry, recordSkip } from './record.ts';
import type { InterviewEvent, InterviewSession } from './session.ts';
import { lastGraded, waitingQuestion } from './state.ts';
import { HINT_COST } from './threads.ts';

export interface SessionParts {
  graph: InterviewGraph;
  /** Saves whole, and gives the new revision; rejects when another process saved in between. */
  save(state: InterviewState, revision: number): Promise<number>;
  saveDraft(sessionId: string, text: string): Promise<void>;
}

/** An interview over a saved state: each call changes the state, saves it, lets the agents go on, and tells what happened. */
export function openSession(start: { state: InterviewState; revision: number; draft: string }, parts: SessionParts): InterviewSession {
  let { state, revision } = start;

  async function keep(next: InterviewState): Promise<void> {
    revision = await parts.save(next, revision);
    state = next;
  }

  async function* goOn(): AsyncGenerator<InterviewEvent, void> {
    let before = state;
    for await (const next of advance(state, { graph: parts.graph, save: keep })) {
      yield* eventsBetween(before, next);
      before = next;
    }
  }

  async function* reply(record: (state: InterviewState) => InterviewState): AsyncGenerator<InterviewEvent, void> {
    const retried = state.retrying;
    const answers = state.userAnswers.length;
    await keep(record(state));
    const saved = state.userAnswers[answers];
    if (saved) yield { type: 'answer-saved', answerId: saved.id, questionId: saved.questionId };
    const asked = state.previousQuestions.length;
    yield* goOn();
    // After a retry the question that was waiting is still there, and may have scrolled away.
    if (retried && !state.report && state.previousQuestions.length === asked) yield* show();
  }

  async function* show(): AsyncGenerator<InterviewEvent, void> {
    const waiting = waitingQuestion(state);
    if (waiting) yield questionEvent(state, waiting);
  }

  async function* say(text: string): AsyncGenerator<InterviewEvent, void> {
    yield { type: 'message', role: 'system', text };
  }

  return {
    get state() {
      return state;
    },
    draft: start.draft,

    async *begin() {
      if (state.report) {
        yield { type: 'complete', report: state.report };
        return;
      }
      yield { type: 'phase', phase: state.conversationPhase, round: state.currentRound };
      if (waitingQuestion(state) && !state.endRequested) yield* show();
      else yield* goOn();
    },

    answer: (text) => reply((current) => recordAnswer(current, text)),
    skip: () => reply(recordSkip),
    end: () => reply(recordEnd),
    repeat: show,

    async *hint() {
      if (state.settings.mode === 'real') return yield* say('There are no hints in a real interview. You can /skip the question.');
      const [text, ...left] = hintsLeft(state);
      if (text === undefined) return yield* say('There is no further hint for this question.');
      await keep(recordHint(state));
      yield { type: 'hint', text, left: left.length, cost: state.settings.mode === 'practice' ? 0 : HINT_COST };
    },

    async *retry() {
      if (state.settings.mode !== 'coach') return yield* say('Only coach mode lets you answer again.');
      if (!lastGraded(state)) return yield* say('Nothing was graded yet, so there is nothing to answer again.');
      await keep(recordRetry(state));
      yield* show();
    },

    async *reference() {
      if (state.settings.mode !== 'coach') return yield* say('The reference answers come with the report: hotseat report --format markdown');
      const last = lastGraded(state);
      if (!last) return yield* say('The reference of a question is shown once you have answered it.');
      yield* say(referenceText(last.question));
    },

    async *disagree(band, comment) {
      if (!lastGraded(state)) return yield* say('Nothing was graded yet, so there is nothing to disagree with.');
      await keep(recordDisagreement(state, band, comment));
      yield* say(`Noted: you think band ${band} is right. It is kept with the grade and stands in the report.`);
    },

    saveDraft: (text) => parts.saveDraft(state.sessionId, text),
  };
}

function referenceText({ rubric }: InterviewState['previousQuestions'][number]): string {
  if (rubric.reference) return `A strong answer: ${rubric.reference}`;
  const points = rubric.keyPoints.map(({ text }) => `- ${text}`).join('\n');
  return `There is no single right answer here. A strong one does this:\n${points}`;
}

/** For an interview that is over already. */
export function requireUnfinished(state: InterviewState): void {
  if (state.status !== 'completed' && state.status !== 'cancelled') return;
  throw new InputError(
    'interview-over',
    `The interview ${state.sessionId} is ${state.status}.`,
    state.report ? `See its report with: hotseat report ${state.sessionId}` : 'Start a new one with: hotseat interview',
  );
}
