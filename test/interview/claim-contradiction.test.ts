import { describe, expect, it } from 'vitest';
import { findContradiction } from '../../src/interview/claim-contradiction.ts';

const bill = { text: 'Cut the AWS bill by 40% by moving batch jobs to spot instances.', skills: ['AWS'] };
const team = { text: 'Led a team of 12 engineers that rebuilt the checkout.', skills: [] };
const latency = { text: 'Reduced API latency by 40% with a Redis cache.', skills: ['Redis'] };
const speed = { text: 'Delivered the Kafka migration in 3 weeks.', skills: ['Kafka'] };
const users = { text: 'Built the search page for 60,000 monthly users.', skills: [] };

describe('an answer that takes the claim back', () => {
  it.each([
    [bill, 'It was about 15%.'],
    [bill, 'Honestly, it was more like 15%.'],
    [bill, 'To be honest, the real number was around 15 percent. We had other savings as well.'],
    [bill, 'We moved the batch jobs over a quarter. Actually, it was only 20% in the end.'],
    [bill, 'We cut the bill by 15%.'],
    [bill, 'It was not 40%, more like 15%.'],
    [bill, 'The saving was 15%, not 40%.'],
    [bill, 'That number is wrong.'],
    [bill, 'To be honest, that figure is exaggerated.'],
    [bill, 'I made that number up.'],
    [bill, "I didn't actually do that."],
    [bill, 'That was my colleague, not me.'],
    [bill, 'Honestly, I inflated that a bit.'],
    [latency, 'I never used Redis.'],
    [latency, 'We reduced latency by 12%.'],
    [speed, 'Actually it was closer to 5 weeks.'],
    [users, 'It was really more like 5,000 monthly users.'],
  ])('is found: %o - %s', (claim, answer) => {
    expect(findContradiction(claim, answer)).not.toBeNull();
  });

  it('is quoted verbatim', () => {
    expect(findContradiction(bill, 'We had spot instances. Honestly, it was more like 15%. Still worth it.')).toEqual({ kind: 'other-number', quote: 'Honestly, it was more like 15%.' });
  });
});

describe('an honest answer', () => {
  it.each([
    // The number of the claim is said.
    [bill, 'First we cut it by 15% with reserved instances and then another 25% with spot, so about 40% in total.'],
    [bill, 'It was about 15% at first and 40% after three months.'],
    [bill, 'We went from 100,000 to 60,000 dollars a month, which is 40 percent.'],
    [bill, 'It was not just 40%, in some months it was 45%.'],
    [bill, 'It was about 38% to be exact.'],
    // Other numbers tell how.
    [bill, 'About 70% of the jobs could be stopped at any time, so I moved these first. I wrote a scheduler that retried them, and 3% had to be run again.'],
    [bill, 'The batch jobs ran at night. CPU use was low. It was about 15%.'],
    [bill, 'It was about 15% of the jobs that caused most of the cost.'],
    [bill, 'I started with the nightly reports, which cut the bill by 15%, and went on with the rest.'],
    [bill, 'I measured it for two weeks. The error rate was only 2%.'],
    [bill, 'We cut the storage bill by 15% as a side effect.'],
    [bill, 'The target was 20%.'],
    [bill, 'Was it really only 15%? My manager asked that too, and I showed her the invoice.'],
    [team, 'Two engineers worked on payments with me and four engineers on the cart.'],
    [team, 'We were five engineers at first.'],
    [team, 'It took 9 months.'],
    [latency, 'I had never used Redis before, so I read a lot first.'],
    [latency, 'I never used Redis for sessions.'],
    [latency, 'The hit rate was about 90%.'],
    [latency, 'We reduced latency of the search endpoint by 60% because it was the worst one.'],
    [latency, "I didn't do it alone, two colleagues helped me with the tests."],
    [latency, "I didn't do that with a library, I wrote the cache keys by hand."],
    [latency, "That's not what I expected, but the database was fine."],
    [latency, "That wasn't right away clear to us."],
    [latency, 'My first guess was wrong.'],
    [latency, 'The cache was wrong for a day, and we fixed it.'],
    [latency, "It wasn't me who found the bug, but I wrote the fix."],
    [speed, 'The first topic took 4 days, and the last one 2 days.'],
    [speed, 'It took 6 weeks to convince the team.'],
    [users, 'We tested it with 200 users.'],
    [users, 'Every minute some 300 users searched at the same time.'],
    [users, ''],
    [users, "I don't know."],
  ])('is not taken for a contradiction: %o - %s', (claim, answer) => {
    expect(findContradiction(claim, answer)).toBeNull();
  });
});
