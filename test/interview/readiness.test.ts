import { expect, it } from 'vitest';
import { readReadiness } from '../../src/interview/readiness.ts';

it.each([
  ['yes', 'yes'],
  ["Sure, let's go!", 'yes'],
  ['I am ready', 'yes'],
  ['ok', 'yes'],
  ['', 'yes'],
  ['No', 'no'],
  ['not yet', 'no'],
  ["I'm not ready", 'no'],
  ['Not now, maybe tomorrow', 'later'],
  ['give me a minute', 'later'],
  ['Can we do this later', 'question'],
  ['Later please', 'later'],
  ['How long will it take?', 'question'],
  ['yes, but how is it graded?', 'question'],
  ['what happens with my answers', 'question'],
  ["No problem, let's start", 'yes'],
  ["I don't mind", 'yes'],
  ["I don't know", 'unclear'],
  ['banana', 'unclear'],
])('reads "%s" as %s', (reply, readiness) => {
  expect(readReadiness(reply)).toBe(readiness);
});
