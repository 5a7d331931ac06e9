import { type Saying } from '../../interview/agents/agent.ts';
import { printable } from '../../printable.ts';
import { type Line, line, wrapped } from '../lines.ts';
import { type Theme } from '../theme.ts';
import { workLines } from './notes.ts';

const TITLES: Readonly<Record<Saying['of'], string>> = { question: 'The next question, not final yet', feedback: 'Feedback, not final yet' };

/** What a model is saying, in place of the words for the work it does: at most `height` rows, of a long text its end. */
export function sayingLines({ of, text }: Saying, width: number, height: number, theme: Theme, tick: number): Line[] {
  const rows = text.trim() === '' ? [] : wrapped(printable(text).trimEnd(), width, { indent: 2, tone: 'quiet' });
  const title = workLines(TITLES[of], width, theme, tick);
  if (title.length + rows.length <= height) return [...title, ...rows];

  const end = Math.max(0, height - title.length - 1);
  return [...title, line(`  ${theme.glyphs.ellipsis}`, 'quiet'), ...rows.slice(rows.length - end)].slice(0, Math.max(0, height));
}
