import { describe, expect, it } from 'vitest';
import { benchmarkScore } from '../../src/grading/benchmark.ts';
import { createOfflineGrader, gradeOffline } from '../../src/grading/offline-grader.ts';
import { readText } from '../../src/grading/words.ts';
import { Evaluation } from '../../src/schemas/evaluation.ts';
import { collision, collisionByPoints, collisionByReference, failure, good, request, story } from './examples.ts';

describe('an evaluation', () => {
  it.each([
    ['of a technical answer', collision, good],
    ['against a reference only', collisionByReference, good],
    ['against key points only', collisionByPoints, good],
    ['of a story', failure, story],
    ['of nothing', collision, ''],
    ['of another language', collision, '两个不同的键映射到同一个桶时就会发生冲突。'],
  ])('%s has the published shape', (_, question, answer) => {
    const evaluation = gradeOffline(request(question, answer));
    expect(Evaluation.parse(evaluation)).toEqual(evaluation);
  });

  it('says which key points were made, with the words that make them', () => {
    const { keyPoints } = gradeOffline(request(collision, 'When two keys have the same hash they fall into the same bucket. I keep a linked list in each bucket.'));
    expect(keyPoints.slice(0, 3).map(({ id, state }) => [id, state])).toEqual([
      ['same-bucket', 'covered'],
      ['chaining', 'covered'],
      ['probing', 'missed'],
    ]);
    expect(keyPoints[1]?.span?.text).toMatch(/linked list/);
  });

  it('names what was missed, by its key point', () => {
    const { improvements } = gradeOffline(request(collision, 'Two different keys map to the same bucket.'));
    expect(improvements).toContainEqual({ text: expect.stringContaining('Open addressing probes for the next free slot') as unknown, keyPoint: 'probing' });
    expect(improvements.some(({ keyPoint }) => keyPoint === 'same-bucket')).toBe(false);
  });

  it('takes the statements of the reference for key points where there are none', () => {
    const { keyPoints } = gradeOffline(request(collisionByReference, good));
    expect(keyPoints.length).toBeGreaterThanOrEqual(3);
    for (const { text } of keyPoints) expect(collisionByReference.rubric.reference).toContain(text);
  });

  it('gives no strength and no band above 1 for nothing', () => {
    const { strengths, criteria, completeness } = gradeOffline(request(collision, 'I like hash tables a lot.'));
    expect(strengths).toEqual([]);
    expect(criteria.map(({ band }) => band)).toEqual([1, 1, 1]);
    expect(completeness).toBeLessThan(0.2);
  });

  it('uses the criteria of the question where it has its own', () => {
    const anchors = { 1: 'a', 2: 'b', 3: 'c', 4: 'd' };
    const own = { ...collision, rubric: { ...collision.rubric, criteria: [{ id: 'precision', name: 'Precision', anchors }] } };
    const { criteria, band } = gradeOffline(request(own, good));
    expect(criteria).toMatchObject([{ id: 'precision', band }]);
  });

  it('rounds to four decimals and says who graded', () => {
    const { score, gradedBy } = gradeOffline({ question: { ...collision, packHash: 'abc' }, answer: good });
    expect(String(score)).toMatch(/^0(\.\d{1,4})?$|^1$/);
    expect(gradedBy).toMatchObject({ provider: 'offline', packHash: 'abc', promptHash: null, samples: 1 });
  });
});

describe('a grade', () => {
  it.each([
    ['one right thought', 'Two keys in the same bucket.', 1, 2],
    ['most of it, in few words', good, 3, 4],
    ['a wrong answer with the right words', 'A hash collision is when the hash table runs out of memory, so you delete some keys.', 1, 2],
  ])('for %s is fair', (_, answer, least, most) => {
    const { band } = gradeOffline(request(collision, answer));
    expect(band).toBeGreaterThanOrEqual(least);
    expect(band).toBeLessThanOrEqual(most);
  });

  it('is the same in a long spoken answer without full stops', () => {
    const spoken =
      'yeah so I mean a collision that is basically when two keys hash to the same bucket right and then you know what we did at my last job was we kept a linked list in every bucket which is called chaining and the other way is open addressing so there you probe for the next free slot and um if you have too many of them then the lookup gets linear so it degrades';
    expect(gradeOffline(request(collision, spoken)).band).toBeGreaterThanOrEqual(3);
  });

  it('rises with an answer about the cited line of the resume', () => {
    const question = { text: 'Your resume says: "Cut checkout latency by 40%". How did you do that?', type: 'resume' as const, domain: 'backend', rubric: { reference: null, keyPoints: [] } };
    const told = gradeOffline({
      question,
      resumeLines: ['Cut checkout latency by 40% with a read cache in Redis'],
      answer:
        'I profiled the checkout and saw that the price lookup took 600 ms because it asked the database for each item. I put a read cache in Redis before it and wrote an invalidation on price changes. Latency dropped from 1.2 s to 700 ms, and I learned to measure first.',
    });
    const vague = gradeOffline({ question, resumeLines: ['Cut checkout latency by 40%'], answer: 'We made it faster with some improvements in the code, it was a team effort.' });
    expect(told.band).toBeGreaterThanOrEqual(3);
    expect(vague.band).toBe(1);
  });

  it('of an introduction wants work that can be named', () => {
    const question = { text: 'Tell me about yourself.', type: 'intro' as const, domain: 'general', rubric: { reference: null, keyPoints: [] } };
    const named = gradeOffline(request(question, 'I am a backend developer with six years in Go and PostgreSQL. At a payment company in Berlin I built the ledger service and led its move to Kubernetes, which cut deploys from a day to ten minutes. Now I am looking for a role with more distributed systems.'));
    const anyone = gradeOffline(request(question, 'I am a motivated and passionate person who loves to learn new things and works well in a team.'));
    expect(named.band).toBeGreaterThanOrEqual(3);
    expect(anyone.band).toBe(1);
  });
});

it('is reached through the port, and stops when asked to', async () => {
  const grader = createOfflineGrader();
  expect(grader.name).toMatch(/^offline\//);
  await expect(grader.grade(request(collision, good))).resolves.toEqual(gradeOffline(request(collision, good)));
  await expect(grader.grade(request(collision, good), { signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow('stop');
});

it('has a benchmark model that puts better answers higher', () => {
  const [question, reference] = [readText(collision.text), readText(collision.rubric.reference ?? '')];
  const scoreOf = (answer: string): number => benchmarkScore(question, reference, readText(answer));
  expect(scoreOf(good)).toBeGreaterThan(scoreOf('Two keys in the same bucket.'));
  expect(scoreOf('Two keys in the same bucket.')).toBeGreaterThan(scoreOf('It is a kind of error.'));
});
