import { writeFileSync } from 'node:fs';
import { packagePath } from '../../src/package-root.ts';
import { indexSynonyms } from './synonym-index.ts';

/**
 * Writes src/grading/synonym-index.json from synonyms.json, where the groups are
 * edited: finding the stems of three thousand wordings would take longer than
 * grading an answer. Run it after a change: npx tsx test/measure/make-synonym-index.ts
 */
const index = indexSynonyms();
writeFileSync(packagePath('src/grading/synonym-index.json'), `${JSON.stringify(index, null, 1)}\n`);
console.log(`${index.heads.split(' ').length} stems begin a phrase`);
