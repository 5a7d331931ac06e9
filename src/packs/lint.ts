import type { Embedder } from '../embeddings/embeddings.ts';
import type { Grader } from '../grading/grader.ts';
import type { Question } from '../schemas/question.ts';
import { isBuiltIn } from './built-in.ts';
import { type DraftQuestion, draftQuestions, lenientQuestion } from './draft-question.ts';
import { type Finding, inOrder } from './finding.ts';
import { lintIds, type Named } from './lint-ids.ts';
import { lintQuestion, plain, type QuestionFinding } from './lint-question.ts';
import { lintReference } from './lint-references.ts';
import { type LoadedPack, packHash } from './load.ts';
import { checkPack, isRecord, type SchemaMistake } from './pack-mistakes.ts';
import { locate, packFiles, type PackSource, type Path, readPackSource } from './pack-source.ts';
import type { PackVectors } from './pack-vectors.ts';
import { findSameQuestions } from './same-questions.ts';

export interface LintTools {
  grader: Grader;
  /** The built-in packs, which the user's are compared with. */
  builtIn: readonly LoadedPack[];
  /** Left out: questions are not compared by meaning. */
  meaning?: { embedder: Embedder; known: PackVectors | undefined };
}

export interface LintResult {
  files: number;
  questions: number;
  findings: Finding[];
}

/** A pack in hand: its source, and of its questions what is right in them. */
interface Examined {
  source: PackSource;
  builtIn: boolean;
  drafts: DraftQuestion[];
  sound: { question: Question; path: Path }[];
}

/** Everything that is wrong with the packs of these files and folders, all at once. Rejects with an InputError when one cannot be read. */
export async function lintPacks(paths: readonly string[], tools: LintTools): Promise<LintResult> {
  // Built-in packs first: of two that collide, the user's is the one to change.
  const packs = packFiles(paths)
    .map((file) => examine(readPackSource(file)))
    .sort((left, right) => Number(right.builtIn) - Number(left.builtIn));
  const others = packs.some(({ builtIn }) => builtIn) ? [] : tools.builtIn;
  const findings = [
    ...packs.flatMap(lintSource),
    ...lintIds([...others.map(namedPack), ...packs.flatMap(namedSource)]),
    ...lintIds([...others.flatMap(namedQuestions), ...packs.flatMap(namedDrafts)]),
    ...(await lintReferences(packs, tools.grader)),
    ...(tools.meaning ? await lintMeaning(packs, others, tools.meaning) : []),
  ];
  return { files: packs.length, questions: packs.reduce((sum, { drafts }) => sum + drafts.length, 0), findings: inOrder(findings) };
}

function examine(source: PackSource): Examined {
  const drafts = draftQuestions(source);
  const value = isRecord(source.value) ? source.value : {};
  const domain = typeof value.domain === 'string' ? value.domain : 'general';
  const sound = drafts.flatMap(({ path }) => {
    const question = lenientQuestion((value.questions as unknown[])[Number(path[1])], domain);
    return question ? [{ question, path }] : [];
  });
  return { source, builtIn: isBuiltIn(source.file), drafts, sound };
}

function lintSource(pack: Examined): Finding[] {
  const { source, drafts } = pack;
  const syntax = source.mistakes.map((mistake): Finding => ({ rule: 'yaml', file: source.file, question: null, ...mistake }));
  if (syntax.some(({ severity }) => severity === 'error')) return syntax;

  const checked = checkPack(source.value);
  const mistakes = 'pack' in checked ? [] : checked.mistakes;
  const schema = mistakes.map(({ path, message, remedy }) => place(pack, [], { rule: 'schema', severity: 'error', path, message, remedy }));
  const rules = drafts.flatMap((draft) => lintQuestion(draft).filter((found) => !followsFrom(found, draft, mistakes)).map((found) => place(pack, draft.path, found)));
  return [...syntax, ...schema, ...rules];
}

/** Where a whole part of the question is unreadable or misspelt, what its absence leads to is no mistake of its own. */
function followsFrom({ rule, severity, path }: QuestionFinding, draft: DraftQuestion, mistakes: readonly SchemaMistake[]): boolean {
  const own = mistakes.filter((mistake) => draft.path.every((step, index) => mistake.path[index] === step));
  const broken = own.filter((mistake) => mistake.path.length <= 3).flatMap((mistake) => [mistake.path[2] ?? '*', mistake.meant ?? []].flat());
  if (broken.includes('*')) return true;
  return (severity === 'quality' && broken.includes(path[0] ?? '')) || (rule === 'orphan-follow-up' && broken.includes('keyPoints'));
}

function place({ source, builtIn, drafts }: Examined, around: Path, { severity, path, ...found }: QuestionFinding): Finding {
  const whole = [...around, ...path];
  const question = whole[0] === 'questions' ? (drafts[Number(whole[1])]?.id ?? null) : null;
  return { ...found, severity: severity === 'quality' ? (builtIn ? 'error' : 'warning') : severity, file: source.file, question, ...locate(source, whole) };
}

async function lintReferences(packs: Examined[], grader: Grader): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const pack of packs) {
    for (const { question, path } of pack.sound) {
      const draft = pack.drafts.find((one) => one.path === path);
      const placed = (await lintReference(question, grader)).flatMap(({ keyPoint, ...found }) => {
        const index = draft?.keyPoints.findIndex(({ id }) => id === keyPoint) ?? -1;
        return index === -1 ? [] : [place(pack, path, { ...found, path: ['keyPoints', index] })];
      });
      findings.push(...placed);
    }
  }
  return findings;
}

async function lintMeaning(packs: Examined[], others: readonly LoadedPack[], { embedder, known }: NonNullable<LintTools['meaning']>): Promise<Finding[]> {
  const pairs = await findSameQuestions(packs.map(asLoaded), others, embedder, known);
  return pairs.flatMap(({ first, second, nearness }) => {
    const [one, other] = [packs[second.pack ?? -1], packs[first.pack ?? -1]];
    const question = one?.sound[second.question];
    // The same words are reported with the ids, without a look at their meaning.
    if (!one || !question || plain(second.text) === plain(first.text)) return [];
    return [place(one, question.path, {
      rule: 'same-question',
      severity: other?.builtIn === one.builtIn ? 'error' : 'warning',
      path: ['text'],
      message: `The question asks the same as ${first.id} in ${first.file} (nearness ${nearness.toFixed(2)}): "${first.text}"`,
      remedy: 'Keep one of them, or ask for something else.',
    })];
  });
}

/** What is sound of a pack, in the order of its sound questions. */
function asLoaded({ source, sound }: Examined): LoadedPack {
  const pack = { id: 'draft', domain: 'draft', title: 'draft', version: 1, questions: sound.map(({ question }) => question) };
  return { pack, hash: packHash(pack), file: source.file };
}

function namedPack({ pack, file }: LoadedPack): Named {
  return { id: pack.id, version: pack.version, file, builtIn: true, place: null };
}

function namedSource({ source, builtIn }: Examined): Named[] {
  const { file, value } = source;
  return isRecord(value) && typeof value.id === 'string' ? [{ id: value.id, version: 1, file, builtIn, place: locate(source, ['id']) }] : [];
}

function namedQuestions({ pack, file }: LoadedPack): Named[] {
  return pack.questions.map(({ id, text, version }) => ({ id, text, version, file, builtIn: true, place: null }));
}

function namedDrafts({ source, builtIn, drafts }: Examined): Named[] {
  return drafts.flatMap(({ id, text, version, path }) => (id === null ? [] : [{ id, text: text ?? '', version, file: source.file, builtIn, place: locate(source, [...path, 'id']) }]));
}
