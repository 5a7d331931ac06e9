import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { Band } from '../schemas/evaluation.ts';
import { KeyPoint, type Question, QuestionType } from '../schemas/question.ts';
import { bandOf } from './bands.ts';
import { isHeldOutGold, requestFor } from './gold.ts';
import type { GradingRequest } from './grader.ts';
import { isTold } from './judgement.ts';

/** An answer with the grade that a person gave it. */
export interface CalibrationItem {
  id: string;
  request: GradingRequest;
  band: Band;
  /** 0 to 1: the person's score, or their band on that scale. */
  score: number;
  origin: 'tuned' | 'heldOut' | 'own';
}

/** One line of a gold file of one's own. */
const GoldLine = z
  .strictObject({
    id: z.string().min(1).optional(),
    question: z.string().min(1),
    reference: z.string().min(1).nullish(),
    keyPoints: z.array(z.union([z.string().min(1), KeyPoint.partial({ id: true })])).optional(),
    type: z.enum([...QuestionType.options, 'intro', 'resume']).optional(),
    domain: z.string().min(1).optional(),
    /** The line of the resume that the question cites. */
    claim: z.string().min(1).optional(),
    answer: z.string(),
    band: Band.optional(),
    score: z.number().min(0).max(1).optional(),
    comment: z.string().nullish(),
  })
  .refine(({ band, score }) => band !== undefined || score !== undefined, { message: 'give the right grade: band (1 to 4) or score (0 to 1)', path: ['band'] })
  .refine(({ type, reference, keyPoints }) => isTold(type ?? 'technical') || Boolean(reference) || (keyPoints?.length ?? 0) > 0, {
    message: 'say what a good answer holds: reference, keyPoints, or both',
    path: ['reference'],
  });
type GoldLine = z.infer<typeof GoldLine>;

/** The gold answers of pack questions. */
export function goldOfPacks(questions: readonly Question[]): CalibrationItem[] {
  return questions.flatMap((question) =>
    question.gold.map(({ band, answer }, index) => ({
      id: `${question.id}#${index + 1}`,
      request: requestFor(question, answer),
      band,
      score: (band - 1) / 3,
      origin: isHeldOutGold(question.id) ? ('heldOut' as const) : ('tuned' as const),
    })),
  );
}

/** Reads gold answers of one's own: JSONL, one answer a line. Rejects with an InputError that names every mistake with its line. */
export function readOwnGold(file: string): CalibrationItem[] {
  const mistakes: string[] = [];
  const items = readText(file).replace(/^\uFEFF/u, '').split('\n').flatMap((line, index): CalibrationItem[] => {
    if (line.trim() === '') return [];
    const where = `${file}:${index + 1}`;
    const result = GoldLine.safeParse(parseLine(line));
    if (result.success) return [itemOf(result.data, where)];
    mistakes.push(...result.error.issues.map(({ path, message }) => `${where}: ${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`));
    return [];
  });
  if (mistakes.length > 0) throw new InputError('gold-invalid', mistakes.join('\n'), 'A line: {"question": "...", "reference": "...", "answer": "...", "band": 3}');
  if (items.length === 0) throw new InputError('gold-empty', `${file} holds no answer.`, 'Give one JSON object a line: {"question": "...", "reference": "...", "answer": "...", "band": 3}');
  return items;
}

function itemOf({ question, reference, keyPoints, type = 'technical', domain = 'general', claim, answer, band, score, id }: GoldLine, where: string): CalibrationItem {
  const points = (keyPoints ?? []).map((point, index) => ({ id: `k${index + 1}`, ...(typeof point === 'string' ? { text: point, weight: 1, also: [] } : point) }));
  const graded = band ?? bandOf(score ?? 0);
  return {
    id: id ?? where,
    request: { question: { text: question, type, domain, rubric: { reference: reference ?? null, keyPoints: points } }, answer, ...(claim ? { resumeLines: [claim] } : {}) },
    band: graded,
    score: score ?? (graded - 1) / 3,
    origin: 'own',
  };
}

/** Undefined for what is no JSON, which the schema then refuses. */
function parseLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new InputError('gold-unreadable', `The gold file ${file} cannot be read.`, 'Check the name and that it is yours to read.', { cause });
  }
}
