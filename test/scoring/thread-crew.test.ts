import { describe, expect, it } from 'vitest';
import { createOfflineGrader } from '../../src/grading/offline-grader.ts';
import { createCrew, type Crew } from '../../src/scoring/crew.ts';
import type { PreparedCase } from '../../src/scoring/prepared-case.ts';
import { createThreadCrew } from '../../src/scoring/thread-crew.ts';

const ANSWERS = ['An index finds rows without reading the whole table, and makes writes slower.', 'It is a kind of list.', "I don't know.", ''];

const QUESTIONS = ['What is an index for, and what does it cost?', 'What does an index cost?', 'When is an index of no use?'];

const cases: PreparedCase[] = Array.from({ length: 60 }, (_, place) => ({
  id: `case-${place}`,
  source: { file: 'a.jsonl', line: place + 1 },
  request: {
    question: { text: QUESTIONS[place % QUESTIONS.length] ?? '', type: 'technical', domain: 'sql', rubric: { reference: 'It finds rows without a scan and slows writes.', keyPoints: [] } },
    answer: ANSWERS[place % ANSWERS.length] ?? '',
  },
}));

async function linesOf(crew: Crew, graded = cases): Promise<string[]> {
  const batches = Array.from({ length: graded.length / crew.batch }, (_, place) => graded.slice(place * crew.batch, (place + 1) * crew.batch));
  try {
    return (await Promise.all(batches.map((batch) => crew.grade(batch)))).flat().map(({ line }) => line);
  } finally {
    await crew.close();
  }
}

it('grades ten at a time as it does one by one', async () => {
  expect(await linesOf(createCrew(createOfflineGrader(), { width: 1, batch: 10 }))).toEqual(await linesOf(createCrew(createOfflineGrader(), { width: 1 })));
});

describe('several threads', () => {
  it.each([1, 2, 3])('give what one gives, in the order of the cases: %i', async (threads) => {
    const here = await linesOf(createCrew(createOfflineGrader(), { width: 1 }));
    expect(await linesOf(await createThreadCrew({ threads }))).toEqual(here);
  });

  it('give it for answers to one question too', async () => {
    const same = cases.map((one) => ({ ...one, request: { ...one.request, question: { ...one.request.question, text: 'What is an index for?' } } }));
    expect(await linesOf(await createThreadCrew({ threads: 2 }), same)).toEqual(await linesOf(createCrew(createOfflineGrader(), { width: 1 }), same));
  });

  it.each([1, 2])('stop when they are told to: %i', async (threads) => {
    const crew = await createThreadCrew({ threads });
    await expect(crew.grade(cases.slice(0, 1), AbortSignal.abort(new Error('Enough.')))).rejects.toThrow('Enough.');
    await crew.close();
  });
});
