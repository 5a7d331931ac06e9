/** Run by a test: replaces the same index again and again, and prints how often it was done. */
import { writeSync } from 'node:fs';
import { createVectraIndex } from '../../src/vectors/vectra.ts';
import { item, vectorOf } from './items.ts';

const [folder = '', times = 'Infinity'] = process.argv.slice(2);
const index = createVectraIndex(folder);
for (let time = 1; time <= Number(times); time += 1) {
  const items = Array.from({ length: 60 }, (_, position) => item(position, vectorOf(time, position)));
  await index.replace('abc', 'test/axes', items);
  writeSync(1, `${time}\n`);
}
