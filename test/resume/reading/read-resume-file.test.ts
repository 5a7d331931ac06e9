import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { createReadingPool, type ReadingPool } from '../../../src/resume/reading/reading-pool.ts';
import { readResumeFile } from '../../../src/resume/reading/read-resume-file.ts';
import { fixture } from './fixture.ts';

let folder: string;
let pool: ReadingPool;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotseat-reading-'));
  pool = createReadingPool({ size: 2 });
});

afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('a file that is no resume', () => {
  const cases: [string, () => string, string][] = [
    ['is missing', () => join(folder, 'nothing.pdf'), 'file-missing'],
    ['stands in a folder that is a file', () => join(put('plain.txt', 'x'), 'a.pdf'), 'file-missing'],
    ['is empty', () => put('empty.pdf', ''), 'file-empty'],
    ['is a folder', () => folderNamed('folder.pdf'), 'file-not-regular'],
    ['is a symbolic link', () => linked('link.pdf'), 'file-not-regular'],
    ['is a named pipe', () => pipe('pipe.pdf'), 'file-not-regular'],
    ['is a device', () => '/dev/zero', 'file-not-regular'],
    ['may be read by nobody', () => closed('closed.txt'), 'file-unreadable'],
    ['is larger than 10 MB', () => large('large.pdf'), 'file-too-large'],
    ['is a web page', () => put('page.pdf', '<!doctype html><html><body>Hello</body></html>'), 'file-not-a-resume-format'],
    ['is a picture', () => put('picture.pdf', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), 'file-not-a-resume-format'],
    ['is an old Word file', () => put('old.doc', Buffer.from('d0cf11e0a1b11ae100000000', 'hex')), 'file-not-a-resume-format'],
    ['is binary', () => put('binary.txt', Buffer.alloc(500)), 'file-not-a-resume-format'],
    ['is a PDF header and nothing more', () => put('header.pdf', '%PDF-1.7\n'), 'file-damaged'],
    ['is a damaged PDF', () => fixture('hostile/broken.pdf'), 'file-damaged'],
    ['is a picture of text', () => fixture('hostile/scanned.pdf'), 'file-has-no-text'],
    ['is protected with a password', () => fixture('hostile/encrypted.pdf'), 'file-encrypted'],
    ['is white space', () => put('white.txt', ' \n\n '), 'file-has-no-text'],
  ];

  it.each(cases)('is refused in words when it %s', async (_, path, code) => {
    const error = await readResumeFile(path(), { pool }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ code, exitCode: 2, message: expect.stringMatching(/\.$/) as string, remedy: expect.stringMatching(/\S/) as string });
  });

  it('is refused without the control characters of its name', async () => {
    const error: unknown = await readResumeFile(join(folder, 'a\u001B[31m.pdf')).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: 'a.pdf is not there.' });
  });

  function folderNamed(name: string): string {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  }
  function linked(name: string): string {
    symlinkSync(fixture('backend-engineer.pdf'), join(folder, name));
    return join(folder, name);
  }
  function pipe(name: string): string {
    execFileSync('mkfifo', [join(folder, name)]);
    return join(folder, name);
  }
  function closed(name: string): string {
    const path = put(name, 'text');
    chmodSync(path, 0);
    return path;
  }
  function large(name: string): string {
    const path = put(name, '%PDF-');
    truncateSync(path, 10 * 1024 * 1024 + 1);
    return path;
  }
});

describe('reading a file', () => {
  it('gives its name, the hash of its bytes and its document', async () => {
    const path = fixture('junior-developer.txt');
    const { file, hash, document } = await readResumeFile(path, { pool });
    expect(file).toBe('junior-developer.txt');
    expect(hash).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
    expect(document).toMatchObject({ format: 'txt', pages: 1, notices: [] });
  });

  it('opens a protected PDF with its password, and says when the password is wrong', async () => {
    const path = fixture('hostile/encrypted.pdf');
    const { document } = await readResumeFile(path, { pool, password: 'sample-password' });
    expect(document.lines.map(({ text }) => text)).toContain('Pat Locked');
    await expect(readResumeFile(path, { pool, password: 'wrong' })).rejects.toMatchObject({ code: 'file-password-wrong' });
  });

  it('goes by what is in the file and says when its name misleads', async () => {
    const path = join(folder, 'really-a-pdf.docx');
    copyFileSync(fixture('backend-engineer.pdf'), path);
    const { document } = await readResumeFile(path, { pool });
    expect(document.format).toBe('pdf');
    expect(document.notices[0]).toMatchObject({ code: 'name-misleads' });
  });

  it('reads a PDF with other things in front of it', async () => {
    const path = put('prefixed.pdf', Buffer.concat([Buffer.from('From: mail\r\n\r\n'), readFileSync(fixture('frontend-sidebar.pdf'))]));
    const { document } = await readResumeFile(path, { pool });
    expect(document.lines.length).toBeGreaterThan(30);
  });

  it('numbers the lines of each page from 1, each number once', async () => {
    const { document } = await readResumeFile(fixture('backend-engineer.pdf'), { pool });
    for (const page of [1, 2]) {
      const numbers = document.lines.filter((line) => line.page === page).map(({ line }) => line);
      expect(numbers.sort((one, other) => one - other)).toEqual(numbers.map((_, index) => index + 1));
    }
  });

  it('is the same with a pool and without one', async () => {
    const path = fixture('frontend-sidebar.pdf');
    expect(await readResumeFile(path)).toEqual(await readResumeFile(path, { pool }));
  });

  it('is cancelled by its signal', async () => {
    const path = fixture('backend-engineer.pdf');
    await expect(readResumeFile(path, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
});
