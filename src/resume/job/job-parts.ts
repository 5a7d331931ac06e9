import type { Line } from '../../schemas/resume.ts';
import { isInjected } from '../parsing/injection.ts';
import { wordsOf } from '../parsing/words.ts';
import { paragraphsOf } from '../parsing/wrapped-lines.ts';
import { jobHeading, saysDuty, type JobPart } from './job-headings.ts';

/** A bullet or a sentence of a job description, with what it speaks of. `opening` stands before the first heading. */
export interface JobSentence {
  text: string;
  part: JobPart | 'opening';
  page: number;
  line: number;
}

/** A job description taken apart at its headings. Hidden lines and those that speak to a program are left out. */
export function jobParts(lines: Line[]): JobSentence[] {
  const seen = lines.filter(({ hidden, text }) => hidden === undefined && !isInjected(text));
  const blocks: { part: JobSentence['part']; lines: Line[] }[] = [{ part: 'opening', lines: [] }];
  seen.forEach((line, index) => {
    const part = headingAt(line, seen[index + 1], index);
    const inline = part ? undefined : inlineHeading(line);
    if (part) blocks.push({ part, lines: [] });
    else if (inline) blocks.push({ part: inline.part, lines: [{ ...line, text: inline.rest }] });
    else blocks.at(-1)?.lines.push(line);
  });
  return blocks.flatMap(({ part, lines: own }) => sentencesOf(own).map((sentence) => ({ ...sentence, part: part === 'opening' && saysDuty(sentence.text) ? 'duties' : part })));
}

/** Bullets stay whole; prose is taken apart, each sentence with the line on which it begins. */
function sentencesOf(lines: Line[]): Omit<JobSentence, 'part'>[] {
  return paragraphsOf(lines).flatMap(({ text, first, bullet, lines: own }) => {
    const sentences = bullet ? [text] : text.split(/(?<=[.!?;])\s+(?=\p{Lu})/u);
    return sentences.map((sentence) => {
      const { page, line } = own.find((one) => one.text.includes(sentence.slice(0, 16))) ?? first;
      return { text: sentence.trim(), page, line };
    });
  });
}

const MOST_WORDS = 8;

/** A short line that stands out, or ends in a colon, or has a list under it, in words that we know. */
function headingAt(line: Line, next: Line | undefined, index: number): JobPart | undefined {
  const { text, bullet, headingLevel, bold, size = 1 } = line;
  const words = wordsOf(text).length;
  if (bullet || words === 0 || words > MOST_WORDS || /[.,;]$/u.test(text.trim())) return undefined;
  const marked = headingLevel !== undefined || bold === true || size > 1.08 || /[:：?]\s*$/u.test(text) || text === text.toUpperCase();
  // The first line is the title: "Requirements Engineer" is no heading.
  if (index === 0 || !(marked || next?.bullet === true || words <= 4)) return undefined;
  const part = jobHeading(text);
  if (part !== undefined) return part;
  // A heading of unknown words ends what came before: what follows is prose about the company more often than not.
  return headingLevel !== undefined && headingLevel > 1 ? 'about' : undefined;
}

/** "Nice to have: Rust, Kafka" on one line. */
function inlineHeading({ text, bullet }: Line): { part: JobPart; rest: string } | undefined {
  const [, label = '', rest = ''] = /^([\p{L}' /&-]{3,40})[:：]\s+(\S.*)$/u.exec(text.trim()) ?? [];
  const part = label === '' || bullet ? undefined : jobHeading(label);
  return part && { part, rest };
}
