import { Ajv2020 } from 'ajv/dist/2020.js';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packJsonSchema } from '../../src/packs/pack-schema.ts';
import { starterPack } from '../../src/packs/starter-pack.ts';
import { packagePath } from '../../src/package-root.ts';
import { SOUND } from './files.ts';

const validate = new Ajv2020({ strict: false }).compile(packJsonSchema());

describe('the JSON Schema of packs', () => {
  it.each(readdirSync(packagePath('prompts', 'packs')))('lets %s pass', (name) => {
    expect(validate(parse(readFileSync(packagePath('prompts', 'packs', name), 'utf8')))).toBe(true);
  });

  it('lets the starter pack pass', () => {
    expect(validate(parse(starterPack('mine')))).toBe(true);
  });

  it.each([
    ['an unknown key', SOUND.replace('title:', 'titel:')],
    ['an unknown type', SOUND.replace('type: technical', 'type: trick')],
    ['a band of 5', SOUND.replace('band: 4', 'band: 5')],
    ['a question without a reference', SOUND.replace('reference: Evict', 'note: Evict')],
  ])('refuses %s', (_, text) => {
    expect(validate(parse(text))).toBe(false);
  });
});
