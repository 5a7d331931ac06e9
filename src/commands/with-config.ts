import type { Command } from 'commander';
import type { Config, Flags } from '../config.ts';
import type { CommandContext } from './context.ts';

/** What a command that opens no data is given. */
export interface ConfigWork {
  config: Config;
  context: CommandContext;
}

/** For commands that need settings and no services: no database is loaded. Hands over the flags and the command's words. */
export function withConfig<CommandFlags extends Flags>(
  context: CommandContext,
  work: (given: ConfigWork, flags: CommandFlags, ...words: string[]) => Promise<void>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const command = given.at(-1) as Command;
    const flags = command.optsWithGlobals<CommandFlags>();
    await work({ config: context.config(flags), context }, flags, ...command.args);
  };
}
