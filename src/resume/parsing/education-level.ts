import type { EducationLevel } from '../../schemas/resume.ts';
import { foldText } from './words.ts';

/** From the lowest to the highest; `other` is a schooling whose level cannot be told. */
const ORDER: readonly EducationLevel[] = ['none', 'other', 'secondary', 'associate', 'bachelor', 'master', 'doctorate'];

// Texts are folded first. Dots of short forms are optional: "b.sc", "bsc". The first match of the highest level counts.
const PATTERNS: readonly (readonly [EducationLevel, RegExp])[] = [
  ['doctorate', /\bph\.?\s?d\b|\bd\.?phil\b|\bdoctor(?:ate|al)?\b(?! of medicine assistant)|\bdr\.? (?:rer|ing|phil|med)|\bdoktor(?:in|at)?\b|\bpromotion\b|\bdoctorat\b|\bdoctorado\b|\bdottorato\b|\bdoutorado\b|\bm\.?d\.?(?=$|[\s,)])(?!\s?\d)|\bj\.?d\.?(?=$|[\s,)])|\bed\.?d\b|\bd\.?sc\b|\bpostdoc/],
  ['master', /\bmaster(?:'?s|s)?\b|\bmast[eè]re?\b|\bmaest(?:ria|rado)\b|\bmagister\b|\bmestrado\b|\blaurea magistrale\b|\bm\.?\s?sc?\.?(?=$|[\s,.()&-])|\bm\.?\s?tech\b|\bm\.?\s?eng\b|\bm\.?\s?b\.?\s?a\b|\bm\.?\s?c\.?\s?a\b|\bm\.?\s?com\b|\bm\.?\s?phil\b|\bm\.?a\.?(?=$|[\s,(])(?!\.?\s?[cs]\b)|\bm\.?\s?e\.?(?=$|[\s,(-])|\bm\.?ed\b|\bm\.?f\.?a\b|\bllm\b|\bm\.?arch\b|\bm\.?p\.?h\b|\bm\.?i\.?s\b|\bpg\s?d(?:m|ba?|ca?)\b|\bpost[- ]?graduat(?:e|ion)\b|\bdiplom(?!a|e|mat)(?:-?\w*)?\b|\bdiplome d'ingenieur\b|\bingenieur diplome\b|\bbac\s?\+\s?5\b|\bdea\b|\bdess\b|\bsegundo ciclo\b|\bgraduate degree\b|\bmsc\b|\bmba\b|\bmca\b|\bs\.?m\.?(?=$|[\s,])/],
  ['bachelor', /\bbachelors?\b|\bbachelor'?s\b|\bbaccalaureate degree\b|\bb\.?\s?sc?\.?(?=$|[\s,.()&-])|\bb\.?\s?tech\b|\bb\s?-\s?tech\b|\bb\.?\s?eng\b|\bb\.?\s?e\.?(?=$|[\s,(.-])|\bb\.?\s?a\.?(?=$|[\s,(])|\bb\.?\s?com\b|\bb\.?\s?c\.?\s?a\b|\bb\.?\s?b\.?\s?a\b|\bb\.?\s?b\.?\s?m\b|\bb\.?ed\b|\bb\.?arch\b|\bb\.?pharm\b|\bb\.?f\.?a\b|\bbs\b|\bllb\b|\bmbbs\b|\bundergraduate\b|\bhonou?rs degree\b|\blicen(?:ce|ciatura|ciad[oa])\b|\bgrado en\b|\bgrado\b|\bgraduado\b|\blaurea\b|\bbacharelado\b|\bbakkalaureat\b|\bbac\s?\+\s?[34]\b|\bingenier[oi]a?\b|\bengineering degree\b|\bdegree in\b|\bab\b(?= in)|\bbtech\b/],
  ['associate', /\bassociate(?:'?s)?\b(?! (?:professor|director|consultant|engineer|developer))|\ba\.?a\.?s\.?(?=$|[\s,(])|\ba\.?\s?s\.?(?=$|[\s,(])|\bdiploma\b(?!tic)|\bhnd\b|\bhnc\b|\bfoundation degree\b|\bbts\b|\bdut\b|\bdeug\b|\bdeust\b|\bbac\s?\+\s?2\b|\btecnico superior\b|\bciclo formativo\b|\bgrado superior\b|\bhigher national\b|\bvocational\b|\bausbildung\b|\bfachinformatiker|\bmeister(?:brief)?\b|\biti\b|\bcertificate iv\b/],
  ['secondary', /\bhigh school\b|\bsecondary\b|\bh\.?\s?s\.?\s?c\b|\bs\.?\s?s\.?\s?l\.?\s?c\b|\bi?gcse\b|\ba[- ]levels?\b|\bo[- ]levels?\b|\bged\b|\bintermediate\b|\bpuc\b|\b10\s?\+\s?2\b|\bclass (?:xii|12)\b|\b(?:xii|12)(?:th)?\b|\bmatriculat(?:e|ion)\b|\babitur\b|\bmatura\b|\bgymnasium\b|\brealschul\w*|\bfachhochschulreife\b|\bhochschulreife\b|\bmittlere reife\b|\bbaccalaureat\b|\bbac (?:s|es|l|sti?)\b|\blycee\b|\bbachillerato\b|\bselectividad\b|\bpreparatoria\b|\bbrevet\b|\binternational baccalaureate\b|\bhigher school\b|\bdiploma di maturita\b|\bhauptschul\w*|\bsecundaria\b/],
];

/** The level that a degree or a line of an education section names; null when it names none. */
export function educationLevel(text: string): EducationLevel | null {
  const folded = foldText(text);
  // "High school diploma" and "diploma of secondary education" are no associate degrees.
  if (/high school|secondary (?:school|education|certificate)|higher secondary/.test(folded) && !/\b(?:bachelor|master|ph\.?d)/.test(folded)) return 'secondary';
  return PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** The higher of the levels; `none` for no levels at all. */
export function highestLevel(levels: EducationLevel[]): EducationLevel {
  return levels.reduce((highest, level) => (ORDER.indexOf(level) > ORDER.indexOf(highest) ? level : highest), 'none' as EducationLevel);
}
