import type { Evaluation, UngradedEvaluation } from '../schemas/evaluation.ts';
import type { AskedQuestion } from '../schemas/interview.ts';
import type { InterviewEvent } from '../interview/session.ts';
import { printable } from '../printable.ts';
import { reportAsText, wrapText } from '../reports/text.ts';
import { FLAG_WORDS, outOfHundred, scoreWords, secondOpinion } from '../reports/words.ts';
import { shownEvaluation } from './shown-evaluation.ts';
import { UNGRADED_ADVICE } from './words.ts';

/** An event as lines for a person who reads or hears them one by one; undefined for what needs no words. */
export function eventAsText(event: InterviewEvent, width: number): string | undefined {
  const wrap = (text: string) => (width > 0 ? wrapText(printable(text), width) : printable(text));
  switch (event.type) {
    case 'phase':
    case 'answer-saved':
      return undefined;
    case 'message':
      return `\n${wrap(event.text)}`;
    case 'hint':
      return `\n${wrap(`Hint: ${event.text} (${event.left} left; each takes ${outOfHundred(event.cost)} points off)`)}`;
    case 'question':
      return `\n${questionLabel(event)}${wrap(event.question.text)}${claimLine(event.question, wrap)}`;
    case 'evaluation':
      return `\n${wrap(feedbackText(shownEvaluation(event), event.previousScore))}`;
    case 'complete':
      return `\n${reportAsText(event.report, { width: width > 0 ? width : 80 }).trimEnd()}`;
  }
}

function questionLabel({ question, index, total }: Extract<InterviewEvent, { type: 'question' }>): string {
  if (index === 0) return '';
  const probe = question.parent ? ', asked further' : `, ${question.type}, ${question.difficulty}`;
  return `Question ${index} of ${total}${probe}\n`;
}

/** The line of the resume that the question is about, unless the question quotes it. */
function claimLine({ claim, text }: AskedQuestion, wrap: (text: string) => string): string {
  if (!claim || text.includes(claim.text)) return '';
  return `\n${wrap(`(Your resume, page ${claim.page}, line ${claim.line}: "${claim.text}")`)}`;
}

/** Score, why, and what to add: as many lines as there is something to say. */
export function feedbackText(evaluation: Evaluation, previousScore: number | null): string {
  if (evaluation.status === 'ungraded') return ungradedText(evaluation);
  const change = previousScore === null ? '' : `, before it was ${outOfHundred(previousScore)}`;
  return [
    `Score: ${scoreWords(evaluation)}${change}`,
    ...[secondOpinion(evaluation) ?? []].flat(),
    ...(evaluation.flags.length > 0 ? [evaluation.flags.map((flag) => FLAG_WORDS[flag]).join(' ')] : []),
    ...(evaluation.feedback ? [evaluation.feedback] : []),
    ...evaluation.strengths.map(({ text, span }) => `+ ${text} "${span.text}"`),
    ...evaluation.improvements.map(({ text }) => `- ${text}`),
  ].join('\n');
}

/** The reason is all that such an evaluation says, a second opinion beside it. */
function ungradedText(evaluation: UngradedEvaluation): string {
  const advice = evaluation.gradedBy.provider === 'offline' ? [UNGRADED_ADVICE] : [];
  return [`Not graded: ${evaluation.reason}`, ...[secondOpinion(evaluation) ?? []].flat(), ...advice].join('\n');
}
