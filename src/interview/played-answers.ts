import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { packagePath } from '../package-root.ts';
import type { GoldAnswer, Question } from '../schemas/question.ts';
import type { AskedQuestion } from '../schemas/interview.ts';

/** The first one whose words stand in what was asked. */
const Answers = z.array(z.strictObject({ about: z.string(), answer: z.string() })).min(1);

const PlayedAnswers = z.strictObject({
  greeting: z.string(),
  intro: z.string(),
  resume: Answers,
  followUps: Answers,
  closing: z.string(),
});

/** The bands that the played candidate goes through, so that good and bad answers are seen. */
const BANDS = [4, 1, 3, 2] as const;

/**
 * A candidate who plays from a script: pack questions are answered with their
 * own gold answers, in changing bands; the rest comes from the demo's page.
 */
export function createPlayedCandidate(findQuestion: (id: string) => Question | undefined): (question: AskedQuestion) => string {
  const page = PlayedAnswers.parse(parse(readFileSync(packagePath('fixtures', 'demo', 'answers.yaml'), 'utf8')));
  let fromPacks = 0;

  return ({ intent, text, source, claim, type }) => {
    if (intent === 'follow_up') return answerTo(text, page.followUps);
    if (intent === 'redirect') return 'I do not know, to be honest.';
    switch (type) {
      case 'conversation':
        return intent === 'close' ? page.closing : page.greeting;
      case 'intro':
        return page.intro;
      case 'resume':
        return answerTo(claim?.text ?? '', page.resume);
      case 'technical':
      case 'behavioral':
      case 'situational':
        return goldNear(findQuestion(source?.id ?? '')?.gold ?? [], BANDS[fromPacks++ % BANDS.length] ?? 4);
    }
  };
}

function answerTo(asked: string, answers: z.infer<typeof Answers>): string {
  return answers.find(({ about }) => asked.includes(about))?.answer ?? 'I do not know.';
}

/** The gold answer whose band is nearest to the wanted one. */
function goldNear(gold: GoldAnswer[], band: number): string {
  const [nearest] = [...gold].sort((left, right) => Math.abs(left.band - band) - Math.abs(right.band - band));
  return nearest?.answer ?? 'I do not know.';
}
