import type { Line } from '../../schemas/resume.ts';
import { titleScore } from '../parsing/job-titles.ts';
import { wordsOf } from '../parsing/words.ts';

const LABELLED = /^(?:job title|title|position|role|job|stelle|stellenbezeichnung|vacancy|we are hiring|we're hiring|hiring|job description|stellenanzeige)\s*[:：–—-]\s*(.+)$/iu;
const WANTED = /\b(?:(?:looking for|seeking|hiring|searching for|join (?:us|our team) as) (?:an? |our next |our first )?|such(?:en|t) (?:wir )?(?:eine?n?(?:\(n\))?|dich als) )((?:[\p{L}\p{N}/+#.&*:()-]+ ?){1,7})/iu;
const GENDERS = /\s*[([]\s*(?:[mwfdxi]\s*[/|]\s*[mwfdxi](?:\s*[/|]\s*[mwfdx])?|all genders?|gn|h\/f|f\/h)\s*[)\]]/giu;

/** What the job is called: by a label, by the first lines that look like a title, or by "we are looking for a ..."; null when nothing says. */
export function jobTitle(lines: Line[]): string | null {
  const seen = lines.filter(({ hidden, text }) => hidden === undefined && text.trim() !== '').slice(0, 40);
  const labelled = seen.slice(0, 12).flatMap(({ text }) => LABELLED.exec(text.trim())?.[1] ?? []);
  const first = seen.slice(0, 4).map(({ text }) => text);
  const wanted = seen.flatMap(({ text }) => WANTED.exec(text)?.[1] ?? []).map(untilNoun);
  return [...labelled, ...first, ...wanted].map(bareTitle).find(isTitle) ?? null;
}

/** Without company, place and "(m/w/d)": "Senior Engineer at Contoso - Berlin" -> "Senior Engineer". */
function bareTitle(text: string): string {
  const [title = ''] = text
    .replace(GENDERS, ' ')
    .replace(LABELLED, '$1')
    .split(/\s+(?:at|@|bei|chez)\s+|\s+[–—|·-]\s+|,\s+|\s{3,}/u);
  return title.replace(/[*_#]/gu, '').replace(/\s+/gu, ' ').trim().slice(0, 80);
}

function isTitle(text: string): boolean {
  return wordsOf(text).length <= 7 && titleScore(text) >= 3;
}

/** "Data Engineer to join our team" ends at its noun. */
function untilNoun(text: string): string {
  const words = text.trim().split(/\s+/u);
  const end = words.findIndex((word) => /^(?:to|who|for|with|that|and|in|on|für|mit|zur|zum|der|die|ab)$/iu.test(word));
  return (end < 0 ? words : words.slice(0, end)).join(' ').replace(/[.,;:]$/u, '');
}
