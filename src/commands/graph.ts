import { Command, Option } from 'commander';
import type { Flags } from '../config.ts';
import type { Agent } from '../interview/agents/agent.ts';
import { interviewGraph } from '../interview/graph.ts';
import { print, printJson } from './print.ts';

const EXAMPLES = `
Examples:
  $ hotseat graph
  $ hotseat graph --format mermaid > graph.mmd`;

const NODES: Record<string, string> = {
  orchestrator: 'looks at the state and says what happens next',
  question: 'finds or writes the next question',
  cleaning: 'makes one natural question of it, and asks it',
  evaluation: 'grades the last answer against its rubric',
  report: 'writes the report',
};

/** The graph does not change with what the agents do inside, so for drawing they do nothing. */
const idle: Agent = async () => ({});

export function command(): Command {
  return new Command('graph')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'mermaid']).default('text'))
    .option('--json', 'print nodes and edges as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (_, command: Command) => {
      const { format, json } = command.optsWithGlobals<Flags & { format: string; json?: boolean }>();
      const drawable = await interviewGraph({ orchestrator: idle, question: idle, cleaning: idle, evaluation: idle, report: idle }).getGraphAsync();
      if (json) return printJson({ nodes: Object.keys(drawable.nodes), edges: drawable.edges.map(({ source, target, conditional }) => ({ source, target, conditional: conditional ?? false })) });
      await print(format === 'mermaid' ? drawable.drawMermaid().trimEnd() : graphAsText(drawable.edges));
    });
}

function graphAsText(edges: { source: string; target: string; conditional?: boolean }[]): string {
  const name = (node: string) => node.replaceAll('_', '');
  const sources = ['__start__', ...Object.keys(NODES)];
  const lines = sources.flatMap((source) => {
    const targets = edges.filter((edge) => edge.source === source);
    return [
      `${name(source)}${NODES[source] ? `: ${NODES[source]}` : ''}`,
      ...targets.map(({ target, conditional }) => `  ${conditional ? 'may go on to' : 'goes on to'} ${name(target)}`),
    ];
  });
  return lines.join('\n');
}
