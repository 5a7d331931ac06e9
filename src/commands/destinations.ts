import type { Config } from '../config.ts';
import type { ModelAgent } from '../model-settings.ts';
import type { EmbedderChoice, ModelChoice } from '../schemas/model-choice.ts';

/** Where one kind of data would go with the settings in force. */
export interface Destination {
  /** The agent, `embedding` or `vectors`. */
  purpose: string;
  /** Who does it, for a person: "the questions". */
  words: string;
  provider: string;
  model: string | null;
  /** Null where it is done on this machine and nothing is sent. */
  host: string | null;
  /** What is sent; null where nothing is. */
  sends: string | null;
}

const AGENTS: Record<ModelAgent | 'secondGrader', { words: string; sends: string }> = {
  question: { words: 'questions', sends: 'role, resume passages, earlier questions and the last answer' },
  cleaning: { words: 'wording', sends: 'the raw question and the resume line it is about' },
  grader: { words: 'grades', sends: 'question, rubric, answer and cited resume lines' },
  secondGrader: { words: 'second grades', sends: 'question, rubric, answer and cited resume lines' },
  summary: { words: 'resume summary', sends: 'the resume and the role' },
  report: { words: 'report', sends: 'role, questions, answers and grades' },
};

/** Every place that something would be sent to, and every place where nothing would. */
export function destinationsOf({ models, embedder, vectors }: Pick<Config, 'models' | 'embedder' | 'vectors'>): Destination[] {
  const agents = Object.entries({ ...models.agents, ...(models.secondGrader ? { secondGrader: models.secondGrader } : {}) }) as [ModelAgent | 'secondGrader', ModelChoice][];
  return [
    ...agents.map(([purpose, choice]) => ({ purpose, ...AGENTS[purpose], ...reachOf(choice, models.replay), ...(isHere(choice) || models.replay ? { sends: null } : {}) })),
    { purpose: 'embedding', words: 'search', ...reachOf(embedder), sends: isHere(embedder) ? null : 'passages of resumes, words of answers and pack questions' },
    { purpose: 'vectors', words: 'index', ...indexReach(vectors) },
  ];
}

const isHere = ({ kind }: ModelChoice | EmbedderChoice): boolean => kind === 'offline' || kind === 'local';

function reachOf(choice: ModelChoice | EmbedderChoice, replay: string | null = null): Pick<Destination, 'provider' | 'model' | 'host'> {
  switch (choice.kind) {
    case 'offline':
    case 'local':
      return { provider: choice.kind, model: null, host: null };
    case 'openai':
      return { provider: 'openai', model: choice.model, host: replay ? null : hostIn(choice.baseUrl, 'api.openai.com') };
    case 'huggingface':
      return { provider: 'huggingface', model: choice.model, host: replay ? null : hostIn(choice.endpointUrl, 'router.huggingface.co') };
  }
}

function indexReach(vectors: Config['vectors']): Pick<Destination, 'provider' | 'model' | 'host' | 'sends'> {
  if (vectors.kind !== 'pinecone') return { provider: vectors.kind, model: null, host: null, sends: null };
  return { provider: 'pinecone', model: vectors.index ?? 'hotseat', host: hostIn(vectors.url ?? null, 'api.pinecone.io'), sends: 'passages of resumes with their vectors' };
}

/** Host and port alone: an address may hold a password. */
function hostIn(address: string | null, usual: string): string {
  if (address === null) return usual;
  return URL.canParse(address) ? new URL(address).host : 'an address that cannot be read';
}
