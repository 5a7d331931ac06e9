import { SCHEMA_FILE } from './pack-schema.ts';

/** A question that shows every key; `indent` is where it stands. */
const QUESTION = `id: {{id}}
text: Users report that a page of our web application has become slow. How do you find out why?
type: technical # technical, behavioral or situational
difficulty: medium # easy, medium or hard
skills: [Performance]
tags: [debugging]
# What a very good answer says, in 60 to 120 words. It must make every key point.
reference: >-
  First I measure before I change anything: how slow the page is, for whom, and since when. Then I look at
  what changed at that time, such as a release, a configuration or the amount of data. With the network panel
  of the browser and the traces of the server I see where the time goes: in the browser, the network, the
  application or the database. In the slow part I form one hypothesis and test it alone. After the fix I
  measure again, and I add an alert so that we notice the next slowdown before the users do.
# 3 to 7 points that a grader looks for. weight is 1 where it is left out.
keyPoints:
  - id: measure-first
    text: Measure how slow it is and for whom before changing anything
    weight: 2
    also: # other words for the same, as candidates say them
      - get numbers first instead of guessing
  - id: what-changed
    text: Look at what changed when it began, such as a release or the amount of data
  - id: where-time-goes
    text: Find where the time goes, in the browser, the network, the application or the database
    weight: 2
    also:
      - use tracing or a profiler to see the slow part
  - id: verify
    text: Measure again after the fix and add an alert
# Asked when the answer misses the key point.
followUps:
  - keyPoint: what-changed
    text: It was fast last week. What would you look at?
  - keyPoint: verify
    text: How do you know that your fix worked?
# First a nudge, then one that says more.
hints:
  - What would you want to know before you open any code?
  - A page takes its time in several places. How do you find out in which?
# Answers as people would give them, with the band that a fair grader must give:
# 1 poor, 2 mixed, 3 good, 4 excellent. Write them before you look at a grade.
# hotseat pack test checks them.
gold:
  - band: 4
    answer: >-
      I would get numbers first: how slow, which users, since when. Then I check what changed around that time,
      for example a release or a table that has grown a lot. With browser tools and tracing on the server I find
      where the time goes, whether that is the browser, the network, our application or the database. I test
      one guess at a time, and after the fix I measure again and set up an alert.
  - band: 2
    answer: I would look at the traces to see if the database or the application is the slow part.
  - band: 1
    answer: Probably the server is too small, so I would take a bigger one.
`;

/** A commented pack that passes `pack lint`, for its author to write over. */
export function starterPack(id: string): string {
  const lines = QUESTION.replace('{{id}}', `${id}-slow-page`).trimEnd().split('\n');
  const entry = lines.map((line, index) => `  ${index === 0 ? '- ' : '  '}${line}`).join('\n');
  return `# yaml-language-server: $schema=./${SCHEMA_FILE}
#
# A question pack. Check it with:     hotseat pack lint <this file>
# Test its gold answers with:         hotseat pack test <this file>
# Interview with it:                  hotseat interview --pack <this file>
id: ${id}
domain: ${id} # every question has this domain, unless it names its own
title: ${titleOf(id)}
version: 1
questions:
${entry}
`;
}

/** One question to fill in. */
export function questionTemplate(): string {
  return QUESTION.replace('{{id}}', 'my-question');
}

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
