import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { packagePath } from '../package-root.ts';
import { FollowUp, KeyPoint } from '../schemas/question.ts';

const Choices = z.tuple([z.string()], z.string());
const TemplateRubric = z.strictObject({
  keyPoints: z.array(KeyPoint),
  followUps: z.array(FollowUp),
  hints: z.array(z.string()),
});

/** The interviewer's own words: prompts/interviewer.yaml. */
const Wording = z.strictObject({
  greeting: Choices,
  explain: z.strictObject({ no: z.string(), later: z.string(), question: z.string(), unclear: z.string() }),
  intro: Choices,
  introduced: Choices,
  resume: z.strictObject({ lead: Choices, number: Choices, choice: Choices, move: Choices, technology: Choices, general: Choices }),
  redirect: Choices,
  further: z.strictObject({ ownAct: z.string(), result: z.string() }),
  clarify: z.strictObject({ assume: z.string(), intro: z.string(), resume: z.string(), technical: z.string(), behavioral: z.string(), situational: z.string() }),
  closing: Choices,
  rubrics: z.strictObject({ intro: TemplateRubric, introduced: TemplateRubric, resume: TemplateRubric }),
});
export type Wording = z.infer<typeof Wording>;

export function readWording(): Wording {
  return Wording.parse(parse(readFileSync(packagePath('prompts', 'interviewer.yaml'), 'utf8')));
}

/** Fills the holes of a sentence. A hole without its word is a bug, and throws. */
export function fill(sentence: string, words: Record<string, string | number>): string {
  return sentence.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new Error(`The sentence has a hole {{${name}}} that nothing fills.`);
    return String(word);
  });
}
