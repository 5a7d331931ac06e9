import { describe, expect, it } from 'vitest';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { pad, type Place, PLACES, type PlainAnswer, readFalseAnswers, readFillers, readPlainAnswers } from '../measure/padding.ts';
import { mean } from '../../src/grading/calibration-statistics.ts';
import { collision, collisionByPoints, collisionByReference, good, request } from './examples.ts';

/** Fillers that were written before what counts as talk was read; the grader was not tuned on the held-out ones. */
const fillers = readFillers();
const heldOut = fillers.filter((one) => one.heldOut);
const known = fillers.filter((one) => !one.heldOut);
/** Ways that leave the sentences of the answer as they are. */
const BESIDE: readonly Place[] = ['before', 'after', 'around', 'between'];

const scoreOf = (graded: PlainAnswer['request']): number => gradeOffline(graded).score ?? 0;
const isTold = ({ request: { question } }: PlainAnswer): boolean => question.rubric.reference === null || question.type === 'behavioral';
const share = (list: readonly number[], least: number): number => list.filter((by) => by > least).length / list.length;

function changes(answers: readonly PlainAnswer[], places: readonly Place[], own = heldOut): number[] {
  return answers.flatMap((answer, index) => {
    const alone = scoreOf(answer.request);
    return places.map((place, way) => scoreOf(pad(answer, place, own, index * places.length + way + 1)) - alone);
  });
}

const some = (answers: readonly PlainAnswer[], every: number): PlainAnswer[] => answers.filter((_, index) => index % every === 0);
const plain = readPlainAnswers();
const knowing = some(plain.filter((answer) => !isTold(answer)), 17);
const telling = some(plain.filter(isTold), 3);

describe('filler that was never seen before', () => {
  it('comes in sixteen registers, half of each held out', () => {
    expect(fillers).toHaveLength(160);
    expect(new Set(heldOut.map(({ register }) => register)).size).toBe(16);
    expect(heldOut).toHaveLength(80);
  });

  it('hardly ever raises an answer that knows, and not on average', () => {
    const by = changes(knowing, BESIDE);
    expect(share(by, 0.05)).toBeLessThan(0.05);
    expect(share(by, 0.01)).toBeLessThan(0.12);
    expect(mean(by)).toBeLessThan(0.01);
  });

  it('does not raise it on average where it breaks into its sentences', () => {
    expect(mean(changes(knowing, ['inside', 'spoken']))).toBeLessThan(0);
  });

  // A story may be about anything: what cannot be told from it is heard.
  it('seldom raises a told answer by much', () => {
    const by = changes(telling, BESIDE);
    expect(share(by, 0.05)).toBeLessThan(0.3);
    expect(mean(by)).toBeLessThan(0.05);
  });

  it('does not make a right answer a worse one', () => {
    const by = changes(knowing, ['before', 'after']);
    expect(share(by.map((change) => -change), 0.05)).toBeLessThan(0.05);
  });

  it.each([
    ['points and a reference', collision],
    ['points alone', collisionByPoints],
    ['a reference alone', collisionByReference],
  ])('is worth next to nothing by itself, and adds next to nothing to a good answer, where there are %s', (_, question) => {
    const alone = scoreOf(request(question, good));
    const by = [...known, ...heldOut].map(({ filler }) => filler.replaceAll('{question}', question.text).replaceAll('{subject}', 'hash tables'));
    expect(mean(by.map((filler) => scoreOf(request(question, filler))))).toBeLessThan(0.02);
    expect(share(by.map((filler) => scoreOf(request(question, `${filler} ${good}`)) - alone), 0.02)).toBeLessThan(0.02);
  });
});

describe('the cap of a false answer', () => {
  const falseAnswers = readFalseAnswers().filter((answer) => !isTold(answer));
  const of = (...kinds: readonly string[]): PlainAnswer[] => some(falseAnswers.filter(({ floor }) => kinds.includes(floor ?? '')), 5);

  it.each([
    ['words named one by one', ['made keywords_only'], 0.35],
    ['a question given back', ['made echo', 'blind echo'], 0.25],
    ['no answer', ['made dont_know', 'blind dont-know'], 0.25],
    ['a word or two', ['made one_word', 'blind tiny'], 0.25],
    ['an order to the grader', ['made instruction', 'blind instruction'], 0.25],
  ])('of %s is not lifted by filler beside it', (_, kinds, most) => {
    const scores = of(...kinds).flatMap((answer, index) => PLACES.map((place, way) => scoreOf(pad(answer, place, heldOut, index * PLACES.length + way + 1))));
    expect(scores.length).toBeGreaterThan(100);
    expect(share(scores, most)).toBeLessThan(0.02);
  });
});
