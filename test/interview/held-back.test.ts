import { describe, expect, it } from 'vitest';
import { eventsBetween } from '../../src/interview/events.ts';
import { nextProbe } from '../../src/interview/gate.ts';
import { createPlayedCandidate } from '../../src/interview/played-answers.ts';
import type { InterviewEvent } from '../../src/interview/session.ts';
import { loadBuiltInPacks } from '../../src/packs/load.ts';
import type { AskedQuestion, InterviewState } from '../../src/schemas/interview.ts';
import { entryLines } from '../../src/ui/components/entry.ts';
import { eventAsJson } from '../../src/ui/plain-json.ts';
import { eventAsText } from '../../src/ui/plain-text.ts';
import { entriesOf, OPENING } from '../../src/ui/screens/interview-state.ts';
import { createTheme } from '../../src/ui/theme.ts';
import { askedFromPack, followUpTo, gradedThread, packQuestion } from '../helpers/graded-thread.ts';
import { gradedEvaluation } from '../helpers/states.ts';

const paging = askedFromPack('sql-keyset-pagination');
const VAGUE = 'Late pages of a large table are slow because the database has much to do there; I would use keyset pagination, where the client sends the last id.';

/** The feedback on the last answer of an interview, as it is told. */
function feedbackIn(state: InterviewState): Extract<InterviewEvent, { type: 'evaluation' }> {
  const [event] = eventsBetween({ ...state, evaluationHistory: state.evaluationHistory.slice(0, -1) }, state);
  if (event?.type !== 'evaluation') throw new Error('There is feedback.');
  return event;
}

const WAYS = [
  ['in lines', (event: InterviewEvent) => eventAsText(event, 0) ?? ''],
  ['on the screen', (event: InterviewEvent) => entriesOf(event, OPENING).flatMap((entry) => entryLines(entry, 200, createTheme({}))).map((line) => line.map(({ text }) => text).join('')).join('\n')],
] as const;

const textOf = ({ rubric }: AskedQuestion, id: string) => rubric.keyPoints.find((point) => point.id === id)?.text ?? '';

describe.each(WAYS)('feedback before a follow-up, %s', (_, show) => {
  it.each(['sql-keyset-pagination', 'algorithms-hash-table-lookup', 'sql-left-join-filter', 'sql-lost-update', 'sql-index-not-used'])('does not print what is asked next: %s', (id) => {
    const main = askedFromPack(id);
    const state = gradedThread([main, packQuestion(id).gold.find(({ band }) => band === 2)?.answer ?? '']);
    const probe = nextProbe(state);
    if (probe?.kind !== 'follow_up') throw new Error('A follow-up comes next.');
    const shown = show(feedbackIn(state)).replace(/\s+/gu, ' ');
    expect(shown).toContain('One more point: see the next question.');
    expect(shown.toLowerCase()).not.toContain(textOf(main, probe.keyPoint).toLowerCase());
  });

  it('prints nothing of a question that is asked once more', () => {
    const state = gradedThread([paging, 'My favourite food is pizza, and on weekends I like to go hiking in the mountains with my dog.']);
    const shown = show(feedbackIn(state)).replace(/\s+/gu, ' ');
    expect(nextProbe(state)).toMatchObject({ kind: 'redirect' });
    expect(paging.rubric.keyPoints.filter(({ text }) => shown.includes(text))).toEqual([]);
  });

  it('says what was held back where it is not asked for after all', () => {
    const before = gradedThread([paging, VAGUE]);
    const probe = nextProbe(before);
    if (probe?.kind !== 'follow_up') throw new Error('A follow-up comes next.');
    const answer = packQuestion('sql-keyset-pagination').keyPoints.find(({ id }) => id === probe.keyPoint)?.also.at(-1) ?? '';
    const after = gradedThread([paging, VAGUE], [followUpTo(paging, probe.keyPoint), `${answer}, and that is read and thrown away again with every single page.`]);
    expect(nextProbe(after)).toBeUndefined();
    expect(show(feedbackIn(after))).toContain('Still open: ');
  });

  it('asks for no part of a story that was told before', () => {
    const conflict = askedFromPack('behavioral-conflict-colleague');
    const told = 'In March I argued with our tester about blocked releases, and it got personal in the tickets. I asked her for an hour in private and listened first, because the tone was getting worse. Then I wrote a list of what blocks a release and sent it to her.';
    const state = gradedThread([conflict, told], [followUpTo(conflict, 'result'), 'In the end we had one dispute in four months instead of three a month.']);
    const event = feedbackIn(state);
    expect(event.evaluation.improvements.map(({ text }) => text).join(' ')).toContain('Tell the steps that you took');
    expect(show(event).replace(/\s+/gu, ' ')).not.toContain('Tell the steps that you took');
  });

  it('holds back the words of a model, too', () => {
    const text = 'OFFSET reads and discards all the skipped rows';
    const gradedBy = { ...gradedEvaluation().gradedBy, provider: 'openai' };
    const evaluation = gradedEvaluation({
      gradedBy,
      band: 2,
      score: 0.4,
      keyPoints: [{ id: 'offset-reads-all', text, weight: 2, state: 'missed' }],
      improvements: [{ text: 'Explain that the skipped rows are read and discarded.' }, { text: 'Give an example query.' }],
      feedback: 'You name keyset pagination. But you miss that all rows skipped by OFFSET are still read and discarded. Speak more slowly.',
    });
    const state = gradedThread([paging, VAGUE]);
    const shown = show(feedbackIn({ ...state, evaluationHistory: [{ answerId: 'a1', questionId: 'q1', evaluation }] }));
    expect(shown).not.toMatch(/discard/u);
    expect(shown).toMatch(/keyset pagination[\s\S]*Speak more slowly\.[\s\S]*Give an example query\./u);
  });
});

it('stores and tells scripts the whole of it', () => {
  const event = feedbackIn(gradedThread([paging, VAGUE]));
  const told = eventAsJson(event) as { keyPoints: unknown[]; improvements: unknown[]; shown?: unknown };
  expect(told).toMatchObject({ keyPoints: event.evaluation.keyPoints, improvements: event.evaluation.improvements, feedback: event.evaluation.feedback });
  expect(told).not.toHaveProperty('shown');
});

it('the played candidate never answers with a line that feedback has printed', () => {
  const candidate = createPlayedCandidate(() => undefined);
  const points = loadBuiltInPacks().flatMap(({ pack }) => pack.questions.flatMap(({ keyPoints }) => keyPoints.map(({ text }) => text)));
  const asked = loadBuiltInPacks().flatMap(({ pack }) => pack.questions.flatMap(({ followUps }) => followUps));
  const said = asked.map(({ text }) => candidate({ ...paging, intent: 'follow_up', text }));
  expect(said.length).toBeGreaterThan(400);
  expect(said.filter((answer) => points.includes(answer))).toEqual([]);
});
