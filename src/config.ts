import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { isOn, type Environment } from './environment.ts';
import { InputError } from './errors.ts';
import { offeredModels, settleEmbedder, settleModels, type ModelSettings, type ModelWishes, type OfferedModels } from './model-settings.ts';
import { Mode } from './schemas/interview.ts';
import { Price, type EmbedderChoice } from './schemas/model-choice.ts';
import { Difficulty } from './schemas/question.ts';
import { dataFolder } from './store/data-folder.ts';

/** The flags that mean the same everywhere. */
export interface Flags extends ModelWishes {
  offline?: boolean;
  quiet?: boolean;
  verbose?: boolean;
  color?: boolean;
}

/** Which index at Pinecone; made when it is not there. `url` is for Pinecone's emulator on this machine, and the key goes nowhere else. */
const PineconeSettings = z.strictObject({
  index: z.string().regex(/^[a-z0-9]([a-z0-9-]{0,43}[a-z0-9])?$/, 'must be lower-case letters, digits and dashes').optional(),
  cloud: z.enum(['aws', 'gcp', 'azure']).optional(),
  region: z.string().regex(/^[a-z0-9-]+$/, 'must be a region such as us-east-1').optional(),
  url: z.string().regex(/^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?\/?$/, 'must be an address on this machine, such as http://127.0.0.1:5080').optional(),
});
type PineconeSettings = z.infer<typeof PineconeSettings>;

const ConfigFile = z.strictObject({
  provider: z.enum(['offline', 'openai', 'huggingface', 'hf', 'auto']).optional(),
  questionModel: z.string().min(1).optional(),
  cleaningModel: z.string().min(1).optional(),
  summaryModel: z.string().min(1).optional(),
  reportModel: z.string().min(1).optional(),
  grader: z.string().min(1).optional(),
  secondGrader: z.string().min(1).optional(),
  samples: z.number().int().min(1).max(20).optional(),
  maxCost: z.number().positive().optional(),
  maxRetries: z.number().int().min(0).max(10).optional(),
  mask: z.boolean().optional(),
  cacheHours: z.number().min(0).max(24 * 365).optional(),
  prices: z.record(z.string(), Price).optional(),
  role: z.string().min(1).optional(),
  questions: z.number().int().min(1).max(50).optional(),
  mode: Mode.optional(),
  difficulty: Difficulty.optional(),
  packs: z.array(z.string().min(1)).optional(),
  vectors: z.enum(['vectra', 'pinecone', 'memory']).optional(),
  pinecone: PineconeSettings.optional(),
  embedder: z.string().min(1).optional(),
});

export interface Config {
  /** The one folder that everything is kept in. */
  home: string;
  models: ModelSettings;
  /** A key was found, and nobody has chosen a provider yet: what they could be asked. */
  offered: OfferedModels | null;
  /** No socket is opened, whatever else is set. */
  offline: boolean;
  quiet: boolean;
  verbose: boolean;
  color: boolean;
  /** No screens: a line is a line, for screen readers and scripts. */
  plain: boolean;
  animation: boolean;
  /** What an interview takes when a flag does not say otherwise. */
  defaults: { role: string | null; questions: number; mode: Mode; difficulty: Difficulty | null };
  /** Where passages are searched: files of one's own, a hosted index, or nothing that stays. */
  vectors: { kind: 'vectra' } | { kind: 'memory' } | ({ kind: 'pinecone'; apiKey: string } & PineconeSettings);
  /** What turns texts into vectors. */
  embedder: EmbedderChoice;
  /** Folders and files of the user's own packs. */
  packs: string[];
  /** The file with the keys, when others on this machine can read it. */
  openKeys: string | null;
}

/**
 * Flag over environment over `config.yaml` and `.env` of the data folder over
 * default. A `.env` of the current folder is never read: a stranger's
 * repository could redirect keys and resumes with it.
 */
export function readConfig(flags: Flags, shell: Environment): Config {
  const home = dataFolder(shell);
  const environment = { ...readDotEnv(home), ...definedOnly(shell) };
  const file = readConfigFile(settingsFile(home));
  const offline = flags.offline ?? false;
  if (offline) refuseNamedModel(flags);
  const wishes = modelWishes(flags, environment, file);

  return {
    home,
    models: settleModels(offline ? {} : wishes, environment),
    offered: offline ? null : offeredModels(wishes, environment),
    offline,
    quiet: flags.quiet ?? false,
    verbose: flags.verbose ?? false,
    color: flags.color !== false && !environment.NO_COLOR,
    plain: isOn(environment.ACCESSIBLE) || environment.TERM === 'dumb',
    animation: !environment.CI && !environment.HOTSEAT_NO_ANIMATION,
    defaults: {
      role: file.role ?? null,
      questions: file.questions ?? 8,
      mode: file.mode ?? 'coach',
      difficulty: file.difficulty ?? null,
    },
    vectors: vectorsOf(offline ? {} : file, environment.PINECONE_API_KEY),
    embedder: settleEmbedder(offline ? 'local' : (file.embedder ?? 'local'), environment),
    packs: file.packs ?? [],
    openKeys: isReadByOthers(join(home, '.env')) ? join(home, '.env') : null,
  };
}

/** Where the settings stand. */
export function settingsFile(home: string): string {
  return join(home, 'config.yaml');
}

function vectorsOf({ vectors: kind = 'vectra', pinecone = {} }: Pick<z.infer<typeof ConfigFile>, 'vectors' | 'pinecone'>, apiKey: string | undefined): Config['vectors'] {
  if (kind !== 'pinecone') return { kind };
  if (apiKey) return { kind, apiKey, ...pinecone };
  throw new InputError('key-missing', 'The settings choose Pinecone, and PINECONE_API_KEY is not set.', 'Put it into the environment or into .env in the data folder, or choose vectors: vectra.');
}

/** Settings give way to --offline; a grader that is named beside it does not, since its grades would pass for the model's. */
function refuseNamedModel({ grader }: Flags): void {
  if (grader === undefined || grader === 'offline') return;
  throw new InputError('offline', `The grader ${grader} needs the network, and --offline forbids it.`, 'Leave one of the two away.');
}

/** Flag over environment over file, for each wish by itself. A provider named by flag goes before the models that the file names. */
function modelWishes(flags: ModelWishes, environment: Environment, file: z.infer<typeof ConfigFile>): ModelWishes {
  const named = flags.provider ? {} : file;
  return {
    provider: flags.provider ?? environment.HOTSEAT_PROVIDER ?? file.provider,
    questionModel: flags.questionModel ?? named.questionModel,
    cleaningModel: flags.cleaningModel ?? named.cleaningModel,
    summaryModel: flags.summaryModel ?? named.summaryModel,
    reportModel: flags.reportModel ?? named.reportModel,
    grader: flags.grader ?? named.grader,
    secondGrader: flags.secondGrader ?? named.secondGrader,
    samples: flags.samples ?? file.samples,
    maxCost: flags.maxCost ?? file.maxCost,
    maxRetries: flags.maxRetries ?? file.maxRetries,
    mask: flags.mask === false ? false : file.mask,
    cache: flags.cache,
    cacheHours: file.cacheHours,
    prices: file.prices,
    record: flags.record,
    replay: flags.replay,
  };
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

/** Windows keeps no such modes. */
function isReadByOthers(path: string): boolean {
  if (process.platform === 'win32') return false;
  try {
    return (statSync(path).mode & 0o077) !== 0;
  } catch {
    return false;
  }
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
