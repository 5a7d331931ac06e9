import { useContext } from 'react';
import { fieldText } from '../components/editor-lines.ts';
import { Live, type LiveFrame } from '../components/live.tsx';
import { noticeLines, statusLine, workLines } from '../components/notes.ts';
import { type ModelOffer } from '../desk.ts';
import { type Draft } from '../editor/draft.ts';
import { BLANK, type Line, type Piece, shorten, wrapped } from '../lines.ts';
import { type Observable } from '../observable.ts';
import { printableLine } from '../../printable.ts';
import { type Theme, ThemeContext } from '../theme.ts';
import { useObservable } from '../use-observable.ts';
import { MODE_WORDS } from '../words.ts';
import { type Size } from '../window.ts';
import { type SetupModel } from './setup-model.ts';
import { type Field, type Prefill, type SetupState } from './setup-state.ts';
import { useTick } from './use-tick.ts';

/** Role, length, mode and difficulty, all filled in: Enter starts. */
export function SetupScreen({ model, size }: { model: SetupModel; size: Observable<Size> }) {
  const theme = useContext(ThemeContext);
  const state = useObservable(model.state);
  const role = useObservable(model.role);
  const window = useObservable(size);
  const tick = useTick(theme.animated && state.work !== null);

  return <Live {...setupFrame(state, model.prefill, role, window, theme, tick)} />;
}

const LABELS: Readonly<Record<Field, string>> = { role: 'Role', questions: 'Questions', mode: 'Mode', difficulty: 'Difficulty' };
const LABEL_WIDTH = 14;

export function setupFrame(
  state: SetupState,
  { label }: Prefill,
  role: Draft,
  { columns, rows }: Size,
  theme: Theme,
  tick: number,
): LiveFrame {
  const width = columns - 1;
  const gap = rows < 16 ? [] : [BLANK];
  if (state.offer) return offerFrame(state.offer, width, rows, theme);
  const title: Line = [{ text: '  Your interview', tone: 'strong' }, { text: `  about ${shorten(printableLine(label), Math.max(8, width - 24), theme.glyphs.ellipsis)}`, tone: 'quiet' }];
  const field = (name: Field, value: Piece[]): Line => [...fieldLabel(name, state, theme), ...value];
  const roleField = fieldText(role, Math.max(1, width - LABEL_WIDTH));

  const above = [...gap, title, ...gap];
  // Title, four fields and the keys must be seen; then what is to be known; then what a mode is.
  const room = Math.max(0, rows - 8 - gap.length * 4);
  const notes = [...noticeLines(state.notice, width), ...workLines(state.work, width, theme, tick)].slice(0, Math.min(4, room));
  const modeWords = wrapped(MODE_WORDS[state.mode], width, { indent: Math.min(LABEL_WIDTH, Math.floor(width / 3)), tone: 'quiet' });
  const lines = [
    ...above,
    field('role', [{ text: roleField.text }]),
    field('questions', choice(`${state.questions}`, state.field === 'questions')),
    field('mode', choice(state.mode, state.field === 'mode')),
    ...modeWords.slice(0, room - notes.length),
    field('difficulty', choice(state.difficulty, state.field === 'difficulty')),
    ...gap,
    ...notes,
    ...(notes.length > 0 ? gap : []),
    statusLine(state.work === null ? ['Enter start', 'Esc back', 'up/down field', 'left/right change'] : ['Ctrl+C leave'], width, theme),
  ];
  const isTyping = state.field === 'role' && state.work === null;
  return { lines, cursor: isTyping ? { x: Math.min(LABEL_WIDTH + roleField.cursor, columns - 1), y: above.length } : undefined };
}

/** The question alone: what it means stands above, printed, where it is never cut. */
function offerFrame({ host }: ModelOffer, width: number, rows: number, theme: Theme): LiveFrame {
  const gap = rows < 16 ? [] : [BLANK];
  const question = wrapped(`Use the models at ${printableLine(host)} from now on? Enter alone means no.`, width, { indent: 2, tone: 'strong' });
  return { lines: [...gap, ...question.slice(0, Math.max(1, rows - 6)), ...gap, statusLine(['y yes', 'n no', 'Esc back'], width, theme)] };
}

function fieldLabel(name: Field, { field }: SetupState, { glyphs }: Theme): Piece[] {
  const isHere = field === name;
  return [
    { text: `${isHere ? glyphs.selected : ' '} `, tone: 'accent' },
    { text: LABELS[name].padEnd(LABEL_WIDTH - 2), tone: isHere ? 'strong' : 'plain' },
  ];
}

/** The arrows show that left and right change the value. */
function choice(value: string, isHere: boolean): Piece[] {
  return isHere ? [{ text: '< ', tone: 'accent' }, { text: value, tone: 'strong' }, { text: ' >', tone: 'accent' }] : [{ text: value }];
}
