import type { Config, Flags } from '../config.ts';
import type { Environment } from '../environment.ts';

/** What every command is given: the way to its settings, and a place for its exit code. */
export interface CommandContext {
  /** The code of the process when no error is thrown. */
  exitCode: number;
  readonly environment: Environment;
  /** Loads what reads the settings. Done before every command that has any; `score` has none where it grades offline. */
  prepare(): Promise<void>;
  /** Flags over environment over config file over defaults. Rejects what cannot be used with an InputError. */
  config(flags: Flags): Config;
}
