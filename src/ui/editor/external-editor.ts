import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Environment } from '../../environment.ts';

/** The person's own editor, and how one gets out of it. */
export interface ExternalEditor {
  command: string;
  name: string;
  leave: string;
}

const LEAVE: Readonly<Record<string, string>> = {
  vi: 'Esc :wq Enter keeps it, Esc :q! Enter drops it',
  nano: 'Ctrl+X leaves',
  emacs: 'Ctrl+X Ctrl+S keeps it, Ctrl+X Ctrl+C leaves',
};

export function externalEditor(env: Environment): ExternalEditor {
  const command = [env.VISUAL, env.EDITOR].find((one) => one !== undefined && one.trim() !== '') ?? 'vi';
  const name = basename(command.trim().split(/\s+/u)[0] ?? command);
  const family = /^(?:n?vim?|vimx|view)$/u.test(name) ? 'vi' : name;
  return { command, name, leave: LEAVE[family] ?? 'save and close it' };
}

/**
 * Opens the text in a file that only this person can read, waits for the
 * editor, and gives what was saved. Undefined when the editor could not be run
 * or said that it failed: the text stays as it was.
 */
export async function editInFile(text: string, { command, leave }: ExternalEditor): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'hotseat-'));
  const file = join(folder, 'answer.md');
  try {
    await writeFile(file, text, { mode: 0o600 });
    // Vi fills the screen and hides what was printed before it.
    const advice = LEAVE.vi === leave ? ` -c 'redraw | echo "${leave}"'` : '';
    if ((await runEditor(`${command}${advice}`, file)) !== 0) return undefined;
    return (await readFile(file, 'utf8')).replace(/\n$/u, '');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The command may have arguments of its own, as in `code --wait`, so a shell reads it. */
function runEditor(command: string, file: string): Promise<number> {
  const isWindows = process.platform === 'win32';
  const [shell, ...words] = isWindows ? [`${command} "${file}"`] : ['/bin/sh', '-c', `${command} "$1"`, 'sh', file];
  return new Promise((resolve) => {
    const child = spawn(shell ?? '', words, { stdio: 'inherit', shell: isWindows });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
