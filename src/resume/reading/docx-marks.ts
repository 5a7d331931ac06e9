import type { Line } from '../../schemas/resume.ts';
import { walkMarkup } from './markup.ts';

/**
 * The converter knows neither hidden nor white text nor sizes, so runs are
 * marked in the XML with noncharacters, which come through unchanged: a mark
 * before the text and one after it.
 */
const HIDDEN_MARKS = { hidden_style: '\uFDD2', white: '\uFDD3', tiny: '\uFDD4' } as const;
const END = '\uFDD5';
const SIZE = '\uFDD6';

type Hiding = keyof typeof HIDDEN_MARKS;

interface Scope {
  name: string;
  hiding?: Hiding;
  /** Background of a run, paragraph or cell, where one is set. */
  shaded?: boolean;
  /** Half points, where the run says it itself. */
  size?: number;
}

/** Nesting of real documents stays below 60; the parser's stack ends somewhere above 1,000. */
export const MAX_DEPTH = 400;

/** The XML with marks around the text of runs that are hidden, white on white, tiny, or of their own size. */
export function markRuns(xml: string): string {
  const scopes: Scope[] = [];
  const out: string[] = [];
  let copied = 0;
  for (const token of walkMarkup(xml)) {
    if (token.kind === 'close') closeScope(scopes, token.name);
    if (token.kind === 'open') openScope(scopes, token.name, token.attributes);
    if (token.kind !== 'text' || scopes.at(-1)?.name !== 'w:t') continue;
    const mark = markOf(scopes);
    if (mark === '') continue;
    out.push(xml.slice(copied, token.start), mark, xml.slice(token.start, token.end), END);
    copied = token.end;
  }
  out.push(xml.slice(copied));
  return out.join('');
}

function closeScope(scopes: Scope[], name: string): void {
  const at = scopes.findLastIndex((scope) => scope.name === name);
  if (at >= 0) scopes.length = at;
}

function openScope(scopes: Scope[], name: string, attributes: Record<string, string>): void {
  const value = attributes['w:val'] ?? '';
  const owner = ownerOf(scopes, name);
  if (owner) readProperty(owner, name, value, attributes);
  scopes.push({ name });
}

/** Properties stand in w:rPr, w:pPr or w:tcPr, one level inside what they describe. */
function ownerOf(scopes: Scope[], name: string): Scope | undefined {
  const holder = scopes.at(-1)?.name;
  const isProperty = /^w:(?:vanish|specVanish|color|sz|shd|highlight)$/.test(name);
  return isProperty && /^w:(?:rPr|pPr|tcPr)$/.test(holder ?? '') ? scopes.at(-2) : undefined;
}

function readProperty(owner: Scope, name: string, value: string, attributes: Record<string, string>): void {
  if (name === 'w:shd') owner.shaded = isColour(attributes['w:fill']);
  else if (name === 'w:highlight') owner.shaded = value !== 'white' && value !== 'none';
  else if (owner.name !== 'w:r') return;
  else if (name === 'w:color') owner.hiding ??= isWhite(value) ? 'white' : undefined;
  else if (name === 'w:sz') {
    owner.size = Number(value) || undefined;
    if (Number(value) > 0 && Number(value) < 4) owner.hiding = 'tiny';
  } else if (!/^(?:0|false|off)$/.test(value)) owner.hiding = 'hidden_style';
}

function isColour(fill: string | undefined): boolean {
  return fill !== undefined && /^[0-9a-f]{6}$/i.test(fill) && !isWhite(fill);
}

function isWhite(colour: string): boolean {
  return /^(?:f[c-f]){3}$/i.test(colour);
}

function markOf(scopes: Scope[]): string {
  const run = scopes.findLast(({ name }) => name === 'w:r');
  if (!run) return '';
  // A box may have any background, a shaded cell or paragraph has one that shows white letters.
  const isOnColour = scopes.some(({ name, shaded }) => shaded === true || name === 'w:txbxContent');
  const hiding = run.hiding === 'white' && isOnColour ? undefined : run.hiding;
  const size = run.size === undefined ? '' : `${SIZE}${String.fromCharCode(0x100 + Math.min(400, run.size))}`;
  return hiding ? HIDDEN_MARKS[hiding] + size : size;
}

export interface MarkedText {
  text: string;
  hidden?: Extract<Line['hidden'], Hiding>;
  /** Half points. */
  size?: number;
}

/** Takes converted text apart at the marks. */
export function splitMarks(text: string): MarkedText[] {
  return text.split(/(?=[\uFDD2-\uFDD4])|(?=(?<![\uFDD2-\uFDD4])\uFDD6)|\uFDD5/).flatMap((piece) => {
    const [, mark, size, rest = ''] = /^([\uFDD2-\uFDD4]?)(?:\uFDD6([^]))?([^]*)$/.exec(piece) ?? [];
    const hidden = (Object.keys(HIDDEN_MARKS) as Hiding[]).find((kind) => HIDDEN_MARKS[kind] === mark);
    if (rest === '') return [];
    return [{ text: rest, ...(hidden && { hidden }), ...(size && { size: size.charCodeAt(0) - 0x100 }) }];
  });
}
