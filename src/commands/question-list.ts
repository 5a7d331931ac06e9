import type { Flags } from '../config.ts';
import { InputError } from '../errors.ts';
import { criteriaFor } from '../grading/rubric.ts';
import { findById, listPacks, listQuestions, type ListedQuestion } from '../packs/catalogue.ts';
import { nearWord } from '../packs/near-word.ts';
import { printable, printableLine } from '../printable.ts';
import { wrapText } from '../reports/text.ts';
import { BAND_WORDS } from '../reports/words.ts';
import type { Band } from '../schemas/evaluation.ts';
import type { Difficulty, QuestionType } from '../schemas/question.ts';
import { print, printJson, table } from './print.ts';
import type { ConfigWork } from './with-config.ts';

interface QuestionFlags extends Flags {
  domain?: string;
  type?: QuestionType;
  difficulty?: Difficulty;
  pack: string[];
  json?: boolean;
}

export async function list({ config }: ConfigWork, { domain, type, difficulty, pack, json }: QuestionFlags): Promise<void> {
  const all = listQuestions(listPacks([...config.packs, ...pack]));
  if (domain !== undefined) requireDomain(domain, all);
  const found = all.filter(
    ({ question }) =>
      (domain === undefined || question.domain === domain) &&
      (type === undefined || question.type === type) &&
      (difficulty === undefined || question.difficulty === difficulty),
  );
  if (json) return printJson({ questions: found.map(summaryOf), totals: { questions: found.length } });
  if (found.length === 0) return print('There is no such question.');
  const rows = found.map(({ question: { id, domain: of, type: kind, difficulty: level, text } }) => [id, of, kind, level, text].map(printableLine));
  await print(table([['QUESTION', 'DOMAIN', 'TYPE', 'DIFFICULTY', 'TEXT'], ...rows]));
}

export async function show({ config }: ConfigWork, { pack, json }: QuestionFlags, id = ''): Promise<void> {
  const found = findById(id, listQuestions(listPacks([...config.packs, ...pack])), ({ question }) => question.id, 'question');
  const { question, pack: packId, packHash, source } = found;
  const criteria = criteriaFor(question.type, question);
  if (json) return printJson({ ...question, criteria, pack: packId, packHash, source });
  await print(questionText(found, criteria));
}

function requireDomain(domain: string, all: readonly ListedQuestion[]): void {
  const domains = [...new Set(all.map(({ question }) => question.domain))].sort();
  if (domains.includes(domain)) return;
  const near = nearWord(domain, domains);
  throw new InputError('domain-unknown', `There is no domain "${domain}".${near ? ` Did you mean ${near}?` : ''}`, `The domains are ${domains.join(', ')}.`);
}

function summaryOf({ question: { id, domain, type, difficulty, text, skills, tags }, pack, source }: ListedQuestion) {
  return { id, domain, type, difficulty, text, skills, tags, pack, source };
}

function questionText({ question, pack, source }: ListedQuestion, criteria: ReturnType<typeof criteriaFor>): string {
  const { id, version, text, type, domain, difficulty, skills, tags, reference, keyPoints, followUps, hints, gold } = question;
  const parts: [string, string[]][] = [
    ['Reference', [reference]],
    ['Key points', keyPoints.flatMap((point) => [`- ${point.text} (${point.id}, weight ${point.weight}${point.shownBy ? `, shown by the ${point.shownBy}` : ''})`, ...point.also.map((words) => `    or: ${words}`)])],
    ['Criteria', criteria.flatMap(({ name, id: criterion, anchors }) => [`- ${name} (${criterion})`, ...bands.map((band) => `    ${band} ${BAND_WORDS[band]}: ${anchors[band]}`)])],
    ['Follow-ups', followUps.map(({ keyPoint, text: words }) => `- ${words} (when ${keyPoint} is missing)`)],
    ['Hints', hints.map((hint, index) => `${index + 1}. ${hint}`)],
    ['Gold answers', gold.map(({ band, answer }) => `${band} ${BAND_WORDS[band]}: ${answer}`)],
  ];
  const head = [text, '', `${id}, version ${version}, pack ${pack} (${source})`, `${type}, ${domain}, ${difficulty}`, ...named('Skills', skills), ...named('Tags', tags)];
  const body = parts.filter(([, lines]) => lines.length > 0).flatMap(([title, lines]) => ['', title, ...lines]);
  const width = process.stdout.isTTY ? process.stdout.columns : 100;
  return [...head, ...body].map((line) => wrapIndented(printable(line), width)).join('\n');
}

/** What stands further in stays further in when it is wrapped. */
function wrapIndented(line: string, width: number): string {
  const indent = line.slice(0, line.length - line.trimStart().length);
  return wrapText(line.trim(), width - indent.length).replace(/^/gmu, indent).trimEnd();
}

const bands: readonly Band[] = [1, 2, 3, 4];

function named(name: string, words: readonly string[]): string[] {
  return words.length > 0 ? [`${name}: ${words.join(', ')}`] : [];
}
