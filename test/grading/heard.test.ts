import { describe, expect, it } from 'vitest';
import { actsOfWork } from '../../src/grading/acts.ts';
import { heardSentences } from '../../src/grading/heard.ts';
import { readText } from '../../src/grading/words.ts';

const question = readText('Tell me about a time a release went wrong.');
const told = ['Our release failed on the staging server.', 'I compared the logs and found a missing migration.', 'It was bad.', 'Then I added a test to the pipeline and the release passed.'];
const family = ['My sister and her husband sold their house that spring.', 'My cousin had the same trouble with his band.', 'He fought with the drummer about money.'];
const heard = (sentences: readonly string[]): string[] => {
  const places = heardSentences(readText(sentences.join(' ')), question);
  return sentences.filter((_, place) => places.has(place));
};

describe('the heard part of an answer', () => {
  it('is a story with its sentences that say little', () => {
    expect(heard(told)).toEqual(told);
  });

  it.each([
    ['before', [...family, ...told]],
    ['after', [...told, ...family]],
    ['within', [...told.slice(0, 2), ...family, ...told.slice(2)]],
  ])('leaves out a run of another life %s it', (_, sentences) => {
    expect(heard(sentences).filter((sentence) => family.includes(sentence))).toEqual([]);
    expect(heard(sentences)).toEqual(expect.arrayContaining([told[0], told[1], told[3]]));
  });

  it('is nothing where nothing speaks of work', () => {
    expect(heard(family)).toEqual([]);
  });

  it('is what names work, where no sentence as a whole speaks for it', () => {
    expect(heard(['I was a tester of the Playwright suite at a dentist supplier in Graz.'])).toHaveLength(1);
  });

  it('holds what is said twice once', () => {
    expect([...heardSentences(readText(`${told[0]} ${told[1]} ${told[0]}`), question)]).toEqual([0, 1]);
  });
});

describe('an act of work', () => {
  it.each([
    ['is a verb of work alone', 'I refactored.', true],
    ['is a verb of any life with an object of work', 'I asked the database team.', true],
    ['is a verb of any life with what was spoken of before', 'I asked them.', true],
    ['is no verb of any life alone', 'I asked too many questions.', false],
    ['is no verb of any life with an object of another', 'I ran a marathon.', false],
  ])('%s', (_, sentence, isAct) => {
    const text = readText(sentence);
    expect(text.words.slice(1, 2).map(actsOfWork(text))).toEqual([isAct]);
  });
});
