import { describe, expect, it } from 'vitest';
import { createOfflineCleaningAgent } from '../../src/interview/agents/cleaning.ts';
import { createEvaluationAgent } from '../../src/interview/agents/evaluation.ts';
import { createOrchestrator } from '../../src/interview/agents/orchestrator.ts';
import { createOfflineQuestionAgent } from '../../src/interview/agents/question.ts';
import { createOfflineReportAgent } from '../../src/interview/agents/report.ts';
import type { Grader } from '../../src/grading/grader.ts';
import { interviewGraph, type InterviewGraph } from '../../src/interview/graph.ts';
import type { Interviewer } from '../../src/interview/interviewer.ts';
import { openSession } from '../../src/interview/open-session.ts';
import type { InterviewEvent, InterviewSession } from '../../src/interview/session.ts';
import { readWording } from '../../src/interview/wording.ts';
import type { BankQuestion } from '../../src/packs/bank.ts';
import type { Evaluation } from '../../src/schemas/evaluation.ts';
import type { InterviewState, Mode } from '../../src/schemas/interview.ts';
import { askedQuestion, gradedEvaluation, interviewState, ungradedEvaluation } from '../helpers/states.ts';
import { USED } from '../helpers/scripted-desk.ts';

const { rubric, followUps, hints } = askedQuestion();
const bank: BankQuestion[] = [0, 1, 2].map((place) => ({
  id: `sql-${place}`,
  version: 1,
  text: `Question ${place}?`,
  type: 'technical',
  domain: 'sql',
  skills: [],
  tags: [],
  difficulty: 'medium',
  reference: rubric.reference ?? '',
  keyPoints: rubric.keyPoints,
  followUps,
  hints,
  gold: [],
  pack: 'sql',
  packHash: 'abc',
  vector: Float32Array.from([0, 1, 2].map((axis) => (axis === place ? 1 : 0))),
}));

const GRADES: Record<string, Evaluation> = {
  good: gradedEvaluation({ band: 4, score: 0.9 }),
  partial: gradedEvaluation({ band: 2, score: 0.5 }),
  nothing: gradedEvaluation({ band: 1, score: 0, flags: ['off_topic'] }),
};

const scripted: Grader = { name: 'scripted', grade: async ({ answer }) => GRADES[answer.split(' ')[0] ?? ''] ?? gradedEvaluation() };

interface Wishes {
  mode?: Mode;
  /** A grader with a model, until the session goes offline. */
  model?: Grader;
}

/** A session over memory whose grader gives what the answer asks for: `good`, `partial` or `nothing`. */
function session({ mode = 'coach', model }: Wishes = {}): { session: InterviewSession; saved: InterviewState[] } {
  const saved: InterviewState[] = [];
  const openWith = (grader: Grader): Interviewer => ({ graph: graphWith(grader), grader, use: grader === model ? () => USED : null });
  const state = interviewState({ status: 'ready', plan: { intro: 0, resume: 0, technical: 2, behavioral: 0, situational: 0 }, domainPlan: { sql: 2 } });
  const opened = openSession(
    { state: { ...state, settings: { ...state.settings, mode } }, revision: 0, draft: '' },
    { interviewer: openWith(model ?? scripted), openOffline: () => openWith(scripted), clarify: readWording().clarify, save: async (next, revision) => (saved.push(next), revision + 1), saveDraft: async () => undefined },
  );
  return { session: opened, saved };
}

function graphWith(grader: Grader): InterviewGraph {
  return interviewGraph({
    orchestrator: createOrchestrator({ retrieve: async () => [] }),
    question: createOfflineQuestionAgent({ bank, embedder: { id: 'test/one', embed: async (texts) => texts.map(() => Float32Array.from([1, 0, 0])) }, wording: readWording() }),
    cleaning: createOfflineCleaningAgent(),
    evaluation: createEvaluationAgent({ grader }),
    report: createOfflineReportAgent(),
  });
}

async function told(events: AsyncIterable<InterviewEvent>): Promise<InterviewEvent[]> {
  const list: InterviewEvent[] = [];
  for await (const event of events) list.push(event);
  return list;
}

const kinds = (events: InterviewEvent[]) => events.map((event) => (event.type === 'question' ? `question:${event.question.intent}` : event.type));

/** Greeted and ready: the first question waits. */
async function begun(options?: Wishes) {
  const parts = session(options);
  await told(parts.session.begin());
  await told(parts.session.answer('yes'));
  return parts;
}

describe('an interview session', () => {
  it('greets, asks, grades, closes and reports', async () => {
    const { session: interview } = session();
    expect(kinds(await told(interview.begin()))).toEqual(['phase', 'question:greet']);
    expect(kinds(await told(interview.answer('yes')))).toEqual(['answer-saved', 'phase', 'question:technical']);
    expect(kinds(await told(interview.answer('good')))).toEqual(['answer-saved', 'evaluation', 'question:technical']);
    expect(kinds(await told(interview.answer('good')))).toEqual(['answer-saved', 'evaluation', 'phase', 'question:close']);
    expect(kinds(await told(interview.answer('thanks')))).toEqual(['answer-saved', 'phase', 'complete']);
    expect(interview.state).toMatchObject({ status: 'completed', report: { graded: 2, overallScore: 0.9 } });
  });

  it('saves an answer before it says so', async () => {
    const { session: interview, saved } = await begun();
    for await (const event of interview.answer('good')) {
      if (event.type === 'answer-saved') expect(saved.at(-1)?.userAnswers.at(-1)?.id).toBe(event.answerId);
    }
  });

  it('shows the waiting question again to whoever comes back', async () => {
    const { session: interview } = await begun();
    expect(kinds(await told(interview.begin()))).toEqual(['phase', 'question:technical']);
  });

  it('asks on after a partial answer, and once more after none', async () => {
    const { session: interview } = await begun();
    expect(kinds(await told(interview.answer('partial')))).toEqual(['answer-saved', 'evaluation', 'question:follow_up']);
    expect(kinds(await told(interview.answer('good')))).toEqual(['answer-saved', 'evaluation', 'question:technical']);
    expect(kinds(await told(interview.answer('nothing')))).toEqual(['answer-saved', 'evaluation', 'question:redirect']);
  });

  it('takes a probe back when a retry has made it needless', async () => {
    const { session: interview } = await begun();
    await told(interview.answer('nothing'));
    expect(kinds(await told(interview.retry()))).toEqual(['question:technical']);

    const events = await told(interview.answer('good'));
    expect(kinds(events)).toEqual(['answer-saved', 'evaluation', 'question:technical']);
    expect(events[1]).toMatchObject({ previousScore: 0, evaluation: { score: 0.9 } });
    expect(interview.state.questionCount).toBe(2);
  });

  it('shows the next question again after a retry that changes nothing else', async () => {
    const { session: interview } = await begun();
    await told(interview.answer('good one'));
    await told(interview.retry());
    expect(kinds(await told(interview.answer('good two')))).toEqual(['answer-saved', 'evaluation', 'question:technical']);
    expect(interview.state.userAnswers.at(-1)).toMatchObject({ questionId: 'q2', attempt: 2 });
  });

  it('gives hints at their cost until there is none', async () => {
    const { session: interview } = await begun();
    expect(await told(interview.hint())).toMatchObject([{ type: 'hint', text: 'Think of the back of a book.', left: 0, cost: 0.1 }]);
    expect(await told(interview.hint())).toMatchObject([{ type: 'message' }]);
    await told(interview.answer('good'));
    await told(interview.end());
    expect(interview.state.report?.overallScore).toBeCloseTo(0.8);
  });

  it('shows what was given as a hint again, at no further cost, where an interview goes on', async () => {
    const { session: interview } = await begun();
    await told(interview.hint());
    const costs = interview.state.hintsShown;
    expect(await told(interview.begin())).toMatchObject([{ type: 'phase' }, { type: 'question' }, { type: 'hint', text: 'Think of the back of a book.', left: 0, cost: 0.1 }]);
    expect(interview.state.hintsShown).toEqual(costs);
  });

  it('says that small talk has no hint, not that it has no further one', async () => {
    const { session: interview } = session();
    await told(interview.begin());
    expect(await told(interview.hint())).toMatchObject([{ type: 'message', text: 'There is no hint for this question.' }]);
  });

  it.each(['hint', 'retry', 'reference'] as const)('gives no %s in a real interview', async (help) => {
    const { session: interview } = await begun({ mode: 'real' });
    await told(interview.answer('good'));
    expect(await told(interview[help]())).toMatchObject([{ type: 'message' }]);
  });

  it('shows the reference of what was answered, never of what waits', async () => {
    const { session: interview } = await begun();
    expect(await told(interview.reference())).toMatchObject([{ text: expect.not.stringContaining('reading the whole table') as string }]);
    await told(interview.answer('good'));
    expect(await told(interview.reference())).toMatchObject([{ text: expect.stringContaining('reading the whole table') as string }]);
  });

  it('shows the whole reference after a follow-up, with the point that it asked for', async () => {
    const { session: interview } = await begun();
    await told(interview.answer('partial'));
    await told(interview.answer('good'));
    expect(await told(interview.reference())).toMatchObject([{ text: `A strong answer: ${rubric.reference}\nThe follow-up asked for this: costs time at every write` }]);
  });

  it('ends when the candidate says so, with what there is', async () => {
    const { session: interview } = await begun();
    await told(interview.answer('good'));
    expect(kinds(await told(interview.end()))).toEqual(['phase', 'complete']);
    expect(interview.state.report).toMatchObject({ graded: 1, questions: [{ questionId: 'q2' }] });
  });

  it('counts a skipped question in a real interview, and leaves it out in coach mode', async () => {
    const scores = [];
    for (const mode of ['real', 'coach'] as const) {
      const { session: interview } = await begun({ mode });
      await told(interview.answer('good'));
      await told(interview.skip());
      await told(interview.answer('bye'));
      scores.push(interview.state.report?.overallScore);
    }
    expect(scores).toEqual([0.45, 0.9]);
  });

  it('keeps a disagreement with the last grade', async () => {
    const { session: interview } = await begun();
    await told(interview.answer('partial'));
    await told(interview.disagree(4, 'I named both.'));
    expect(interview.state.disagreements).toEqual([{ answerId: 'a2', band: 4, comment: 'I named both.' }]);
  });
});

describe('a question back', () => {
  it('is no answer: the question is put otherwise and waits, once', async () => {
    const { session } = await begun();
    const [said, again] = await told(session.answer('What do you mean?'));

    expect(said).toMatchObject({ type: 'message', role: 'interviewer' });
    expect(again).toMatchObject({ type: 'question', question: { intent: 'technical' } });
    expect(session.state.userAnswers.filter(({ text }) => text === 'What do you mean?')).toEqual([]);

    expect(kinds(await told(session.answer('What do you mean?')))[0]).toBe('answer-saved');
  });
});

describe('somebody who types "skip"', () => {
  it('is told how to pass a question, once, and the word counts as the answer', async () => {
    const { session } = await begun();
    const first = await told(session.answer('skip'));
    expect(first.slice(0, 2)).toMatchObject([{ type: 'answer-saved' }, { type: 'message', text: 'To pass a question, type /skip. What you typed counts as your answer.' }]);
    expect(kinds(first)).toContain('evaluation');
    expect(kinds(await told(session.answer('pass')))).not.toContain('message');
    expect(session.state.userAnswers.slice(-2)).toMatchObject([{ text: 'skip', skipped: false }, { text: 'pass', skipped: false }]);
  });
});

describe('a question about what the case leaves open', () => {
  const ASSUME = 'Assume what you would assume in practice, say it, and go on.';

  it('is answered as an interviewer does who has no case, as often as it is asked, and the question waits', async () => {
    const { session } = await begun();
    for (const asked of ['How much traffic do we expect?', 'Which database is that?']) {
      expect(await told(session.answer(asked))).toMatchObject([{ type: 'message', role: 'interviewer', text: ASSUME }, { type: 'question', question: { intent: 'technical' } }]);
    }
    expect(session.state.userAnswers).toHaveLength(1);
  });

  it('does not use up the one rewording', async () => {
    const { session } = await begun();
    await told(session.answer('How much traffic do we expect?'));
    const [said] = await told(session.answer('What do you mean?'));
    expect(said).toMatchObject({ type: 'message', text: readWording().clarify.technical });
  });

  it('is taken for an answer where it is typed again', async () => {
    const { session } = await begun();
    await told(session.answer('How much traffic do we expect?'));
    expect(kinds(await told(session.answer('How much traffic do we expect?')))[0]).toBe('answer-saved');
  });
});

describe('an interview session with a model', () => {
  const talking: Grader = {
    name: 'openai/test',
    grade: async (request, options) => {
      options?.onFeedback?.('You name');
      return scripted.grade(request, options);
    },
  };
  const gone = { ...ungradedEvaluation('The model cannot be reached.'), gradedBy: { ...gradedEvaluation().gradedBy, provider: 'openai' } };
  const failing: Grader = { name: 'openai/test', grade: async () => gone };
  const silent: Grader = {
    name: 'openai/test',
    grade: async (_, options) => {
      options?.signal?.throwIfAborted();
      return new Promise((_resolve, reject) => options?.signal?.addEventListener('abort', () => reject(options.signal?.reason as Error)));
    },
  };
  const texts = (events: InterviewEvent[]) => events.flatMap((event) => (event.type === 'message' ? [event.text] : []));
  const WAYS = 'Go on, and /regrade it when you like; or /offline, to go on without models; or /pause.';

  it.each<[Mode, string[]]>([
    ['coach', ['You name']],
    ['real', []],
  ])('lets its feedback be heard in %s mode: %j', async (mode, heard) => {
    const { session: interview } = await begun({ mode, model: talking });
    const said: string[] = [];
    await told(interview.answer('good', { onSaying: ({ text }) => void said.push(text) }));
    expect(said).toEqual(heard);
  });

  it('goes on without it when nobody waits', async () => {
    const { session: interview } = await begun({ model: silent });
    const controller = new AbortController();
    const events = told(interview.answer('good', { signal: controller.signal }));
    controller.abort();
    expect(kinds(await events)).toEqual(['answer-saved', 'evaluation', 'message', 'question:technical']);
    expect(interview.state.evaluationHistory[0]?.evaluation).toMatchObject({ status: 'ungraded', reason: 'Nobody waited for the grade.' });
  });

  it.each<[Mode, string]>([
    ['coach', `This answer is saved. ${WAYS}`],
    ['real', `This answer is saved and not graded. The model cannot be reached. ${WAYS}`],
  ])('names the three ways on in %s mode when it fails', async (mode, words) => {
    const { session: interview } = await begun({ mode, model: failing });
    expect(texts(await told(interview.answer('good')))).toEqual([words]);
    expect(texts(await told(interview.regrade()))).toEqual([`This answer is saved and not graded. The model cannot be reached. ${WAYS}`]);
  });

  it('counts the answers that stay without a grade', async () => {
    const { session: interview } = await begun({ model: failing });
    await told(interview.answer('good'));
    await told(interview.answer('good'));
    expect(texts(await told(interview.regrade()))[0]).toMatch(/^2 answers are saved and not graded\./u);
  });

  it.each<[Mode, string[]]>([
    ['coach', ['message', 'message', 'evaluation']],
    ['real', ['message', 'message']],
  ])('goes on without models in %s mode, grades what they left, and still knows what they took', async (mode, events) => {
    const { session: interview } = await begun({ mode, model: failing });
    await told(interview.answer('good'));
    expect([interview.usesModels, interview.use]).toEqual([true, USED]);

    const after = await told(interview.offline());
    expect(kinds(after)).toEqual(events);
    expect(texts(after)[1]).toMatch(mode === 'coach' ? /^Graded now: Question \d/u : /^One answer is graded now\./u);
    expect([interview.usesModels, interview.use]).toEqual([false, USED]);
    expect(interview.state.evaluationHistory[0]?.evaluation).toMatchObject({ status: 'graded', score: 0.9 });
    expect(texts(await told(interview.regrade()))).toEqual(['Nothing is left ungraded.']);
  });
});
