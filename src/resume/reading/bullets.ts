import type { RawLine } from './finish-lines.ts';

/** Signs that start a list item. */
const SIGNS = '•‣◦▪▫●○■□◆◇◾◽▸▹►▻▶▷➢➤➔→➜✓✔✦✧❖❑❒⦿⁃∙⋅·¬';
const BULLET = new RegExp(`^(?:[${SIGNS}]\\s*|[-–*+]\\s+|o\\s{1,3}(?=\\p{Lu}))(?=\\S)`, 'u');
const LONE_SIGN = new RegExp(`^(?:[${SIGNS}]+|[-–*o])$`, 'u');
/** "- 2021" is the end of a range and no item; so is "– Present". */
const RANGE_END = /^[-–—]\s*(?:\d{1,2}[./]\d{4}|\d{4}|present|today|now|current|heute|jetzt|actual|présent|ongoing|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{4})\b/i;

/** Marks a list item and takes its sign off the text. */
export function takeBullet(line: RawLine): RawLine {
  if (isLoneBullet(line.text)) return { ...line, text: '' };
  const match = BULLET.exec(line.text);
  if (!match || RANGE_END.test(line.text)) return line;
  return { ...line, text: line.text.slice(match[0].length), bullet: true };
}

/** The sign of a list item, without its text. */
export function isLoneBullet(text: string): boolean {
  return LONE_SIGN.test(text.trim());
}
