import synonyms from '../../src/grading/synonyms.json' with { type: 'json' };
import { isFunctionWord } from '../../src/grading/function-words.ts';
import { put } from '../../src/grading/multimap.ts';
import { findStem } from '../../src/grading/stems.ts';

/** How src/grading/synonym-index.json holds the groups of synonyms.json. */
export interface SynonymIndex {
  source: string;
  /** Of each domain the number of its first group, and how many it has. */
  domains: Record<string, { first: number; groups: number }>;
  /** The stems that phrases begin with, a space between them. */
  heads: string;
  /** Of each head in order its phrases, longest first, as "12 track,40|3": the number of the group, and the stems that follow. */
  phrases: string;
}

const SOURCE = 'The phrases of synonyms.json by the stem of their first word; made by test/measure/make-synonym-index.ts.';

/** Every wording as stems, with the number of its group. A lone word of grammar says too little to stand for anything. */
export function phrasesInFile(): { stems: string[]; concept: number }[] {
  const groups = Object.values(synonyms.domains).flat();
  return groups.flatMap((group, concept) => {
    const wordings = group.split('|').map((wording) => wording.split(/[\s/-]+/));
    return wordings.filter(({ length, 0: word = '' }) => length > 1 || !isFunctionWord(word)).map((words) => ({ stems: words.map(findStem), concept }));
  });
}

export function indexSynonyms(): SynonymIndex {
  const byHead = new Map<string, { stems: string[]; concept: number }[]>();
  for (const phrase of phrasesInFile()) put(byHead, phrase.stems[0] ?? '', phrase);
  const lines = [...byHead.values()].map((phrases) => {
    const sorted = phrases.sort((left, right) => right.stems.length - left.stems.length);
    return sorted.map(({ stems: [, ...rest], concept }) => [concept, ...rest].join(' ')).join(',');
  });
  return { source: SOURCE, domains: domainsInFile(), heads: [...byHead.keys()].join(' '), phrases: lines.join('|') };
}

function domainsInFile(): SynonymIndex['domains'] {
  let first = 0;
  return Object.fromEntries(
    Object.entries(synonyms.domains).map(([name, { length: groups }]) => {
      first += groups;
      return [name, { first: first - groups, groups }];
    }),
  );
}
