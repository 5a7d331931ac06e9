import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dataFolder, deleteOriginal, findOriginal, keepOriginal, makePrivateFolder, requireUsable } from '../../src/store/data-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'hotseat-folder-'));
const newFolder = (): string => mkdtempSync(join(root, 'data-'));
afterAll(() => rmSync(root, { recursive: true }));

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('the data folder', () => {
  it('is where HOTSEAT_HOME says, as a whole path', () => {
    expect(dataFolder({ HOTSEAT_HOME: root })).toBe(root);
    expect(dataFolder({ HOTSEAT_HOME: 'here' })).toBe(resolve('here'));
  });

  it.each([{}, { HOTSEAT_HOME: '' }])('is the folder of the platform without it: %o', (env) => {
    const folder = dataFolder(env);
    expect(folder).toContain('hotseat');
    expect(folder).not.toContain('nodejs');
    expect(process.env['XDG_DATA_HOME'] ?? process.env['LOCALAPPDATA'] ?? homedir()).toSatisfy((base: string) => folder.startsWith(base));
  });
});

describe('a folder that cannot be used', () => {
  it.runIf(existsSync('/proc'))('is refused in words where no folders are made', () => {
    expect(() => makePrivateFolder('/proc/hotseat/data')).toThrow(expect.objectContaining({ code: 'data-folder-not-made', remedy: expect.stringContaining('HOTSEAT_HOME') as string }) as Error);
  });

  it('is refused in words where a part of its path is a file', () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(() => requireUsable(join(file, 'data'))).toThrow(expect.objectContaining({ code: 'data-folder-not-a-folder' }) as Error);
  });

  it('is not one that is there and ours', () => {
    expect(() => requireUsable(newFolder())).not.toThrow();
  });
});

describe('the original of a resume', () => {
  const bytes = new TextEncoder().encode('# Sample Person\n');

  it.each([
    ['resume.PDF', 'abc.pdf'],
    ['my resume.final.docx', 'abc.docx'],
    ['resume', 'abc'],
    ['odd.../../x', 'abc'],
    ['odd.a b', 'abc'],
  ])('%s is kept as %s, for its owner alone', async (file, name) => {
    const folder = newFolder();
    const kept = await keepOriginal(folder, 'abc', file, bytes);
    expect(kept).toBe(join(folder, 'resumes', name));
    expect(readFileSync(kept)).toEqual(Buffer.from(bytes));
    expect([modeOf(kept), modeOf(join(folder, 'resumes'))]).toEqual([0o600, 0o700]);
    expect(await findOriginal(folder, 'abc')).toBe(kept);
  });

  it('may be given by its path', async () => {
    const folder = newFolder();
    const path = join(folder, 'resume.md');
    writeFileSync(path, bytes, { mode: 0o644 });
    const kept = await keepOriginal(folder, 'abc', path, path);
    expect(readFileSync(kept)).toEqual(Buffer.from(bytes));
    expect(modeOf(kept)).toBe(0o600);
  });

  it('goes with all that was kept under its id, and no other', async () => {
    const folder = newFolder();
    await keepOriginal(folder, 'abc', 'a.md', bytes);
    await keepOriginal(folder, 'abcd', 'b.md', bytes);
    writeFileSync(join(folder, 'resumes', 'abc.md.0000.part'), 'half');
    expect(await deleteOriginal(folder, 'abc')).toBe(true);
    expect(readdirSync(join(folder, 'resumes'))).toEqual(['abcd.md']);
    expect(await findOriginal(folder, 'abc')).toBeUndefined();
    expect(await deleteOriginal(folder, 'abc')).toBe(false);
  });

  it('of nobody is not there, even when the folder is not', async () => {
    expect(await findOriginal(newFolder(), 'abc')).toBeUndefined();
    expect(await deleteOriginal(newFolder(), 'abc')).toBe(false);
  });

  it.each(['../abc', '', 'a/b', 'a.b', 'x'.repeat(65)])('cannot be kept under "%s"', async (id) => {
    await expect(keepOriginal(newFolder(), id, 'a.md', bytes)).rejects.toMatchObject({ code: 'bad-id' });
  });

  it('is refused in words when its folder cannot be', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'resumes'), '');
    await expect(keepOriginal(folder, 'abc', 'a.md', bytes)).rejects.toMatchObject({ code: 'data-folder-not-a-folder' });
    await expect(deleteOriginal(folder, 'abc')).rejects.toMatchObject({ code: 'data-folder-not-a-folder' });
  });
});
