import { printableLine } from '../../printable.ts';
import { wrapText } from '../../reports/text.ts';
import { secondOpinion } from '../../reports/words.ts';
import type { ScoredCase } from '../result.ts';
import { WIDTH } from './columns.ts';

const INDENT = '      ';

/** The words of the answer that a grade rests on, and what was missed. */
export function evidenceLines({ evaluation }: ScoredCase): string[] {
  const { strengths, keyPoints, improvements } = evaluation;
  const said = strengths.map(({ text, span }) => `+ ${text} "${span.text}"`);
  const points = keyPoints.map(({ state, text, span }) => `${POINT_MARKS[state]} ${text}${span ? ` "${span.text}"` : ''}`);
  // What was missed stands among the key points already.
  const advice = improvements.filter(({ keyPoint }) => keyPoint === undefined).map(({ text }) => `- ${text}`);
  return [...said, ...points, ...advice, ...[secondOpinion(evaluation) ?? []].flat()].flatMap((words) => wrapText(printableLine(words), WIDTH, INDENT).split('\n'));
}

export const POINT_MARKS = { covered: 'covered:', partly: 'partly: ', missed: 'missed: ' };
