import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagePath } from '../package-root.ts';
import type { Author } from '../schemas/author.ts';
import type { Llm, Message } from './llm.ts';

/** What fills the holes of a page. Every hole is filled exactly once, by one or the other. */
export interface PromptWords {
  /** Our own words: questions of a pack, anchors, names of domains. They go in as they are. */
  words?: Record<string, string>;
  /** What a candidate or a resume says. It goes in between fences that it cannot close. */
  material?: Record<string, string>;
}

export interface Prompt {
  messages: Message[];
  /** SHA-256 of the page, hexadecimal: the page, not what filled it. */
  hash: string;
}

/** A line that parts the page: what stands above it is the system's, what stands below the user's. */
const PARTING = /^---$/mu;
const HOLE = /\{\{(\w+)\}\}/gu;

/**
 * Fills `prompts/agents/<name>.md`. Throws for a hole that is left empty and
 * for words without a hole: both are bugs.
 */
export function fillPrompt(name: string, { words = {}, material = {} }: PromptWords, folder = packagePath('prompts', 'agents')): Prompt {
  const page = readFileSync(join(folder, `${name}.md`), 'utf8');
  const fence = fenceFor(Object.values(material));
  const filling = new Map(Object.entries(words));
  for (const [hole, text] of Object.entries(material)) filling.set(hole, text.trim() === '' ? '' : `${fence}\n${text}\n${fence}`);
  const used = new Set<string>();

  const fill = (text: string): string =>
    text.trim().replace(HOLE, (_, hole: string) => {
      const filled = filling.get(hole)?.trim() ?? '';
      if (filled === '') throw new Error(`The page ${name} has a hole {{${hole}}} that nothing fills.`);
      used.add(hole);
      return filled;
    });

  const [system = '', ...user] = page.split(PARTING);
  const messages: Message[] = [
    { role: 'system', content: fill(system) },
    { role: 'user', content: fill(user.join('---')) },
  ];
  const idle = [...filling.keys()].filter((hole) => !used.has(hole));
  if (idle.length > 0) throw new Error(`The page ${name} has no hole for ${idle.join(', ')}.`);
  return { messages, hash: createHash('sha256').update(page).digest('hex') };
}

/** Who writes what is written to a page. */
export function authorOf({ endpoint: { provider, model } }: Llm, { hash }: Prompt): Author {
  return { provider, model, promptHash: hash };
}

/** A fence longer than any run of backticks in the material, so that nothing in it can end it. */
function fenceFor(material: string[]): string {
  const runs = material.flatMap((text) => text.match(/`+/gu) ?? []);
  return '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
}
