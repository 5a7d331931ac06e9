import { companyScore } from './companies.ts';
import { titleScore } from './job-titles.ts';
import { CITIES, COUNTRIES, REGIONS, US_STATES } from './place-names.ts';
import { foldText } from './words.ts';

const names = new Set([COUNTRIES, REGIONS, CITIES].flatMap((list) => list.split('|')));
const lands = new Set([COUNTRIES, REGIONS].flatMap((list) => list.split('|')));
const codes = new Set(US_STATES.split('|'));
const REMOTE = /^(?:\(?(?:fully )?(?:remote|home ?office|hybrid|on-?site|telework|teletravail|remoto|homeoffice)\)?)$/;

/** The text is a place and nothing else: "Berlin", "Austin, TX", "Remote", "Springfield, IL, USA". */
export function isPlace(text: string): boolean {
  const parts = text
    .replace(/[()]/g, ' ')
    .split(/[,/|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [first = ''] = parts;
  if (parts.length === 0 || parts.length > 4) return false;
  if (parts.length === 1) return isPlaceName(first);
  if (parts.slice(1).every((part) => isPlaceName(part) || isCode(part)) && isPlaceName(first)) return true;
  // A town we do not know counts with its state or country behind it.
  const plain = /^\p{Lu}[\p{L}\p{M}.'’ -]*$/u.test(first) && first.split(/\s+/).length <= 3;
  // "Harborlight, Portland, OR" begins with a company; "Springfield, IL, USA" has lands alone behind the town.
  return plain && parts.length <= 3 && parts.slice(1).every(isLand) && companyScore(first) < 1 && titleScore(first) < 2;
}

/** Takes a place off the end of a name: "Acme Corp, Berlin, Germany" -> "Acme Corp" and "Berlin, Germany". */
export function splitTrailingPlace(text: string): { name: string; place: string | null } {
  const bracket = /^(.{2,}?)\s*\(([^()]+)\)$/.exec(text);
  if (bracket !== null && isPlace(bracket[2] ?? '')) return { name: bracket[1] ?? '', place: bracket[2] ?? null };
  const parts = text.split(/\s*,\s*|\s+[-–—|]\s+/);
  const cuts = [...text.matchAll(/\s*,\s*|\s+[-–—|]\s+/g)];
  for (let keep = Math.max(1, parts.length - 3); keep < parts.length; keep += 1) {
    const cut = cuts[keep - 1];
    if (cut === undefined) continue;
    const tail = text.slice(cut.index + cut[0].length);
    if (isTailPlace(tail)) return { name: text.slice(0, cut.index).trim(), place: tail };
  }
  return { name: text, place: null };
}

// "Acme Corp, Springfield, IL": a city we do not know counts only with its state or country behind it.
function isTailPlace(tail: string): boolean {
  const parts = tail.split(/\s*,\s*/);
  const [first = ''] = parts;
  if (parts.length === 1) return isPlaceName(first) || (isCode(first) && /^[A-Z]{2}$/.test(first));
  return isPlace(tail) && !/\b(?:inc|llc|ltd|gmbh|corp|limited|co)\b/i.test(first);
}

function isPlaceName(text: string): boolean {
  const folded = foldText(text).replace(/\s*\d{4,6}$/, '').replace(/^\d{4,6}\s+/, '').replace(/^greater\s+|\s+area$/g, '').trim();
  return names.has(folded) || REMOTE.test(folded);
}

function isLand(text: string): boolean {
  return isCode(text) || lands.has(foldText(text).trim());
}

function isCode(text: string): boolean {
  return codes.has(text.trim().replace(/\s+\d{5}(?:-\d{4})?$/, ''));
}
