import { stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { editInFile, externalEditor } from '../../../src/ui/editor/external-editor.ts';

describe('the external editor', () => {
  it.each([
    ['VISUAL before EDITOR', { VISUAL: 'code --wait', EDITOR: 'vi' }, 'code', 'save and close it'],
    ['EDITOR', { EDITOR: '/usr/bin/nvim' }, 'nvim', 'Esc :wq Enter keeps it, Esc :q! Enter drops it'],
    ['vi where nothing is set', { VISUAL: ' ' }, 'vi', 'Esc :wq Enter keeps it, Esc :q! Enter drops it'],
  ])('is %s, with the way out of it', (_, env, name, leave) => {
    expect(externalEditor(env)).toMatchObject({ name, leave });
  });

  it('gives what was saved, and leaves no file behind', async () => {
    const command = `sh -c 'printf "%s" "$0" > "$0"'`;
    const path = await editInFile('draft', { command, name: 'sh', leave: '' });
    expect(path).toMatch(/answer\.md$/u);
    await expect(stat(path ?? '')).rejects.toThrow();
  });

  it('gives nothing when the editor fails', async () => {
    expect(await editInFile('draft', { command: 'false', name: 'false', leave: '' })).toBeUndefined();
    expect(await editInFile('draft', { command: 'no-such-editor-here 2>/dev/null', name: 'none', leave: '' })).toBeUndefined();
  });
});
