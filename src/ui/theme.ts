import chalk from 'chalk';
import { createContext } from 'react';
import { type Environment, isOn } from '../environment.ts';

/** What a piece of text is, not how it looks: nothing is said by colour alone. */
export type Tone = 'plain' | 'quiet' | 'strong' | 'accent' | 'good' | 'fair' | 'poor';

/** In the words of Ink's `<Text>`. */
export const STYLES: Readonly<Record<Tone, { color?: string; dimColor?: boolean; bold?: boolean }>> = {
  plain: {},
  quiet: { dimColor: true },
  strong: { bold: true },
  accent: { color: 'cyan' },
  good: { color: 'green' },
  fair: { color: 'yellow' },
  poor: { color: 'red' },
};

export interface Glyphs {
  interviewer: string;
  prompt: string;
  selected: string;
  dot: string;
  plus: string;
  minus: string;
  arrow: string;
  cited: string;
  barFull: string;
  barEmpty: string;
  rule: string;
  ellipsis: string;
  openQuote: string;
  closeQuote: string;
  up: string;
  down: string;
}

const DRAWN: Glyphs = {
  interviewer: '●',
  prompt: '❯',
  selected: '❯',
  dot: '·',
  plus: '+',
  minus: '−',
  arrow: '→',
  cited: '↳',
  barFull: '█',
  barEmpty: '░',
  rule: '─',
  ellipsis: '…',
  openQuote: '“',
  closeQuote: '”',
  up: '↑',
  down: '↓',
};

const ASCII: Glyphs = {
  interviewer: '*',
  prompt: '>',
  selected: '>',
  dot: '-',
  plus: '+',
  minus: '-',
  arrow: '->',
  cited: '^',
  barFull: '#',
  barEmpty: '.',
  rule: '-',
  ellipsis: '...',
  openQuote: '"',
  closeQuote: '"',
  up: '^',
  down: 'v',
};

export interface Theme {
  glyphs: Glyphs;
  /** Whether something may move while the person waits. */
  animated: boolean;
}

export function createTheme(env: Environment): Theme {
  return { glyphs: showsUnicode(env) ? DRAWN : ASCII, animated: !isOn(env.HOTSEAT_NO_ANIMATION) && !isOn(env.CI) };
}

export const ThemeContext = createContext<Theme>({ glyphs: DRAWN, animated: false });

/** Chalk, and Ink with it, honours FORCE_COLOR and no more. */
export function applyColourWishes(env: Environment): void {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '';
  if (!forced && env.NO_COLOR !== undefined && env.NO_COLOR !== '') chalk.level = 0;
}

function showsUnicode(env: Environment): boolean {
  if (env.TERM === 'linux') return false;
  if (env.WT_SESSION !== undefined) return true;
  // The first one that is set decides, as in the C library.
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((one) => one !== undefined && one !== '');
  return /utf-?8/iu.test(locale ?? '');
}
