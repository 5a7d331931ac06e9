import { chmodSync, readdirSync, readFileSync, realpathSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { isBuiltIn } from '../../src/packs/built-in.ts';
import { openOwnPack, writeNewFile, writeOwnPack } from '../../src/packs/own-pack.ts';
import { packagePath } from '../../src/package-root.ts';
import { fileWith, folderWith, SOUND } from './files.ts';

it('writes a pack whole, with its mode, and leaves nothing beside it', () => {
  const file = fileWith(SOUND);
  chmodSync(file, 0o640);
  writeOwnPack(openOwnPack(file), `${SOUND}# more\n`);
  expect(readFileSync(file, 'utf8')).toBe(`${SOUND}# more\n`);
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(readdirSync(dirname(file))).toEqual(['mine.yaml']);
});

it('keeps line ends with carriage returns', () => {
  const file = fileWith(SOUND.replaceAll('\n', '\r\n'));
  const pack = openOwnPack(file);
  writeOwnPack(pack, `${pack.source.text}# more\n`);
  expect(readFileSync(file, 'utf8')).toBe(`${SOUND}# more\n`.replaceAll('\n', '\r\n'));
});

it('writes through a link and leaves it a link', () => {
  const file = fileWith(SOUND);
  const link = join(folderWith({}), 'link.yaml');
  symlinkSync(file, link);
  writeOwnPack(openOwnPack(link), `${SOUND}# more\n`);
  expect(realpathSync(link)).toBe(realpathSync(file));
  expect(readFileSync(file, 'utf8')).toContain('# more');
});

it('writes nothing when somebody else has changed the file meanwhile', () => {
  const file = fileWith(SOUND);
  const pack = openOwnPack(file);
  writeFileSync(file, `${SOUND}# theirs\n`);
  expect(() => writeOwnPack(pack, SOUND)).toThrow(/changed by another program/);
  expect(readFileSync(file, 'utf8')).toContain('# theirs');
});

it.each([
  ['a built-in pack', packagePath('prompts', 'packs', 'sql.yaml'), /built-in/],
  ['a pack that is not there', 'no/such.yaml', /no pack no\/such\.yaml/],
  ['a pack with mistakes', fileWith('id: mine\n'), /missing/],
])('does not open %s for writing', (_, file, words) => {
  expect(() => openOwnPack(file)).toThrow(words);
});

it('knows a built-in pack behind a link', () => {
  const link = join(folderWith({}), 'link.yaml');
  symlinkSync(packagePath('prompts', 'packs', 'sql.yaml'), link);
  expect(isBuiltIn(link)).toBe(true);
  expect(isBuiltIn(fileWith(SOUND))).toBe(false);
});

it('says of a folder that is not there that nothing can be written, as of any bad input', () => {
  expect(() => writeNewFile(join(folderWith({}), 'none', 'mine.yaml'), 'x')).toThrow(expect.objectContaining({ code: 'pack-unwritable', exitCode: 2 }) as Error);
});

it('never writes over a file that is there', () => {
  const file = fileWith(SOUND);
  expect(() => writeNewFile(file, 'x')).toThrow(/there already/);
  expect(readFileSync(file, 'utf8')).toBe(SOUND);
});
