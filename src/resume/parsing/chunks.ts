import type { Chunk, SectionKind } from '../../schemas/resume.ts';
import { hasContactData } from './contact.ts';
import { domainsOfText } from './domains.ts';
import type { OutlineItem } from './outline.ts';
import type { Paragraph } from './wrapped-lines.ts';

/** Characters of a passage: short enough that one duty can be found, long enough to say what it was about. */
const LONGEST = 520;
/** Contact data helps no question and would travel with the vectors; references are other people's words. */
const LEFT_OUT: readonly SectionKind[] = ['contact', 'references'];

type Draft = Pick<Chunk, 'text' | 'type' | 'page' | 'line'>;

/**
 * Passages for retrieval: a section, an entry of it, or a group of bullets of
 * a long entry. Each begins with the title it stands under; neighbouring
 * groups of the same entry share one bullet, and nothing else overlaps.
 */
export function splitChunks(outline: OutlineItem[]): Chunk[] {
  const drafts = outline.filter(({ kind }) => !LEFT_OUT.includes(kind)).flatMap((item) => draftsOf(item).map((draft) => ({ draft, item })));
  return drafts.map(({ draft, item }, index) => ({
    index,
    ...draft,
    section: item.kind,
    entry: item.entry,
    entryIndex: item.entryIndex,
    ...domainsOfText(draft.text),
  }));
}

function draftsOf(item: OutlineItem): Draft[] {
  const groups = groupParagraphs(item.paragraphs.filter(({ text }) => !hasContactData(text)).flatMap(cutLong), item.entryIndex !== null);
  const whole = item.entryIndex === null ? 'section' : 'entry';
  if (groups.length === 0) return item.entryIndex === null ? [] : [{ text: item.title, type: 'entry', page: item.first.page, line: item.first.line }];
  return groups.map((group) => ({
    text: withTitle(item.title, group.map(({ text }) => text).join('\n')),
    type: groups.length === 1 || whole === 'section' ? whole : 'bullets',
    page: group[0]?.first.page ?? item.first.page,
    line: group[0]?.first.line ?? item.first.line,
  }));
}

function withTitle(title: string, text: string): string {
  return title === '' ? text : `${title}: ${text}`;
}

function groupParagraphs(paragraphs: Paragraph[], overlap: boolean): Paragraph[][] {
  const groups: Paragraph[][] = [];
  let size = 0;
  for (const paragraph of paragraphs) {
    const group = groups.at(-1);
    if (group !== undefined && size + paragraph.text.length <= LONGEST) {
      group.push(paragraph);
      size += paragraph.text.length;
      continue;
    }
    const last = group?.at(-1);
    const shared = overlap && last !== undefined && last.text.length + paragraph.text.length <= LONGEST ? [last] : [];
    groups.push([...shared, paragraph]);
    size = [...shared, paragraph].reduce((sum, { text }) => sum + text.length, 0);
  }
  return groups;
}

// A paragraph that is longer than a passage is cut between sentences, or between words.
function cutLong(paragraph: Paragraph): Paragraph[] {
  if (paragraph.text.length <= LONGEST) return [paragraph];
  const pieces: string[] = [];
  for (const part of paragraph.text.split(/(?<=[.!?;•])\s+/u).flatMap(cutWords)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + part.length < LONGEST) pieces[pieces.length - 1] = `${last} ${part}`;
    else pieces.push(part);
  }
  return pieces.map((text) => ({ ...paragraph, text }));
}

function cutWords(sentence: string): string[] {
  return sentence.match(new RegExp(`.{1,${LONGEST - 20}}(?:\\s|$)|.{1,${LONGEST - 20}}`, 'gsu'))?.map((piece) => piece.trim()) ?? [];
}
