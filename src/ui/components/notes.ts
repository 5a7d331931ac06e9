import { fitting, type Line, line, wrapped } from '../lines.ts';
import { type Notice } from '../screens/interview-state.ts';
import { type Theme } from '../theme.ts';

/** Something to know, until the next key. An error says so with a mark, not only with its colour. */
export function noticeLines(notice: Notice | null, width: number): Line[] {
  if (!notice) return [];
  if (notice.kind === 'info') return wrapped(notice.text, width, { indent: 2, tone: 'fair' });
  return wrapped(notice.text, width, { indent: 2, tone: 'poor', mark: { text: '!', tone: 'poor' } });
}

/** What is being done. The dots move only where things may move. */
export function workLines(work: string | null, width: number, { glyphs, animated }: Theme, tick: number): Line[] {
  if (work === null || work === '') return [];
  const dots = animated ? '.'.repeat((tick % 3) + 1) : glyphs.ellipsis;
  return [[{ text: `${glyphs.interviewer} `, tone: 'accent' }, { text: work.slice(0, Math.max(1, width - 6)) + dots, tone: 'quiet' }]];
}

/** The keys that do something now, the most important ones first. */
export function statusLine(words: string[], width: number, { glyphs }: Theme): Line {
  const shown = words.filter((one) => one !== '');
  return line(`  ${fitting(shown, width - 2, ` ${glyphs.dot} `)}`, 'quiet');
}
