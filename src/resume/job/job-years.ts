import { foldText } from '../parsing/words.ts';

const NUMBERS: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, ten: 10, ein: 1, zwei: 2, drei: 3, vier: 4, funf: 5, sechs: 6, sieben: 7, acht: 8, zehn: 10 };
const COUNT = `(\\d{1,2}|${Object.keys(NUMBERS).join('|')})`;
const YEARS = new RegExp(`\\b${COUNT}\\s?\\+?\\s*(?:(?:-|–|to|bis|or more|oder mehr)\\s*(?:\\d{1,2})?\\s*\\+?)?\\s*(?:years?|yrs?|jahre?n?|ans|anos)\\b`, 'u');
/** Without one of these the years are the company's age or the length of a contract. */
const ABOUT_EXPERIENCE = /experience|erfahrung|experiencia|professional|working|work(?:ed)?\b|hands[- ]on|background|practice|beruf|in (?:the|a) (?:similar )?role|building|developing|programming|using|with\b/;
const ABOUT_COMPANY = /\b(?:we have|our company|for over|founded|on the market|since|seit|wir sind|unternehmen|growing|contract|befristet|degree|study)\b/;

/** The least years of experience that a sentence asks for: 3 for "3-5 years of experience"; undefined for none. */
export function yearsIn(text: string): number | undefined {
  const folded = foldText(text);
  const count = YEARS.exec(folded)?.[1];
  if (count === undefined || !ABOUT_EXPERIENCE.test(folded) || ABOUT_COMPANY.test(folded)) return undefined;
  return NUMBERS[count] ?? Number(count);
}
