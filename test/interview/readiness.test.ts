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
  ['Great', 'yes'],
  ['Sounds good', 'yes'],
  ['Oh, perfect, thanks', 'yes'],
  ['not great', 'unclear'],
  ['Good, but give me a minute', 'later'],
  ['banana', 'unclear'],
  ['Hello, I am Jane. I have worked as a backend engineer for six years, mostly with Go.', 'introduced'],
  ['Yes. My name is Jane, I studied physics, later moved to software, and lead a small team today.', 'introduced'],
  ["I'm not a native speaker, but I have worked in English for ten years, most of them in banking.", 'introduced'],
  ['Backend engineer with six years of experience in Go and PostgreSQL, most recently at a payment company', 'introduced'],
  ['I have worked at two banks as a developer for nine years. Do you want to hear about both?', 'question'],
  ['I am not ready yet, I have been on the phone all day, and would like to eat first', 'no'],
  ['I am a bit late today because of the trains', 'unclear'],
])('reads "%s" as %s', (reply, readiness) => {
  expect(readReadiness(reply)).toBe(readiness);
});
