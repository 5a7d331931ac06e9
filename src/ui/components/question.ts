import { type AskedQuestion } from '../../schemas/interview.ts';
import { fitting, type Line, wrapped } from '../lines.ts';
import { printable, printableLine } from '../../printable.ts';
import { type Theme } from '../theme.ts';
import { type Asked } from '../transcript.ts';

/** A question in its parts, so that a low terminal can leave some out. */
export function questionLines(asked: Asked, width: number, theme: Theme): { heading: Line; text: Line[]; claim: Line[] } {
  return {
    heading: heading(asked, width, theme),
    text: wrapped(printable(asked.question.text), width, { indent: 2, tone: 'strong' }),
    claim: claimLines(asked.question, width, theme),
  };
}

function heading({ question, index, total }: Asked, width: number, { glyphs }: Theme): Line {
  const words = fitting(titles(question, index, total), width - 2, ` ${glyphs.dot} `);
  return [{ text: `${glyphs.interviewer} `, tone: 'accent' }, { text: words, tone: 'quiet' }];
}

function titles({ intent, type, domain, difficulty, parent }: AskedQuestion, index: number, total: number): string[] {
  if (index === 0) return [intent === 'close' ? 'Closing' : 'Welcome'];
  const number = `Question ${index} of ${total}`;
  const kind = intent === 'redirect' ? 'once more' : parent === null ? type : 'follow-up';
  const isGeneral = type === 'intro' || type === 'conversation';
  return isGeneral ? [number, kind] : [number, kind, ...(domain === type ? [] : [printableLine(domain)]), difficulty];
}

function claimLines({ claim, text }: AskedQuestion, width: number, { glyphs }: Theme): Line[] {
  // A question that quotes the line need not be followed by it.
  if (!claim || text.includes(claim.text)) return [];
  const words = `Your resume, page ${claim.page}, line ${claim.line}: ${printableLine(claim.text)}`;
  return wrapped(words, width, { indent: 4, tone: 'quiet', mark: { text: `  ${glyphs.cited}`, tone: 'quiet' } });
}
