import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { isInteractive } from '../ui/terminal.ts';
import type { CommandContext } from './context.ts';

/** What `npm start` runs: the home screen in a terminal, and where there is none the demo, which needs nobody. */
export function command(context: CommandContext): Command {
  return new Command('start').action(async (_, command: Command) => {
    const config = context.config(command.optsWithGlobals<Flags>());
    if (isInteractive(process, context.environment, { plain: config.plain })) {
      const { showHome } = await import('./on-screen.ts');
      context.exitCode = await showHome(config, context.environment);
    } else {
      const { playDemo } = await import('./demo.ts');
      context.exitCode = await playDemo({ json: false }, config);
    }
  });
}
