import { InputError } from '../errors.ts';
import type { AskedQuestion, InterviewState } from '../schemas/interview.ts';
import { readAskingBack, wasHeardOut } from './asking-back.ts';
import { eventsBetween, notesBetween, questionEvent, regradedEvents, troubleText } from './events.ts';
import { advance } from './graph.ts';
import { HOW_TO_PASS, meansSkip } from './input.ts';
import type { Interviewer } from './interviewer.ts';
import { hintsFor, recordAnswer, recordClarification, recordDisagreement, recordEnd, recordHint, recordNote, recordRetry, recordSkip } from './record.ts';
import { regrade } from './regrade.ts';
import type { InterviewEvent, InterviewSession, Turn } from './session.ts';
import { findQuestion, lastGraded, waitingQuestion } from './state.ts';
import { HINT_COST } from './threads.ts';
import type { Wording } from './wording.ts';

export interface SessionParts {
  interviewer: Interviewer;
  /** The same interviewer, without models. */
  openOffline(): Interviewer;
  /** What is said to somebody who asks what is meant, by the kind of question. */
  clarify: Wording['clarify'];
  /** Saves whole, and gives the new revision; rejects when another process saved in between. */
  save(state: InterviewState, revision: number): Promise<number>;
  saveDraft(sessionId: string, text: string): Promise<void>;
}

/** An interview over a saved state: each call changes the state, saves it, lets the agents go on, and tells what happened. */
export function openSession(start: { state: InterviewState; revision: number; draft: string }, parts: SessionParts): InterviewSession {
  let { state, revision } = start;
  let { interviewer } = parts;
  const modelled = interviewer;

  async function keep(next: InterviewState): Promise<void> {
    revision = await parts.save(next, revision);
    state = next;
  }

  async function* goOn(turn?: Turn): AsyncGenerator<InterviewEvent, void> {
    let before = state;
    for await (const next of advance(state, { graph: interviewer.graph, save: keep, turn: heardIn(state, turn) })) {
      yield* eventsBetween(before, next);
      before = next;
    }
  }

  async function* reply(record: (state: InterviewState) => InterviewState, turn?: Turn): AsyncGenerator<InterviewEvent, void> {
    const retried = state.retrying;
    const before = state;
    await keep(record(state));
    const saved = state.userAnswers[before.userAnswers.length];
    if (saved) yield { type: 'answer-saved', answerId: saved.id, questionId: saved.questionId };
    yield* notesBetween(before, state);
    const asked = state.previousQuestions.length;
    yield* goOn(turn);
    // After a retry the question that was waiting is still there, and may have scrolled away.
    if (retried && !state.report && state.previousQuestions.length === asked) yield* show();
  }

  /** A question back costs nothing and is no answer. */
  async function* clarify(text: string, words: string): AsyncGenerator<InterviewEvent, void> {
    await keep(recordClarification(state, text, words));
    await parts.saveDraft(state.sessionId, '');
    yield { type: 'message', role: 'interviewer', text: words };
    yield* show();
  }

  async function* show(): AsyncGenerator<InterviewEvent, void> {
    const waiting = waitingQuestion(state);
    if (waiting) yield questionEvent(state, waiting);
  }

  /** What was paid for is not lost with the process. */
  function* hintsAgain(): Generator<InterviewEvent, void> {
    const { shown, left } = hintsFor(state);
    for (const [index, text] of shown.entries()) yield hintEvent(text, shown.length - index - 1 + left.length);
  }

  function hintEvent(text: string, left: number): InterviewEvent {
    return { type: 'hint', text, left, cost: state.settings.mode === 'practice' ? 0 : HINT_COST };
  }

  async function* say(text: string): AsyncGenerator<InterviewEvent, void> {
    yield { type: 'message', role: 'system', text };
  }

  /** Grades again what is ungraded, with the interviewer of this moment. */
  async function* gradePending(turn?: Turn): AsyncGenerator<InterviewEvent, void> {
    const before = state;
    const { state: after, changes } = await regrade(state, interviewer.grader, { pendingOnly: true, signal: turn?.signal });
    if (changes.length === 0) return yield* say('Nothing is left ungraded.');
    const still = changes.flatMap(({ reason }) => reason ?? []);
    if (changes.some(({ after }) => after !== null)) await keep(after);
    yield* regradedEvents(before, state);
    const graded = changes.length - still.length;
    if (graded > 0 && state.settings.mode !== 'coach') yield* say(`${graded === 1 ? 'One answer is' : `${graded} answers are`} graded now. The grades come with the report.`);
    if (still[0] !== undefined) yield* say(troubleText(still[0], still.length));
  }

  return {
    get state() {
      return state;
    },
    get use() {
      return modelled.use?.() ?? null;
    },
    get usesModels() {
      return interviewer.use !== null;
    },
    draft: start.draft,

    async *begin(turn) {
      if (state.report) {
        yield { type: 'complete', report: state.report };
        return;
      }
      yield { type: 'phase', phase: state.conversationPhase, round: state.currentRound };
      if (state.previousQuestions.length === 0) yield* notesBetween({ ...state, messages: [] }, state);
      if (!waitingQuestion(state) || state.endRequested) return yield* goOn(turn);
      yield* show();
      yield* hintsAgain();
    },

    answer: (text, turn) => {
      const words = putOtherwise(state, text, parts.clarify);
      return words === undefined ? reply((current) => recordAnswer(heeding(current, text), text), turn) : clarify(text, words);
    },
    skip: (turn) => reply(recordSkip, turn),
    end: (turn) => reply(recordEnd, turn),
    repeat: show,

    async *hint() {
      if (state.settings.mode === 'real') return yield* say('There are no hints in a real interview. You can /skip the question.');
      const { shown, left: [text, ...left] } = hintsFor(state);
      if (text === undefined) return yield* say(`There is no ${shown.length > 0 ? 'further ' : ''}hint for this question.`);
      await keep(recordHint(state));
      yield hintEvent(text, left.length);
    },

    async *retry() {
      if (state.settings.mode !== 'coach') return yield* say('Only coach mode lets you answer again.');
      if (!lastGraded(state)) return yield* say('Nothing was graded yet, so there is nothing to answer again.');
      await keep(recordRetry(state));
      yield* show();
    },

    async *reference() {
      if (state.settings.mode !== 'coach') return yield* say(`The reference answers come with the report: hotseat report ${state.sessionId} --format markdown`);
      const last = lastGraded(state);
      if (!last) return yield* say('The reference of a question is shown once you have answered it.');
      yield* say(referenceText(state, last.question));
    },

    async *disagree(band, comment) {
      if (!lastGraded(state)) return yield* say('Nothing was graded yet, so there is nothing to disagree with.');
      await keep(recordDisagreement(state, band, comment));
      yield* say(`Noted: you think band ${band} is right. It is kept with the grade and stands in the report.`);
    },

    regrade: gradePending,

    async *offline() {
      if (!interviewer.use) return yield* say('No model is used: everything is done on this machine already.');
      interviewer = parts.openOffline();
      yield* say('From here on no model is used: questions and grades are made on this machine.');
      if (state.evaluationHistory.some(({ evaluation }) => evaluation.status === 'ungraded')) yield* gradePending();
    },

    saveDraft: (text) => parts.saveDraft(state.sessionId, text),
  };
}

/** Somebody who types "skip" is told how to; what they typed is an answer all the same. */
function heeding(state: InterviewState, text: string): InterviewState {
  return meansSkip(text) && waitingQuestion(state)?.type !== 'conversation' ? recordNote(state, HOW_TO_PASS) : state;
}

/** The words for somebody who asks back; undefined for an answer. Who asks for what the case gives is told to assume it, as often as they ask. */
function putOtherwise(state: InterviewState, text: string, clarify: Wording['clarify']): string | undefined {
  const waiting = waitingQuestion(state);
  if (!waiting || waiting.type === 'conversation') return undefined;
  const { type } = waiting;
  const asked = readAskingBack(text, waiting);
  if (asked === null || wasHeardOut(state, waiting, text, clarify[type])) return undefined;
  return asked === 'requirements' ? clarify.assume : clarify[type];
}

/** Feedback is coaching: in the other modes nobody hears it before the report. */
function heardIn({ settings }: InterviewState, turn: Turn = {}): Turn {
  const { onSaying, ...rest } = turn;
  if (!onSaying || settings.mode === 'coach') return turn;
  return { ...rest, onSaying: (saying) => (saying.of === 'feedback' ? undefined : onSaying(saying)) };
}

/** The reference of the whole question, also after a follow-up: what that asked for is marked. */
function referenceText(state: InterviewState, question: AskedQuestion): string {
  const { rubric } = (question.parent && findQuestion(state, question.parent)) || question;
  const asked = rubric.keyPoints.find(({ id }) => id === question.keyPoint);
  if (rubric.reference) return `A strong answer: ${rubric.reference}${asked ? `\nThe follow-up asked for this: ${asked.text}` : ''}`;
  const points = rubric.keyPoints.map((point) => `- ${point.text}${point === asked ? ' (what the follow-up asked for)' : ''}`).join('\n');
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
