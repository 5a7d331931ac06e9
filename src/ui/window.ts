import { createVariable, type Observable } from './observable.ts';

export interface Size {
  columns: number;
  rows: number;
}

/** What stands in the live area: the width of each row, and the cursor if it is shown. */
export interface Frame {
  widths: number[];
  cursor: { x: number; y: number } | undefined;
}

/**
 * The output side of the terminal. Ink writes through `stdout`, which is the
 * real one but for what it says of its size: it changes when the person has
 * stopped dragging, and never so that Ink would wipe the scrollback, which it
 * does when a frame is as high as the terminal.
 */
export interface TerminalWindow {
  stdout: NodeJS.WriteStream;
  size: Observable<Size>;
  /** False from the first sign of another size until the screen is clean again: nothing may be drawn meanwhile. */
  steady: Observable<boolean>;
  drawn: (frame: Frame) => void;
  /** After another program has written: empty rows where Ink believes its frame. */
  makeRoom: () => void;
  /** Another program has the terminal: write nothing, whatever its size becomes. */
  hold: () => void;
  release: () => void;
  close: () => void;
}

const ERASE_ROW = '\u001B[2K';
const SETTLED = 60;
const HIGHER_THAN_ANY_FRAME = 100_000;

export function openWindow(real: NodeJS.WriteStream): TerminalWindow {
  const size = createVariable(sizeOf(real));
  const steady = createVariable(true);
  const inkListeners = new Set<() => void>();
  let held = false;
  let told = size.get().columns;
  let frame: Frame = { widths: [], cursor: undefined };
  let timer: NodeJS.Timeout | undefined;

  function settle(): void {
    const before = size.get();
    const after = sizeOf(real);
    const changed = before.columns !== after.columns || before.rows !== after.rows;
    if (changed) real.write(eraseFolded(frame, after.columns) + emptyRows(frame));
    size.set(after);
    steady.set(true);
    // Ink draws at once what React has, and the frame of the old size may be higher than the terminal is now.
    if (changed) setImmediate(drawAnew, before.columns, after.columns);
  }

  /** Only where it gets narrower does Ink draw everything anew. */
  function drawAnew(before: number, after: number): void {
    if (held) return;
    tellInk(Math.min(before, after) - 1);
    tellInk(after);
  }

  function release(): void {
    held = false;
    const after = sizeOf(real);
    tellInk(after.columns);
    size.set(after);
    steady.set(true);
  }

  function tellInk(columns: number): void {
    told = columns;
    for (const listener of inkListeners) listener();
  }

  function resized(): void {
    clearTimeout(timer);
    if (held) return;
    steady.set(false);
    timer = setTimeout(settle, SETTLED);
  }

  const stdout = new Proxy(real, {
    get(target, name) {
      if (name === 'columns') return told;
      if (name === 'rows') return HIGHER_THAN_ANY_FRAME;
      if (name === 'on' || name === 'off') return subscription(target, name, inkListeners);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

  real.on('resize', resized);
  return {
    stdout,
    size,
    steady,
    drawn: (next) => {
      frame = next;
    },
    makeRoom: () => void real.write(`\r\n${emptyRows(frame)}`),
    hold: () => {
      held = true;
      clearTimeout(timer);
    },
    release,
    close: () => {
      clearTimeout(timer);
      real.off('resize', resized);
    },
  };
}

function sizeOf({ columns, rows }: NodeJS.WriteStream): Size {
  return { columns: columns > 0 ? columns : 80, rows: rows > 0 ? rows : 24 };
}

function subscription(target: NodeJS.WriteStream, name: 'on' | 'off', inkListeners: Set<() => void>) {
  return (event: string, listener: () => void) => {
    if (event !== 'resize') return target[name](event, listener);
    if (name === 'on') inkListeners.add(listener);
    else inkListeners.delete(listener);
    return target;
  };
}

/**
 * Clears the frame after the terminal has changed its size, and leaves the
 * cursor at its top. A narrower terminal has folded rows, which Ink, that
 * counts them unfolded, would leave behind. Row by row, for some terminals
 * push what `ESC [ J` clears into the scrollback.
 */
function eraseFolded({ widths, cursor }: Frame, columns: number): string {
  const height = (rows: number[]) => rows.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / columns)), 0);
  const row = cursor?.y ?? widths.length;
  const above = height(widths.slice(0, row)) + Math.floor((cursor?.x ?? 0) / columns);
  const below = height(widths.slice(row));
  return `\u001B7${`\u001B[1B${ERASE_ROW}`.repeat(below)}\u001B8${ERASE_ROW}${`\u001B[1A${ERASE_ROW}`.repeat(above)}\r`;
}

/** As many empty rows as Ink believes in, with the cursor where it believes it. */
function emptyRows({ widths, cursor }: Frame): string {
  const back = cursor ? widths.length - cursor.y : 0;
  return `${'\n'.repeat(widths.length)}${back > 0 ? `\u001B[${back}A` : ''}`;
}
