import { expect, it } from 'vitest';
import index from '../../src/grading/synonym-index.json' with { type: 'json' };
import synonyms from '../../src/grading/synonyms.json' with { type: 'json' };
import { domainConcepts, wordingsFrom } from '../../src/grading/synonyms.ts';
import { indexSynonyms, phrasesInFile } from '../measure/synonym-index.ts';

it('knows at least 300 groups of synonyms', () => {
  expect(Object.values(synonyms.domains).flat().length).toBeGreaterThanOrEqual(300);
});

it('has an index of the groups as they are: make-synonym-index.ts writes it', () => {
  expect(index).toEqual(indexSynonyms());
});

it('finds every wording by the stem of its first word, and a longer one by its second', () => {
  const lost = phrasesInFile().filter(({ stems: [head = '', second, ...rest], concept }) => {
    const { alone, longer } = wordingsFrom(head);
    if (second === undefined) return !alone.includes(concept);
    const wanted = [head, second, ...rest].join(' ');
    return !longer.get(second)?.some((phrase) => phrase.concept === concept && phrase.stems.join(' ') === wanted);
  });

  expect(lost).toEqual([]);
});

it('gives the longest wordings first', () => {
  const lists = index.heads.split(' ').flatMap((head) => [...wordingsFrom(head).longer.values()].map((phrases) => phrases.map(({ stems }) => stems.length)));

  expect(Math.max(...lists.map(({ length }) => length))).toBeGreaterThan(1);
  for (const lengths of lists) expect(lengths).toEqual([...lengths].sort((left, right) => right - left));
});

it('numbers the groups of the domains one after another', () => {
  const names = Object.keys(synonyms.domains) as (keyof typeof synonyms.domains)[];

  const concepts = names.flatMap((name) => [...domainConcepts(name)]);

  expect(concepts).toEqual(Object.values(synonyms.domains).flat().map((_, place) => place));
});
