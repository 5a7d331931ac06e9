import type { Command } from 'commander';
import type { Flags } from '../config.ts';
import { isInteractive } from '../ui/terminal.ts';
import type { CommandContext } from './context.ts';

/** `hotseat` by itself: the home screen in a terminal, help elsewhere. */
export async function openHome(program: Command, context: CommandContext): Promise<void> {
  const config = context.config(program.opts<Flags>());
  if (!isInteractive(process, context.environment, { plain: config.plain })) return program.outputHelp();

  const { showHome } = await import('./on-screen.ts');
  context.exitCode = await showHome(config, context.environment);
}
