import { useContext } from 'react';
import { editorLines } from '../components/editor-lines.ts';
import { Live, type LiveFrame } from '../components/live.tsx';
import { menuLines } from '../components/menu.ts';
import { noticeLines, statusLine, workLines } from '../components/notes.ts';
import { type Draft } from '../editor/draft.ts';
import { BLANK, fitting, type Line, line, wrapped } from '../lines.ts';
import { type Observable } from '../observable.ts';
import { type Theme, ThemeContext } from '../theme.ts';
import { useObservable } from '../use-observable.ts';
import { type Size } from '../window.ts';
import { type HomeModel } from './home-model.ts';
import { homeItems, type HomeState, isFirstRun } from './home-state.ts';
import { useTick } from './use-tick.ts';

/** What one can begin with. */
export function HomeScreen({ model, size, version }: { model: HomeModel; size: Observable<Size>; version: string }) {
  const theme = useContext(ThemeContext);
  const state = useObservable(model.state);
  const path = useObservable(model.path);
  const window = useObservable(size);
  const tick = useTick(theme.animated && (state.work !== null || state.overview === null));

  return <Live {...homeFrame(state, path, window, { theme, version, tick })} />;
}

const WELCOME =
  'hotseat interviews you, here in the terminal. It reads your resume, asks what a hiring manager would ask, grades each answer with words from it as evidence, and writes a report.';
const PRIVACY = 'Nothing leaves this machine unless you set up a model provider yourself.';

/** The home screen in rows, never higher than the terminal. */
export function homeFrame(
  state: HomeState,
  path: Draft,
  { columns, rows }: Size,
  { theme, version, tick }: { theme: Theme; version: string; tick: number },
): LiveFrame {
  const width = columns - 1;
  const gap = rows < 16 ? [] : [BLANK];
  // Name, keys and one row of the menu or field must be seen, and a frame is lower than its terminal.
  let left = Math.max(0, rows - 5 - gap.length * 5);
  const take = (lines: Line[], most = left): Line[] => {
    const taken = lines.slice(0, Math.min(most, left));
    left -= taken.length;
    return taken;
  };
  const working = workLines(state.work ?? (state.overview ? null : 'Opening'), width, theme, tick);
  const notes = take([...noticeLines(state.notice, width), ...working], 4);
  const title = take(heading(state, width), 3);
  const field = editorLines(path, columns, 1 + Math.min(left, 3), theme, 'path to a .pdf, .docx, .md or .txt file');
  const items = homeItems(state);
  const welcome = take(introduction(state, width), Math.max(0, left - Math.min(7, items.length)));

  const name: Line = [{ text: 'hotseat', tone: 'accent' }, { text: fitting([` ${version}`, '  interview practice'], width - 7, ''), tone: 'quiet' }];
  const above = [...gap, name, ...gap, ...welcome, ...(welcome.length > 0 ? gap : []), ...title];
  const below = [...gap, ...notes, ...(notes.length > 0 ? gap : []), statusLine(keys(state), width, theme)];
  if (state.view !== 'path') return { lines: [...above, ...menuLines(items, state.selected, width, 1 + left, theme), ...below] };
  return { lines: [...above, ...field.lines, ...below], cursor: { x: field.cursor.x, y: above.length + field.cursor.y } };
}

function introduction(state: HomeState, width: number): Line[] {
  if (state.view !== 'menu' || !isFirstRun(state)) return [];
  const comfortable = Math.min(width, 72);
  return [...wrapped(WELCOME, comfortable, { indent: 2 }), ...wrapped(PRIVACY, comfortable, { indent: 2 })];
}

function heading({ view }: HomeState, width: number): Line[] {
  switch (view) {
    case 'menu':
      return [];
    case 'resumes':
      return [line('  Which resume?', 'strong')];
    case 'reports':
      return [line('  Which report?', 'strong')];
    case 'path':
      return wrapped('Where is your resume? Type the path, or drag the file here.', width, { indent: 2, tone: 'strong' });
  }
}

function keys({ view, overview }: HomeState): string[] {
  if (!overview) return ['Ctrl+C leave'];
  if (view === 'path') return ['Enter go on', 'Esc back'];
  return ['Enter choose', view === 'menu' ? 'q quit' : 'Esc back', '1-9', 'arrows'];
}
