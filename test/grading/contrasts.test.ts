import { expect, it } from 'vitest';
import { contrastsIn } from '../../src/grading/contrasts.ts';
import { readText } from '../../src/grading/words.ts';

const pairsIn = (question: string): string[] => contrastsIn(readText(question)).map(({ first, second }) => `${first.text} ${second.text}`);

it.each([
  ['How do you decide between TCP and UDP for a new protocol?', ['tcp udp']],
  ['When do you rebase and when do you merge?', ['rebase merge']],
  ['When do you take block storage, when files?', ['storage files', 'block files']],
  ['When would you prefer merge sort to quicksort?', ['merge quicksort']],
  ['What is a container, and how does it differ from a process?', ['container process']],
  ['What is a checked exception and an unchecked exception?', ['checked unchecked']],
])('"%s" sets against each other: %j', (question, pairs) => {
  expect(pairsIn(question)).toEqual(expect.arrayContaining(pairs));
});

it.each(['What is a closure?', 'Nobody dares to delete CSS, and styles of one page break another.', 'How do you convert rows to columns?'])('"%s" sets nothing against each other', (question) => {
  expect(pairsIn(question)).toEqual([]);
});
