import { useCursor } from 'ink';
import { createContext, useContext, useLayoutEffect } from 'react';
import { type Line, lineWidth } from '../lines.ts';
import { type Frame } from '../window.ts';
import { Rows } from './rows.tsx';

/** Who wants to know what stands in the live area. */
export const FrameContext = createContext<(frame: Frame) => void>(() => undefined);

export interface LiveFrame {
  lines: Line[];
  /** Where the terminal's own cursor stands, so that input methods open there. */
  cursor?: { x: number; y: number };
}

/** The part of the screen that changes. Whoever draws it keeps it lower than the terminal. */
export function Live({ lines, cursor }: LiveFrame) {
  const tell = useContext(FrameContext);
  const { setCursorPosition } = useCursor();

  setCursorPosition(cursor);
  useLayoutEffect(() => {
    tell({ widths: lines.map(lineWidth), cursor });
  });
  return <Rows lines={lines} />;
}
