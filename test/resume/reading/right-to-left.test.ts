import { expect, it } from 'vitest';
import { toLogicalOrder } from '../../../src/resume/reading/right-to-left.ts';

it.each([
  ['Latin text stays', 'Skills 2019', 'Skills 2019'],
  ['Hebrew is turned', 'םולש', 'שלום'],
  ['a number in Hebrew keeps its order', '2019 םולש', 'שלום 2019'],
  ['a range of years is turned, its years are not', '2024 - 2015 םולש', 'שלום 2015 - 2024'],
  ['Latin words in Hebrew keep their order', 'Node ב םולש', 'שלום ב Node'],
  ['brackets open where they should', '(ב) םולש', 'שלום (ב)'],
  ['Hebrew in Latin text is turned by itself', 'Name: םולש here please', 'Name: שלום here please'],
])('%s', (_, visual, logical) => {
  expect(toLogicalOrder([...visual])).toBe(logical);
});

it('turns a range of dates on a page that runs to the left', () => {
  expect(toLogicalOrder([...'2024 - 2015'], true)).toBe('2015 - 2024');
  expect(toLogicalOrder([...'2015 - 2024'], false)).toBe('2015 - 2024');
});
