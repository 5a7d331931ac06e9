import { printable } from '../../printable.ts';
import { createVariable, type Observable } from '../observable.ts';
import * as drafts from './draft.ts';
import { type Draft, type Move } from './draft.ts';
import { snap } from './graphemes.ts';
import { chord, type Key } from './key.ts';

/** What a key did to the text: `ignored` keys are free for the screen. */
export type Outcome = 'changed' | 'moved' | 'submit' | 'ignored';

/**
 * A text editor that lives outside React, so that no key ever sees an old
 * state. Works by graphemes; Enter submits, and in a multi-line editor
 * Alt+Enter, Shift+Enter, Ctrl+J or a backslash before Enter start a new line.
 */
export interface Editor extends Observable<Draft> {
  /** `width` is the number of columns of the rows on the screen, for up and down. */
  press(key: Key, width: number): Outcome;
  /** Replaces the text, which can be undone, and puts the cursor at its end. */
  set(text: string): void;
  /** Starts afresh, forgetting what could be undone. */
  reset(text?: string): void;
  text(): string;
}

const MOVES: Readonly<Record<string, Move>> = {
  left: drafts.left,
  'ctrl+b': drafts.left,
  right: drafts.right,
  'ctrl+f': drafts.right,
  home: drafts.rowStart,
  end: drafts.rowEnd,
  'ctrl+a': drafts.lineStart,
  'ctrl+e': drafts.lineEnd,
  'ctrl+home': drafts.textStart,
  'ctrl+end': drafts.textEnd,
  'alt+<': drafts.textStart,
  'alt+>': drafts.textEnd,
  'alt+b': drafts.wordLeft,
  'alt+left': drafts.wordLeft,
  'ctrl+left': drafts.wordLeft,
  'alt+f': drafts.wordRight,
  'alt+right': drafts.wordRight,
  'ctrl+right': drafts.wordRight,
};

/** Erase up to where a movement leads. */
const ERASURES: Readonly<Record<string, Move>> = {
  backspace: drafts.left,
  'shift+backspace': drafts.left,
  delete: drafts.right,
  'ctrl+d': drafts.right,
};

/** The same, and what went can be put back with Ctrl+Y. */
const KILLS: Readonly<Record<string, Move>> = {
  'ctrl+w': drafts.bigWordLeft,
  'alt+backspace': drafts.wordLeft,
  'ctrl+backspace': drafts.wordLeft,
  'alt+d': drafts.wordRight,
  'alt+delete': drafts.wordRight,
  'ctrl+delete': drafts.wordRight,
  'ctrl+u': (draft, width) => (draft.text[draft.cursor - 1] === '\n' ? draft.cursor - 1 : drafts.lineStart(draft, width)),
  'ctrl+k': (draft, width) => (draft.text[draft.cursor] === '\n' ? draft.cursor + 1 : drafts.lineEnd(draft, width)),
};

const ROWS: Readonly<Record<string, number>> = {
  up: -1,
  'ctrl+p': -1,
  down: 1,
  'ctrl+n': 1,
  'page-up': -8,
  'page-down': 8,
};

const NEW_LINE = new Set(['alt+enter', 'shift+enter', 'ctrl+enter', 'alt+shift+enter', 'ctrl+j']);
const UNDO = new Set(['ctrl+_', 'ctrl+/', 'ctrl+shift+_']);
const MOST_UNDONE = 200;

export function createEditor({ multiline, text: initial = '' }: { multiline: boolean; text?: string }): Editor {
  const current = createVariable(drafts.draftOf(clean(initial)));
  let past: Draft[] = [];
  let killed = '';
  // Letters typed one after the other are undone together.
  let typing = false;

  function change(next: Draft, isTyping = false): Outcome {
    const before = current.get();
    if (next.text === before.text) return 'moved';
    if (!(isTyping && typing)) past = [...past.slice(1 - MOST_UNDONE), before];
    typing = isTyping;
    current.set(next);
    return 'changed';
  }

  function moveTo(next: Draft): Outcome {
    typing = false;
    current.set({ ...next, cursor: snap(next.text, next.cursor) });
    return 'moved';
  }

  function undo(): Outcome {
    const before = past.pop();
    if (!before) return 'moved';
    typing = false;
    current.set(before);
    return 'changed';
  }

  function clean(text: string): string {
    return multiline ? printable(text) : printable(text).replace(/\s*\n\s*/gu, ' ');
  }

  function enter(): Outcome {
    const { text, cursor } = current.get();
    if (!multiline || text[cursor - 1] !== '\\') return 'submit';
    return change(drafts.insert(drafts.erase(current.get(), cursor - 1), '\n'));
  }

  function pressNamed(name: string, width: number): Outcome {
    const draft = current.get();
    const move = MOVES[name];
    if (move) return moveTo({ ...draft, cursor: move(draft, width), goal: null });
    const erasure = ERASURES[name];
    if (erasure) return change(drafts.erase(draft, erasure(draft, width)));
    const kill = KILLS[name];
    if (kill) return cut(draft, kill(draft, width));
    const rows = ROWS[name];
    if (rows !== undefined && multiline) return moveTo(drafts.moveByRows(draft, width, rows));
    if (multiline && NEW_LINE.has(name)) return change(drafts.insert(draft, '\n'));
    if (name === 'ctrl+y') return change(drafts.insert(draft, killed));
    if (UNDO.has(name)) return undo();
    return name === 'enter' ? enter() : 'ignored';
  }

  function cut(draft: Draft, other: number): Outcome {
    const went = draft.text.slice(Math.min(draft.cursor, other), Math.max(draft.cursor, other));
    if (went !== '') killed = went;
    return change(drafts.erase(draft, other));
  }

  return {
    get: current.get,
    subscribe: current.subscribe,
    text: () => current.get().text,
    press: (key, width) => {
      if (key.kind === 'text') return change(drafts.insert(current.get(), clean(key.text)), true);
      if (key.kind === 'paste') return change(drafts.insert(current.get(), clean(key.text)));
      return pressNamed(chord(key), width);
    },
    set: (text) => void change(drafts.draftOf(clean(text))),
    reset: (text = '') => {
      past = [];
      typing = false;
      current.set(drafts.draftOf(clean(text)));
    },
  };
}
