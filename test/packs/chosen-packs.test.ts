import { describe, expect, it } from 'vitest';
import { packsNamed, settlePackNames } from '../../src/packs/chosen-packs.ts';
import { fileWith, SOUND } from './files.ts';

const idsOf = (names: string[], settings: string[] = []) => packsNamed(settlePackNames(names, settings), settings).map(({ pack }) => pack.id);

describe('packs that are named for an interview', () => {
  it.each([
    ['by the id of a built-in pack', ['behavioral'], [], ['behavioral']],
    ['by several ids', ['behavioral', 'sql'], [], ['behavioral', 'sql']],
    ['twice, and are one', ['sql', 'sql'], [], ['sql']],
    ['by a file', [fileWith(SOUND)], [], ['mine']],
    ['by the id of a pack of the settings', ['mine'], [fileWith(SOUND)], ['mine']],
  ])('are known %s', (_, names, settings, ids) => {
    expect(idsOf(names, settings)).toEqual(ids);
  });

  it.each([
    ['lists the ids for a word that names none', 'nursing', 'pack-unknown', /There is no pack "nursing"\. The packs are: algorithms, api-design, behavioral, .*typescript\./u],
    ['says which id was meant', 'behavioural', 'pack-unknown', /Did you mean behavioral\?/u],
    ['says that a file is not there', './nursing.yaml', 'pack-unreadable', /nursing\.yaml cannot be read/u],
  ])('%s', (_, name, code, words) => {
    const caught = (() => {
      try {
        return idsOf([name]);
      } catch (error) {
        return error;
      }
    })() as { code: string; message: string; remedy: string };
    expect(caught.code).toBe(code);
    expect(`${caught.message} ${caught.remedy}`).toMatch(words);
  });
});
