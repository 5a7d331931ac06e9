import { type Piece } from '../lines.ts';
import { type Glyphs, type Tone } from '../theme.ts';

/** A score as a bar. It always stands beside its number. */
export function scoreBar(score: number, width: number, tone: Tone, glyphs: Glyphs): Piece[] {
  const full = Math.round(score * width);
  return [
    { text: glyphs.barFull.repeat(full), tone },
    { text: glyphs.barEmpty.repeat(width - full), tone: 'quiet' },
  ];
}
