import { Option } from 'commander';
import type { Grader } from '../grading/grader.ts';
import type { CommandContext } from './context.ts';

/** `--grader`: who grades. A model is only ever used when it is named here: settings and keys in the shell change nothing. */
export function graderOption(): Option {
  return new Option('--grader <name>', 'who grades: offline, openai:gpt-4o, hf:org/model').default('offline');
}

export interface NamedGrader {
  grader: Grader;
  /** US dollars so far; null when a call had no known price. */
  spent(): number | null;
}

/** Opens the grader of that name. Rejects an unknown one, and one without its key, with an InputError. */
export async function openGrader(name: string, context: CommandContext): Promise<NamedGrader> {
  const { models } = context.config({ provider: 'offline', grader: name });
  if (models.agents.grader.kind === 'offline') {
    const { createOfflineGrader } = await import('../grading/offline-grader.ts');
    return { grader: createOfflineGrader(), spent: () => 0 };
  }
  const { openModels } = await import('../open-models.ts');
  const { createModelGrader } = await import('../grading/model-grader.ts');
  const { grader: llm, spending } = openModels(models, { contact: {}, sessionId: null, onCall: () => undefined, cache: null });
  if (!llm) throw new Error('A model was chosen, and none was opened.');
  return { grader: createModelGrader({ llm }), spent: () => (spending.unpriced > 0 ? null : spending.spentUsd) };
}
