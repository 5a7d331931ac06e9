import { textWidth } from '../editor/graphemes.ts';
import { type Line, shorten } from '../lines.ts';
import { type Theme } from '../theme.ts';

export interface MenuItem {
  label: string;
  detail: string;
}

/** Numbered items with the selected one marked; a window of them where there are more than rows. */
export function menuLines(items: readonly MenuItem[], selected: number, width: number, height: number, { glyphs }: Theme): Line[] {
  const top = Math.max(0, Math.min(selected - Math.floor(height / 2), items.length - height));
  const digits = items.length > 9 ? 2 : 1;
  return items.slice(top, top + height).map((item, row) => {
    const index = top + row;
    const isSelected = index === selected;
    const start = `${isSelected ? glyphs.selected : ' '} ${`${index + 1}`.padStart(digits)}. `;
    const label = shorten(item.label, width - textWidth(start), glyphs.ellipsis);
    const room = width - textWidth(start) - textWidth(label) - 2;
    const detail = item.detail !== '' && room >= 8 ? shorten(item.detail, room, glyphs.ellipsis) : '';
    return [
      { text: start, tone: isSelected ? 'accent' : 'quiet' },
      { text: label, tone: isSelected ? 'strong' : 'plain' },
      { text: detail === '' ? '' : `  ${detail}`, tone: 'quiet' },
    ];
  });
}
