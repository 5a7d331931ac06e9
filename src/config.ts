import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { InputError } from './errors.ts';
import { Mode } from './schemas/interview.ts';
import { Difficulty } from './schemas/question.ts';
import { dataFolder } from './store/data-folder.ts';

/** The process environment, as far as it is read: here and nowhere else. */
export type Environment = Record<string, string | undefined>;

/** The flags that mean the same everywhere. */
export interface Flags {
  offline?: boolean;
  quiet?: boolean;
  verbose?: boolean;
  color?: boolean;
}

const ConfigFile = z.strictObject({
  provider: z.literal('offline', { error: 'this version grades offline only: use provider: offline' }).optional(),
  role: z.string().min(1).optional(),
  questions: z.number().int().min(1).max(50).optional(),
  mode: Mode.optional(),
  difficulty: Difficulty.optional(),
  packs: z.array(z.string().min(1)).optional(),
});

export interface Config {
  /** The one folder that everything is kept in. */
  home: string;
  provider: 'offline';
  quiet: boolean;
  verbose: boolean;
  color: boolean;
  /** No screens: a line is a line, for screen readers and scripts. */
  plain: boolean;
  animation: boolean;
  /** What an interview takes when a flag does not say otherwise. */
  defaults: { role: string | null; questions: number; mode: Mode; difficulty: Difficulty | null };
  /** Folders and files of the user's own packs. */
  packs: string[];
}

/**
 * Flag over environment over `config.yaml` and `.env` of the data folder over
 * default. A `.env` of the current folder is never read: a stranger's
 * repository could redirect keys and resumes with it.
 */
export function readConfig(flags: Flags, shell: Environment): Config {
  const home = dataFolder(shell);
  const environment = { ...readDotEnv(home), ...definedOnly(shell) };
  const file = readConfigFile(join(home, 'config.yaml'));
  requireOffline(environment.HOTSEAT_PROVIDER);

  return {
    home,
    provider: 'offline',
    quiet: flags.quiet ?? false,
    verbose: flags.verbose ?? false,
    color: flags.color !== false && !environment.NO_COLOR,
    plain: Boolean(environment.ACCESSIBLE) || environment.TERM === 'dumb',
    animation: !environment.CI && !environment.HOTSEAT_NO_ANIMATION,
    defaults: {
      role: file.role ?? null,
      questions: file.questions ?? 8,
      mode: file.mode ?? 'coach',
      difficulty: file.difficulty ?? null,
    },
    packs: file.packs ?? [],
  };
}

function requireOffline(provider: string | undefined): void {
  if (!provider || provider === 'offline') return;
  throw new InputError(
    'provider-unknown',
    `HOTSEAT_PROVIDER is "${provider}", but this version grades offline only.`,
    'Unset HOTSEAT_PROVIDER, or set it to offline.',
  );
}

function readConfigFile(path: string): z.infer<typeof ConfigFile> {
  const text = readIfThere(path);
  if (text === undefined) return {};
  const result = ConfigFile.safeParse(parseYaml(path, text) ?? {});
  if (result.success) return result.data;

  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`).join('; ');
  throw new InputError('config-invalid', `The settings in ${path} cannot be used: ${problems}.`, 'Correct the file, or remove it to go on with the defaults.');
}

function parseYaml(path: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    throw new InputError(
      'config-invalid',
      `${path} is not valid YAML${line ? ` (line ${line})` : ''}.`,
      'Correct the file, or remove it to go on with the defaults.',
      { cause: error },
    );
  }
}

function readDotEnv(home: string): Environment {
  const text = readIfThere(join(home, '.env'));
  return text === undefined ? {} : parseEnv(text);
}

/** A file that is not there, or not readable, says nothing; whoever opens the data folder reports what is wrong with it. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function definedOnly(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined));
}
