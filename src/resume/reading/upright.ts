import type { Glyph, Painting } from './painting.ts';

export interface Upright {
  /** Characters in the direction in which most of the page is written, turned so that they read from left to right. */
  main: Glyph[];
  others: Glyph[][];
  width: number;
  height: number;
}

/** Directions are told apart by quarter turns; what leans is taken to be a watermark and joins the nearest. */
export function turnUpright(glyphs: Glyph[], { width, height }: Pick<Painting, 'width' | 'height'>): Upright {
  const groups = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const turn = ((Math.round(glyph.angle / 90) % 4) + 4) % 4;
    const group = groups.get(turn);
    if (group) group.push(glyph);
    else groups.set(turn, [glyph]);
  }
  const [main, ...others] = [...groups].sort(([, one], [, other]) => other.length - one.length);
  const isOnItsSide = main !== undefined && main[0] % 2 === 1;
  return {
    main: main ? turn(main[1], main[0], width, height) : [],
    others: others.map(([quarter, group]) => turn(group, quarter, width, height)),
    width: isOnItsSide ? height : width,
    height: isOnItsSide ? width : height,
  };
}

/** Turns the page back, so that a text running down the page (1) or up (3) runs to the right. */
function turn(glyphs: Glyph[], quarter: number, width: number, height: number): Glyph[] {
  switch (quarter) {
    case 1:
      return glyphs.map((glyph) => ({ ...glyph, x: glyph.y, y: width - glyph.x, angle: 0 }));
    case 2:
      return glyphs.map((glyph) => ({ ...glyph, x: width - glyph.x, y: height - glyph.y, angle: 0 }));
    case 3:
      return glyphs.map((glyph) => ({ ...glyph, x: height - glyph.y, y: glyph.x, angle: 0 }));
    default:
      return glyphs;
  }
}
