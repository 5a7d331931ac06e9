import { expect, it } from 'vitest';
import { givesResult, hasAlternatives, isRoutine, tellsOfMove, toolIn } from '../../src/interview/claim-matter.ts';

it.each([
  ['Cut the bill by 34%', ['34%'], true],
  ['Made the search 3x as fast', ['3x'], true],
  ['Brought the latency from 900 to 150 ms', ['900', '150 ms'], true],
  ['Grew the newsletter to 12,000 readers', ['12,000'], true],
  ['Responsible for manual testing of CISCO IOS -7600', ['7600'], false],
  ['Ran daily operations for a 120-seat restaurant', ['120'], false],
  ['Led a team of 12 engineers', ['12 engineers'], false],
  ['Improved the build', [], false],
])('hears in "%s" whether its number was arrived at', (text, numbers, result) => {
  expect(givesResult({ text, numbers })).toBe(result);
});

it.each([
  [['Testing', 'Perl'], 'Perl'],
  [['Project Management', 'Agile'], undefined],
  [['Machine Learning', 'PyTorch'], 'PyTorch'],
  [['Customer Service', 'Spring Security'], 'Spring Security'],
  [['React'], 'React'],
  [[], undefined],
])('finds in %j what may be chosen', (skills, tool) => {
  expect(toolIn({ skills })).toBe(tool);
});

it.each([
  [['SQL'], undefined, false],
  [['SQL', 'Snowflake'], 'Snowflake', true],
  [['HTML', 'CSS', 'Git'], undefined, false],
  [['Excel', 'English'], undefined, false],
  [['Linux', 'Perl'], 'Perl', false],
  [['PostgreSQL'], 'PostgreSQL', true],
  [['Kafka'], 'Kafka', true],
])('asks of %j, if of any, what was there in its place', (skills, tool, chosen) => {
  expect(toolIn({ skills })).toBe(tool);
  expect(hasAlternatives({ skills })).toBe(chosen);
});

it.each([
  ['Led the move from one Rails application to six Node.js services', true],
  ['Moved the search off Solr', true],
  ['Replaced Jenkins with GitHub Actions', true],
  ['Migrated MySQL to PostgreSQL', true],
  ['Rewrote the checkout from PHP into Go', true],
  ['Built the search on Elasticsearch', false],
  ['Translated wishes of customers to developers', false],
  ['Supported the product from design to release', false],
])('hears in "%s" whether something was left for something else', (text, moved) => {
  expect(tellsOfMove({ text })).toBe(moved);
});

it.each([
  ['Participation in Stand up Calls', true],
  ['Attended daily scrum meetings.', true],
  ['Responsible for documentation', true],
  ['Performed daily tasks', true],
  ['Involved in client calls and discussions', true],
  ['Led daily stand-ups for 12 engineers', false],
  ['Optimized API calls to the ledger', false],
  ['Introduced retrospectives that cut rework', false],
  ['Wrote the documentation of the public API from scratch', false],
])('says of "%s" whether anything was done', (text, routine) => {
  expect(isRoutine({ text, numbers: text.match(/\d+/gu) ?? [] })).toBe(routine);
});
