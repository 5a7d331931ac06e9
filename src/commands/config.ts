import { Command } from 'commander';
import { z } from 'zod';
import type { Config, Flags } from '../config.ts';
import { InputError } from '../errors.ts';
import { packJsonSchema } from '../packs/pack-schema.ts';
import { Evaluation } from '../schemas/evaluation.ts';
import { InterviewState } from '../schemas/interview.ts';
import type { EmbedderChoice, ModelChoice } from '../schemas/model-choice.ts';
import { JobDescription, JobMatch } from '../schemas/job.ts';
import { Report } from '../schemas/report.ts';
import { Resume } from '../schemas/resume.ts';
import { ResumeCheck } from '../schemas/resume-check.ts';
import { answersFileSchema, baselineSchema, scoreResultSchema } from '../scoring/published-schemas.ts';
import type { CommandContext } from './context.ts';
import { print, printJson, table } from './print.ts';
import { type ConfigWork, withConfig } from './with-config.ts';

const EXAMPLES = `
Examples:
  $ hotseat config show
  $ hotseat config schema --list
  $ hotseat config schema pack > pack.schema.json`;

/** The published shapes, by name. */
const SCHEMAS: Record<string, { about: string; make(): object }> = {
  pack: { about: 'a question pack, as its author writes it', make: packJsonSchema },
  answers: { about: 'an answers file of score', make: answersFileSchema },
  'score-result': { about: 'what score --json prints', make: scoreResultSchema },
  baseline: { about: 'what score bless writes', make: baselineSchema },
  evaluation: { about: 'one graded answer', make: () => z.toJSONSchema(Evaluation) },
  report: { about: 'what report --format json prints', make: () => z.toJSONSchema(Report) },
  interview: { about: 'the state in session show --json', make: () => z.toJSONSchema(InterviewState) },
  resume: { about: 'a stored resume', make: () => z.toJSONSchema(Resume) },
  'resume-check': { about: 'what resume check --json prints', make: () => z.toJSONSchema(ResumeCheck) },
  job: { about: 'a job description, as it was read', make: () => z.toJSONSchema(JobDescription) },
  match: { about: 'what match --json prints', make: () => z.toJSONSchema(JobMatch) },
};

export function command(context: CommandContext): Command {
  const config = new Command('config').addHelpText('after', EXAMPLES);
  config
    .command('show')
    .description('the settings in force, and where they come from')
    .option('--json', 'print as JSON')
    .action(withConfig(context, show));
  config
    .command('schema [name]')
    .description('the JSON Schema of a published shape')
    .option('--list', 'print the names')
    .action(withConfig(context, schema));
  return config;
}

async function show({ config }: ConfigWork, { json }: Flags & { json?: boolean }): Promise<void> {
  const shown = withoutKeys(config);
  if (json) return printJson(shown);
  await print(table(Object.entries(shown).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])));
  await print(`\nSettings stand in config.yaml, keys in .env, both in ${config.home}; flags and the environment go before them.`);
}

/** A key is never printed: only that there is one. */
function withoutKeys({ home, offline, plain, color, defaults, packs, models, vectors, embedder }: Config) {
  const agents = Object.fromEntries(Object.entries(models.agents).map(([agent, choice]) => [agent, withoutKey(choice)]));
  const secondGrader = models.secondGrader && withoutKey(models.secondGrader);
  return { home, offline, plain, color, ...defaults, packs, vectors: withoutIndexKey(vectors), embedder: withoutKey(embedder), models: { ...models, agents, secondGrader } };
}

function withoutKey(choice: ModelChoice | EmbedderChoice): object {
  switch (choice.kind) {
    case 'offline':
    case 'local':
      return choice;
    case 'openai':
      return { ...choice, apiKey: choice.apiKey ? 'set' : null, baseUrl: withoutPassword(choice.baseUrl) };
    case 'huggingface':
      return { ...choice, token: choice.token ? 'set' : null, endpointUrl: withoutPassword(choice.endpointUrl) };
  }
}

function withoutIndexKey(vectors: Config['vectors']): string | object {
  return 'apiKey' in vectors ? { ...vectors, apiKey: 'set' } : vectors.kind;
}

/** Some put a password or a token into an address. */
function withoutPassword(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return address === null ? null : '(cannot be read)';
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}`;
}

async function schema(_: ConfigWork, { list }: Flags & { list?: boolean }, name?: string): Promise<void> {
  if (list || name === undefined) return print(table(Object.entries(SCHEMAS).map(([known, { about }]) => [known, about])));
  const found = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
  if (!found) throw new InputError('schema-unknown', `There is no schema "${name}".`, 'See them with: hotseat config schema --list');
  await print(JSON.stringify(found.make(), null, 2));
}
