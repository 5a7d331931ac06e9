import { expect, it } from 'vitest';
import { hotseat } from '../helpers/hotseat.ts';

const EDGES = ['__start__ --> orchestrator', 'question --> cleaning', 'cleaning --> orchestrator', 'evaluation --> orchestrator', 'report --> __end__'];

it('draws every agent and edge as Mermaid', async () => {
  const { stdout } = await hotseat(['graph', '--format', 'mermaid']);
  expect(stdout).toContain('graph TD');
  for (const edge of EDGES) expect(stdout).toContain(edge);
  for (const target of ['question', 'evaluation', 'report', '__end__']) expect(stdout).toContain(`orchestrator -.-> ${target}`);
});

it('says the same in words', async () => {
  const { stdout } = await hotseat(['graph']);
  expect(stdout).toMatch(/orchestrator: .*\n {2}may go on to question\n {2}may go on to evaluation\n {2}may go on to report\n {2}may go on to end/u);
});
