import type { Command } from 'commander';
import type { Flags } from '../config.ts';
import { openServices, type Services } from '../services.ts';
import type { CommandContext } from './context.ts';
import { showWork } from './show-work.ts';

/** Opens the services for one piece of work and closes them after it; hands over the flags and the command's words. */
export function withServices<CommandFlags extends Flags>(
  context: CommandContext,
  work: (services: Services, flags: CommandFlags, ...words: string[]) => Promise<void>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const command = given.at(-1) as Command;
    const flags = command.optsWithGlobals<CommandFlags>();
    const config = context.config(flags);
    const services = openServices(config, showWork(config));
    try {
      await work(services, flags, ...command.args);
    } finally {
      await services.close();
    }
  };
}
