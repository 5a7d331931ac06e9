import { expect, it } from 'vitest';
import { givesResult, toolIn } from '../../src/interview/claim-matter.ts';

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
