import type { Flags } from '../config.ts';
import { countQuestions, findById, type ListedPack, listPacks, listQuestions } from '../packs/catalogue.ts';
import { printableLine } from '../printable.ts';
import { print, printJson, table } from './print.ts';
import type { ConfigWork } from './with-config.ts';

export interface PackListFlags extends Flags {
  pack: string[];
  json?: boolean;
}

export async function list({ config }: ConfigWork, { json, pack }: PackListFlags): Promise<void> {
  const packs = listPacks([...config.packs, ...pack]);
  const questions = listQuestions(packs).map(({ question }) => question);
  const { byType, byDifficulty } = countQuestions(questions);
  const totals = { questions: questions.length, domains: new Set(questions.map(({ domain }) => domain)).size, byType, byDifficulty };
  if (json) return printJson({ packs: packs.map(summaryOf), totals });

  const rows = packs.map((one) => {
    const { id, questions: count, byDifficulty: levels, byType: types, source } = summaryOf(one);
    return [id, count, levels.easy, levels.medium, levels.hard, types.technical, types.behavioral, types.situational, source].map((cell) => printableLine(String(cell)));
  });
  await print(table([['PACK', 'QUESTIONS', 'EASY', 'MEDIUM', 'HARD', 'TECHNICAL', 'BEHAVIORAL', 'SITUATIONAL', 'SOURCE'], ...rows]));
  await print(`\n${totals.questions} questions in ${totals.domains} domains: ${byType.technical} technical, ${byType.behavioral} behavioral, ${byType.situational} situational.\nInterview with one of them: hotseat interview --pack behavioral`);
}

export async function show({ config }: ConfigWork, { json, pack }: PackListFlags, id = ''): Promise<void> {
  const found = findById(id, listPacks([...config.packs, ...pack]), (one) => one.pack.id, 'pack');
  if (json) return printJson({ ...found.pack, hash: found.hash, source: found.source });

  const { title, domain, version, questions } = found.pack;
  await print(`${printableLine(title)} (pack ${found.pack.id}, version ${version}, ${found.source})\nDomain: ${printableLine(domain)}\n`);
  const rows = questions.map(({ id, difficulty, type, text }) => [id, difficulty, type, text].map(printableLine));
  await print(table([['QUESTION', 'DIFFICULTY', 'TYPE', 'TEXT'], ...rows]));
  await print('\nSee one with: hotseat question show <id>');
}

function summaryOf({ pack: { id, domain, title, version, questions }, hash, source }: ListedPack) {
  return { id, domain, title, version, hash, source, ...countQuestions(questions) };
}
