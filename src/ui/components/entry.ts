import { COMMANDS } from '../../interview/input.ts';
import { BLANK, type Line, line, wrapped } from '../lines.ts';
import { printable, printableLine } from '../../printable.ts';
import { type Theme } from '../theme.ts';
import { type Asked, type Entry, type Hint } from '../transcript.ts';
import { outOfHundred } from '../../reports/words.ts';
import { useInWords } from '../use-words.ts';
import { feedbackLines } from './feedback.ts';
import { offerLines } from './offer.ts';
import { questionLines } from './question.ts';
import { reportLines } from './report.ts';

/** An entry of the transcript as lines, an empty one before it where a new turn begins. */
export function entryLines(entry: Entry, width: number, theme: Theme): Line[] {
  switch (entry.kind) {
    case 'question':
      return [BLANK, ...askedLines(entry.asked, width, theme)];
    case 'hint':
      return hintLines(entry.hint, width);
    case 'answer':
      return [BLANK, ...answerLines(entry.text, width, theme)];
    case 'skipped':
      return [BLANK, line('  Skipped.', 'quiet')];
    case 'feedback':
      return [BLANK, ...feedbackLines(entry.evaluation, entry.previousScore, width, theme)];
    case 'said':
      return [BLANK, ...wrapped(printable(entry.text), width, { indent: 2, tone: entry.role === 'system' ? 'quiet' : 'plain' })];
    case 'help':
      return [BLANK, ...helpLines(width)];
    case 'report':
      return reportLines(entry.report, width, theme);
    case 'offer':
      return [BLANK, ...offerLines(entry.offer, width, theme)];
    case 'use':
      return [BLANK, ...wrapped(useInWords(entry.use), width, { tone: 'quiet' })];
  }
}

function askedLines(asked: Asked, width: number, theme: Theme): Line[] {
  const { heading, text, claim } = questionLines(asked, width, theme);
  return [heading, ...text, ...claim];
}

export function hintLines({ text, left, cost }: Hint, width: number): Line[] {
  const price = cost > 0 ? ` (-${outOfHundred(cost)} points, ${left} left)` : ` (${left} left)`;
  return wrapped(`Hint: ${printableLine(text)}${price}`, width, { indent: 2, tone: 'fair' });
}

/** The whole answer, as it was sent. */
function answerLines(text: string, width: number, { glyphs }: Theme): Line[] {
  return wrapped(printable(text), width, { indent: 2, mark: { text: glyphs.prompt, tone: 'accent' } });
}

const KEYS: ReadonlyArray<readonly [string, string]> = [
  ['Enter', 'send the answer'],
  ['Alt+Enter', 'new line; Ctrl+J or \\ and Enter do the same'],
  ['Ctrl+G', 'write in your own editor ($VISUAL, $EDITOR)'],
  ['Ctrl+_', 'undo'],
  ['Esc', 'while a model works: do not wait for it'],
  ['Ctrl+C', 'leave; your draft is kept'],
];

function helpLines(width: number): Line[] {
  const commands = Object.entries(COMMANDS).map(([name, words]): readonly [string, string] => [`/${name}`, words]);
  const hint = 'Type a command as your answer, or on a line of its own below what you have written. // begins an answer with a slash.';
  return [...[...commands, ...KEYS].flatMap(([name, words]) => helpItem(name, words, width)), BLANK, ...wrapped(hint, width, { indent: 2, tone: 'quiet' })];
}

function helpItem(name: string, words: string, width: number): Line[] {
  if (width < 40) return [...wrapped(name, width, { indent: 2, tone: 'accent' }), ...wrapped(words, width, { indent: 4 })];
  return wrapped(words, width, { indent: 14, mark: { text: `  ${name}`, tone: 'accent' } });
}
