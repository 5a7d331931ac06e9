import { describe, expect, it } from 'vitest';
import type { GradingRequest } from '../../src/grading/grader.ts';
import { gradeOffline } from '../../src/grading/offline-grader.ts';

type Question = GradingRequest['question'];

const question = (text: string, reference: string): Question => ({ text, type: 'technical', domain: 'general', rubric: { reference, keyPoints: [] } });
const grade = (asked: Question, answer: string): { score: number | null; flags: string[] } => gradeOffline({ question: asked, answer });

const sql = question('What is the difference between WHERE and HAVING in SQL?', 'WHERE filters rows before they are grouped, HAVING filters groups after aggregation.');
const threads = question('How do processes and threads differ?', 'Processes have separate address spaces, while threads share the memory of their process. Switching between threads is cheaper than between processes.');
const locks = question('What are optimistic and pessimistic locking?', 'Optimistic locking checks a version when it writes and fails on conflict; pessimistic locking takes a lock before it reads and makes the others wait.');
const access = question('Explain the difference between authentication and authorization.', 'Authentication checks who you are, authorization decides what you may do.');
const index = question('What does a database index bring, and what does it cost?', 'An index makes reads faster and writes slower, because it must be updated on each insert.');
const cache = question('When does a cache help?', 'A cache helps when the same data is read often and changes rarely. A higher hit rate reduces the load of the database.');
const text = question('Why is == a trap for strings in Java?', 'The operator == compares references and not contents. Two equal strings can be different objects, so I use equals.');
const render = question('What is a mismatch of the first render?', 'The first output of the client must be the same as that of the server. Do not return a random value from the render function, because it changes the output.');
const translation = question('How does a router share one address?', 'The router replaces the private source address with its public address and a free port, and notes both in a table.');
const crash = question('What can fail when you save and send?', 'The process may stop after the commit and before sending: the order exists and nobody hears of it.');
const patience: Question = {
  ...question('What do you do when a service answers that it is too busy?', 'The client waits, doubles the pause each time and adds a random part.'),
  rubric: {
    reference: 'The client waits, doubles the pause each time and adds a random part.',
    keyPoints: [{ id: 'pause', text: 'Wait, and double the pause each time', weight: 1, also: ["so we don't send that many requests"] }],
  },
};
const transport = question('How do TCP and UDP differ?', 'TCP opens a connection and guarantees delivery in order, UDP sends datagrams without a connection and gives no guarantee.');

describe('roles that are swapped', () => {
  it.each([
    [sql, 'HAVING filters rows; WHERE filters groups'],
    [sql, 'HAVING filters the rows before grouping, and WHERE filters groups after the aggregation.'],
    [threads, 'Threads have separate address spaces, while processes share memory.'],
    [threads, 'A thread lives in its own address space. Processes share the memory and switching between them is cheaper.'],
    [locks, 'Pessimistic locking checks a version on write and fails on conflict. Optimistic locking takes a lock before reading, so the others wait.'],
    [access, 'Authorization checks who somebody is, whereas authentication decides what they may do.'],
  ])('are no good answer: %#', (asked, answer) => {
    const { score, flags } = grade(asked, answer);
    expect(flags).toContain('negated');
    expect(score).toBeLessThanOrEqual(0.35);
  });

  it.each([
    [threads, 'Threads of one process share its memory, processes each have an address space of their own. So switching threads is cheaper.'],
    [locks, 'Pessimistic means that I take a lock before reading, so others wait. Optimistic checks the version on write and fails on conflict.'],
    [access, 'Authorization decides what you may do; authentication comes first and checks who you are.'],
    [transport, 'UDP just sends datagrams, nothing is guaranteed. TCP opens a connection first and delivers in order.'],
  ])('are not seen where only the order of the two is another: %#', (asked, answer) => {
    const { score, flags } = grade(asked, answer);
    expect(flags).toEqual([]);
    expect(score).toBeGreaterThanOrEqual(0.35);
  });
});

describe('a direction that is reversed', () => {
  it.each([
    [sql, 'WHERE filters rows after they are grouped, HAVING filters groups before aggregation.'],
    [index, 'An index makes reads slower and writes faster, because it must be updated on each insert.'],
    [index, 'With an index writes get faster and reads get slower.'],
    [cache, 'A cache helps when the same data is read rarely and changes often. A lower hit rate reduces the load of the database.'],
    [cache, 'A higher hit rate increases the load of the database.'],
  ])('is no good answer: %#', (asked, answer) => {
    expect(grade(asked, answer).score).toBeLessThanOrEqual(0.4);
  });

  it.each([
    [index, 'Reads get faster with an index, but each insert has to update it, so writes are slower.'],
    [cache, 'It helps if the same data is read often and rarely changes; with a high hit rate the database has less load.'],
  ])('is not seen where the same is said in another order: %#', (asked, answer) => {
    const { score, flags } = grade(asked, answer);
    expect(flags).toEqual([]);
    expect(score).toBeGreaterThanOrEqual(0.6);
  });
});

describe('a true statement that is denied', () => {
  const statement = 'an index makes reads faster and writes slower';
  it.each([
    `It is far from true that ${statement}.`,
    `Contrary to what you may hear, it does not hold that ${statement}.`,
    `I doubt that ${statement}.`,
    `It is a misconception that ${statement}.`,
    `${statement}, which is wrong.`,
    'An index never makes reads faster, and it is no longer updated on each insert.',
    'An index fails to make reads faster.',
    'An index hardly makes reads faster.',
  ])('is no good answer: %s', (answer) => {
    const { score, flags } = grade(index, answer);
    expect(flags).toContain('negated');
    expect(score).toBeLessThanOrEqual(0.35);
  });

  it('is not seen in what is put aside for good reason', () => {
    const { flags } = grade(sql, 'WHERE filters rows rather than groups, before they are grouped, and HAVING filters groups after aggregation.');
    expect(flags).toEqual([]);
  });
});

describe('an explanation of a defect', () => {
  it.each([
    [text, 'With == the references are compared, and for two equal strings the result is wrong. I use equals.'],
    [text, "I don't compare strings by ==, because that compares references. Two equal strings can be different objects."],
    [text, 'What goes wrong: two equal strings that are different objects, because == compares references.'],
    [text, 'A common mistake is that == compares references and not contents, so use equals.'],
    [render, 'The first output of the client differs from that of the server.'],
    [render, 'A random value returned from the render function changes the output.'],
    [translation, 'Inside each device has a private address. The router swaps it for its public address with a free port and keeps a table.'],
    [crash, 'If the process stops after sending and before the commit, others hear of an order that does not exist.'],
    [patience, 'At that point we send that many requests, so the client waits, and the pause doubles each time.'],
  ])('denies nothing: %#', (asked, answer) => {
    const { score, flags } = grade(asked, answer);
    expect(flags).toEqual([]);
    expect(score).toBeGreaterThanOrEqual(0.35);
  });
});

describe('a heading', () => {
  it('is no statement about something else', () => {
    const layers = question('Into which kinds do networks fall?', 'Networks have a single layer of units, many layers of units, or loops.');
    expect(grade(layers, 'Single layer. Many layer networks of units. Networks with loops.').flags).toEqual([]);
  });
});
