import { type ModelOffer } from '../desk.ts';
import { BLANK, type Line, wrapped } from '../lines.ts';
import { printableLine } from '../../printable.ts';
import { type Theme } from '../theme.ts';
import { dollars, roundTokens } from '../use-words.ts';

/** What a yes would mean, in plain words: who gets what, what stays, what it may cost, how to change it. */
export function offerLines(offer: ModelOffer, width: number, { glyphs }: Theme): Line[] {
  const { provider, hasKey, settingsFile } = offer;
  const found = hasKey ? `A key for ${provider} was found` : 'The address of a model server was found';
  const item = (text: string) => wrapped(text, width, { indent: glyphs.arrow.length + 3, mark: { text: `  ${glyphs.arrow}`, tone: 'accent' } });
  return [
    ...wrapped(`${found}, and nobody has said yet whether to use it. Its models can word the questions and grade your answers.`, width, { indent: 2, tone: 'strong' }),
    BLANK,
    ...[sentWords(offer), maskWords(offer), 'What stays here: your files, the scores and the reports.', costWords(offer)].flatMap(item),
    ...item(`To change it later: "provider" in ${printableLine(settingsFile)}, or --provider for one interview.`),
    ...item('Without it everything is done on this machine, as until now.'),
  ];
}

function sentWords({ host, models: { questions, grades } }: ModelOffer): string {
  const who = questions === grades ? `${questions} does both.` : `${questions} words the questions, ${grades} grades.`;
  return `What goes to ${printableLine(host)}: the questions, your answers and passages of your resume. ${printableLine(who)}`;
}

function maskWords({ masked }: ModelOffer): string {
  return masked
    ? 'Names, e-mails, phone numbers, links and addresses are masked before anything is sent.'
    : 'Names, e-mails, phone numbers, links and addresses are sent as they are: the settings say so.';
}

function costWords({ estimate: { calls, inputTokens, outputTokens, costUsd, pricesAsOf } }: ModelOffer): string {
  const amount = `about ${calls} calls and ${roundTokens(inputTokens + outputTokens)} tokens`;
  if (costUsd === null) return `For this interview: ${amount}. What they cost there is not known here.`;
  return `For this interview: ${amount}, about ${dollars(costUsd)} by the prices of ${pricesAsOf}.`;
}
