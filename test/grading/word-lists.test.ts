import { describe, expect, it } from 'vitest';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { collision, collisionByReference, request } from './examples.ts';

const grouping = {
  ...collisionByReference,
  text: 'What is the difference between WHERE and HAVING in SQL?',
  rubric: { reference: 'WHERE filters rows before they are grouped, HAVING filters groups after aggregation.', keyPoints: [] },
};

const pointer = { ...collisionByReference, text: 'What is a pointer?', rubric: { reference: 'A variable that holds the address of a place in memory.', keyPoints: [] } };

describe('words without statements', () => {
  it.each([
    [pointer, 'variable, holds, address, place, memory'],
    [grouping, 'WHERE HAVING rows groups aggregate COUNT SUM index filter before after'],
    [collision, 'The important topics here are bucket, chaining, linked list, probing, slot, load factor, lookup and so on.'],
    [collision, 'It is about keys, bucket, chaining and open addressing. Also slot, lookup, linear, load factor.'],
    [collisionByReference, 'Keywords: collision, bucket, linked list, open addressing, slot, lookup, load factor.'],
    [collisionByReference, 'bucket / chaining / linked list / open addressing / slot / lookup / load factor'],
    [collision, 'Entries, probe, hash, bucket, chain, slot, table, list, next, slow, resize, load'],
    [collision, 'entries probe hash bucket chain slot table list next slow resize load'],
    [collisionByReference, 'slot with bucket and linear for chaining in table by lookup of keys on entries and addressing after factor'],
    [collision, 'linked list => hash bucket => open addressing => next slot => load factor => linear lookup'],
    [collision, 'First bucket, then linked list, then open addressing, then next slot, then load factor, then linear lookup.'],
    [collision, 'Here we have buckets, we have linked lists, we have open addressing, we have load factors, we have linear lookup, we have resizing.'],
    [collision, '#hash #bucket #linkedlist #openaddressing #slot #loadfactor #lookup #resize'],
    [collision, 'bucket chaining linked list open addressing probing slot lookup'],
    [collision, 'same bucket → separate chaining → linked list → open addressing → next free slot → load factor'],
    [collision, '[bucket] [separate chaining] [linked list] [open addressing] [free slot] [load factor] [linear lookup]'],
    [collision, 'two keys in bucket; list per bucket; probe for slot; open addressing; load factor; linear lookup; resize of table'],
    [{ ...collision, text: 'Which design would you choose for a table whose state of keys collides, and what is it called?' }, 'bucket, chaining, linked list, open addressing, slot, lookup, load factor'],
  ])('earn little: %#', (question, answer) => {
    const { score, flags } = gradeOffline(request(question, answer));
    expect(flags).toContain('keywords_only');
    expect(score).toBeLessThanOrEqual(0.3);
  });

  it.each([
    [collision, 'two keys same bucket; either a list per bucket (chaining) or probe for next free slot'],
    [collision, 'Keys in one bucket collide. With chaining there is a linked list, with open addressing you probe the next slot, and a high load factor makes a lookup linear.'],
    [collision, 'Collision: two keys, one bucket. Chaining: linked list per bucket. Open addressing: probe, take next free slot. High load factor: grow table, else lookup linear.'],
    [collision, 'keys collide -> same bucket; chain = list of entries, open addressing = probe next slot; load factor high => resize (lookup O(n) otherwise)'],
    [collision, 'Map two keys to one bucket and you chain them in a linked list, or probe for a slot. Grow on high load, or lookup gets linear.'],
    [collision, 'map both keys to bucket; keep list in bucket; walk entries; probe next slot; watch load factor; grow table'],
    [grouping, 'WHERE for rows, before grouping. HAVING for groups, after aggregation.'],
    [pointer, 'variable holding memory address'],
    [{ ...collision, text: 'Name the ways in which a hash table can deal with collisions.', rubric: { reference: 'Chaining, open addressing, double hashing, cuckoo hashing, linear probing.', keyPoints: [] } }, 'Chaining, open addressing, linear probing, cuckoo hashing, double hashing'],
  ])('are not seen in a terse answer: %#', (question, answer) => {
    expect(gradeOffline(request(question, answer)).flags).toEqual([]);
  });
});

describe('fluent talk that fits any question', () => {
  it.each([
    'It depends on trade-offs, scalability and best practices. Hash tables and collisions matter for performance, and a good engineer weighs the pros and cons.',
    'In modern systems a hash table plays a crucial role. It improves performance and reliability, reduces cost and helps the team to deliver value.',
    'I would analyze the requirements, pick a robust and scalable solution to hash collisions, test it thoroughly and monitor it in production.',
  ])('earns nearly nothing: %s', (answer) => {
    for (const question of [collision, collisionByReference]) expect(gradeOffline(request(question, answer)).score).toBeLessThanOrEqual(0.2);
  });
});
