import { AnswerCase, Expectation } from '../../schemas/answers-file.ts';
import { explainIssue, type CaseMistake } from './explain-issue.ts';
import { isRecord } from './whole-file.ts';

/** What of a case with mistakes can be relied on, so that whatever else is wrong with it is found as well. */
export interface SoundParts {
  sound: Partial<AnswerCase>;
  /** Keys that are there, or may be meant by one that is misspelt, and say nothing that can be relied on. */
  unsure: ReadonlySet<string>;
}

/** What the schema makes of a case, or every mistake that it finds. */
export function checkCase(value: unknown): { one: AnswerCase } | ({ mistakes: CaseMistake[] } & SoundParts) {
  const checked = AnswerCase.safeParse(value);
  if (checked.success) return { one: checked.data };
  return { mistakes: checked.error.issues.flatMap((issue) => explainIssue(issue, value)), ...soundParts(value) };
}

function soundParts(value: unknown): SoundParts {
  if (!isRecord(value)) return { sound: {}, unsure: new Set(Object.keys(AnswerCase.shape)) };
  const sound: Record<string, unknown> = {};
  const unsure = new Set<string>();
  for (const [key, schema] of Object.entries(AnswerCase.shape)) {
    const part = schema.safeParse(value[key]);
    if (!part.success) unsure.add(key);
    else if (part.data !== undefined) sound[key] = part.data;
  }
  const isMisspelt = Object.keys(value).some((key) => !Object.hasOwn(AnswerCase.shape, key));
  if (isMisspelt) for (const key of Object.keys(AnswerCase.shape)) if (value[key] === undefined) unsure.add(key);
  if (unsure.has('expect') && isRecord(value.expect)) sound.expect = { covers: soundList(value.expect.covers) };
  return { sound, unsure };
}

function soundList(covers: unknown): string[] | undefined {
  const part = Expectation.shape.covers.safeParse(covers);
  return part.success ? part.data : undefined;
}
