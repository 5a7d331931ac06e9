/** What a person did on the keyboard, one thing at a time and in order. */
export type Key =
  /** Characters typed; quick typing can bring several at once. */
  | { kind: 'text'; text: string }
  /** Text from the clipboard: an Enter in it is a line end and nothing else. */
  | { kind: 'paste'; text: string }
  | Press;

export interface Press {
  kind: 'press';
  /** A small letter, or a word such as `enter`, `left`, `page-up`. */
  name: string;
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
}

export function press(name: string, modifiers: Partial<Pick<Press, 'ctrl' | 'alt' | 'shift'>> = {}): Press {
  return { kind: 'press', name, ctrl: false, alt: false, shift: false, ...modifiers };
}

/** The name under which a key stands in a table: `ctrl+alt+left`; empty for text. */
export function chord(key: Key): string {
  if (key.kind !== 'press') return '';
  const modifiers = [key.ctrl && 'ctrl', key.alt && 'alt', key.shift && 'shift'];
  return [...modifiers.filter((one) => one !== false), key.name].join('+');
}
