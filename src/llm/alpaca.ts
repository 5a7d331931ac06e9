import type { Message } from './llm.ts';

const WITH_INPUT = 'Below is an instruction that describes a task, paired with an input that provides further context. Write a response that appropriately completes the request.';
const WITHOUT_INPUT = 'Below is an instruction that describes a task. Write a response that appropriately completes the request.';

/** Where a fine-tuned model that runs on would begin another section. */
export const ALPACA_STOP = '\n###';

/**
 * The prompt format of models that were tuned on instructions: what the system
 * says is the instruction, everything else the input. A line of either that
 * looks like a heading of the format loses its look.
 */
export function alpacaPrompt(messages: Message[]): string {
  const join = (some: Message[]): string => some.map(({ content }) => harmless(content)).join('\n\n');
  const system = join(messages.filter(({ role }) => role === 'system'));
  const rest = join(messages.filter(({ role }) => role !== 'system'));
  if (system === '' || rest === '') return `${WITHOUT_INPUT}\n\n### Instruction:\n${system || rest}\n\n### Response:\n`;
  return `${WITH_INPUT}\n\n### Instruction:\n${system}\n\n### Input:\n${rest}\n\n### Response:\n`;
}

/** The answer without what a model wrote after it. */
export function alpacaAnswer(text: string): string {
  return (text.split(ALPACA_STOP)[0] ?? '').replace(/<\/s>\s*$/, '').trim();
}

const harmless = (text: string): string => text.replace(/^(\s*)#{3,}/gm, '$1##');
