import { describe, expect, it } from 'vitest';
import type { Grader, GradingRequest } from '../../src/grading/grader.ts';
import { createSecondedGrader } from '../../src/grading/second-grader.ts';
import { Evaluation } from '../../src/schemas/evaluation.ts';
import { gradedEvaluation, ungradedEvaluation } from '../helpers/states.ts';

const request: GradingRequest = {
  question: { text: 'What is an index for?', type: 'technical', domain: 'sql', rubric: { reference: 'It finds rows fast.', keyPoints: [] } },
  answer: 'It finds rows without reading the whole table.',
};
const by = (model: string) => ({ ...gradedEvaluation().gradedBy, provider: 'test', model });
const good = gradedEvaluation({ score: 0.7, band: 3, gradedBy: by('one') });
const grader = (evaluation: Evaluation, name = 'test/one'): Grader => ({ name, grade: async () => evaluation });
const second = (evaluation: Evaluation) => grader({ ...evaluation, gradedBy: by('two') }, 'test/two');
const grade = (first: Grader, other: Grader, signal?: AbortSignal) => createSecondedGrader(first, other).grade(request, { signal });

/** Waits until it is cancelled. */
const endless: Grader = {
  name: 'test/endless',
  grade: (_, { signal } = {}) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
};

describe('two graders', () => {
  it.each([
    ['agree where both give the same band', { score: 0.84, band: 3 as const }, 'agreed'],
    ['are split where the bands differ, however near the scores are', { score: 0.59, band: 2 as const }, 'split'],
  ])('%s', async (_, other, agreement) => {
    const evaluation = await grade(grader(good), second(gradedEvaluation(other)));
    expect(evaluation).toEqual({ ...good, second: { status: 'graded', ...other, gradedBy: by('two') }, agreement });
    expect(Evaluation.parse(evaluation)).toEqual(evaluation);
  });

  it('leave an answer ungraded when the first fails, with the second grade beside it and never in its place', async () => {
    const failed = ungradedEvaluation('The provider is down.');
    const evaluation = await grade(grader(failed), second(good));
    expect(evaluation).toEqual({ ...failed, second: { status: 'graded', score: 0.7, band: 3, gradedBy: by('two') } });
    expect(Evaluation.parse(evaluation)).toEqual(evaluation);
  });

  it('leave the grade as it is when the second fails, and say why', async () => {
    const evaluation = await grade(grader(good), second(ungradedEvaluation('The provider is down.')));
    expect(evaluation).toEqual({ ...good, second: { status: 'ungraded', reason: 'The provider is down.', score: null, band: null, gradedBy: by('two') } });
    expect(Evaluation.parse(evaluation)).toEqual(evaluation);
  });

  it('are asked at the same time, with the same request and nothing of each other', async () => {
    const asked: GradingRequest[] = [];
    let meet: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (meet = resolve));
    const meeting = (name: string): Grader => ({
      name,
      async grade(given) {
        if (asked.push(given) === 2) meet();
        await both;
        return good;
      },
    });
    await grade(meeting('test/one'), meeting('test/two'));
    expect(asked).toEqual([request, request]);
  });

  it('keep a grade that the first has given when nobody waits for the second', async () => {
    const stop = new AbortController();
    const graded = grade(grader(good), endless, stop.signal);
    stop.abort(new Error('stop'));
    expect(await graded).toMatchObject({ status: 'graded', score: 0.7, second: { status: 'ungraded', reason: 'Nobody waited for the grade.', gradedBy: { provider: 'test', model: 'endless' } } });
  });

  it('reject when nobody waits for the first', async () => {
    const stop = new AbortController();
    const graded = grade(endless, second(good), stop.signal);
    stop.abort(new Error('stop'));
    await expect(graded).rejects.toThrow('stop');
  });

  it('show what the first one writes, and not the second', async () => {
    const speaking = (words: string): Grader => ({
      name: `test/${words}`,
      async grade(_, options) {
        options?.onFeedback?.(words);
        return good;
      },
    });
    const heard: string[] = [];
    await createSecondedGrader(speaking('first'), speaking('second')).grade(request, { onFeedback: (text) => heard.push(text) });
    expect(heard).toEqual(['first']);
  });
});
