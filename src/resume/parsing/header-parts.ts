import type { Line } from '../../schemas/resume.ts';
import { companyScore, splitAfterLegalForm } from './companies.ts';
import { findDates, withoutDates } from './dates.ts';
import { titleScore } from './job-titles.ts';
import { isPlace, splitTrailingPlace } from './places.ts';
import { styleOf } from './typography.ts';
import { cellsOf, foldText, trimPunctuation } from './words.ts';

/** A piece of a header line that may be a company, a title or something else. */
export interface Part {
  text: string;
  bold: boolean;
  row: number;
  /** Its line begins with a date. */
  afterDate: boolean;
  /** How its line looks, see `styleOf`. */
  style: string;
}

/** A header taken apart: when, where, what was named by a label, and the pieces left over. */
export interface HeaderParts {
  start: string | null;
  end: string | null;
  dated: boolean;
  place: string | null;
  company: string | null;
  title: string | null;
  parts: Part[];
}

const STRONG_SEPARATOR = /\s+[|¦]\s+|\s*[·•∙▪◦●]\s*|\s+\/\/\s+|\s*\t\s*/u;
const LABELS: readonly (readonly [keyof HeaderParts, RegExp])[] = [
  ['company', /^(?:company|employer|organi[sz]ation|client|firma|unternehmen|arbeitgeber|entreprise|empresa)\s*[:：]\s*/i],
  ['title', /^(?:(?:job )?title|position|role|designation|rolle|poste|puesto|cargo)\s*[:：]\s*/i],
  ['place', /^(?:location|place|city|ort|lieu|lugar|ubicaci[oó]n)\s*[:：]\s*/i],
];
const EMPLOYMENT_TYPE = /^(?:full[- ]?time|part[- ]?time|permanent|temporary|contract|vollzeit|teilzeit|cdi|cdd|tiempo completo|employment|remote|hybrid|on-?site)$/;

/** Takes the lines of a header apart. */
export function readHeader(header: Line[]): HeaderParts {
  const parts: HeaderParts = { start: null, end: null, dated: false, place: null, company: null, title: null, parts: [] };
  readDates(header, parts);
  header.forEach((line, row) => {
    for (const piece of piecesOf(line.text)) addPiece(piece, { bold: line.bold === true || line.headingLevel !== undefined, row, afterDate: findDates(line.text)[0]?.index === 0, style: styleOf(line) }, parts);
  });
  return parts;
}

// A header of a company with several titles may hold two spans; the last one is the title's own.
function readDates(header: Line[], parts: HeaderParts): void {
  const found = header.flatMap((line) => findDates(line.text));
  const ranges = found.filter((date) => date.range);
  const [single, second] = found;
  const chosen = ranges.at(-1);
  if (chosen !== undefined) Object.assign(parts, { start: chosen.start, end: chosen.end, dated: true });
  else if (single !== undefined && second !== undefined && (single.start ?? '') < (second.end ?? '')) Object.assign(parts, { start: single.start, end: second.end, dated: true });
  else if (single !== undefined) Object.assign(parts, { start: single.start, end: single.end, dated: true });
}

function piecesOf(text: string): string[] {
  return cellsOf(withoutDates(text))
    .flatMap((cell) => cell.split(STRONG_SEPARATOR))
    .map((piece) => trimPunctuation(piece.replace(/\s+(?:at|@)\s*$/, '')))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

function addPiece(piece: string, look: Omit<Part, 'text'>, parts: HeaderParts): void {
  const labelled = LABELS.find(([, label]) => label.test(piece));
  if (labelled !== undefined) {
    Object.assign(parts, { [labelled[0]]: parts[labelled[0]] ?? trimPunctuation(piece.replace(labelled[1], '')) });
    return;
  }
  const folded = foldText(piece);
  if (/^(?:https?:\/\/|www\.)\S+$|^\S+\.(?:com|org|net|io|de|fr|es|edu)\/?\S*$/.test(folded) || EMPLOYMENT_TYPE.test(folded)) return;
  if (isPlace(piece) && (parts.parts.length > 0 || titleScore(piece) <= 0) && companyScore(piece) < 3) {
    parts.place ??= piece;
    return;
  }
  parts.parts.push({ text: piece, ...look });
}

/** Takes a place off the end of a name and keeps it. */
export function takePlace(name: string, parts: HeaderParts): string {
  const split = splitTrailingPlace(name);
  const legal = splitAfterLegalForm(split.name);
  parts.place ??= split.place ?? legal.rest;
  return legal.name;
}
