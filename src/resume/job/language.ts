import { wordsOf } from '../parsing/words.ts';

const ENGLISH = new Set('the and of to in for with you we our your are is a an on as will be or have from that'.split(' '));
const OTHERS = new Set('der die und das mit fur wir sie du dein deine ist im zu auf eine einen den des le les et des une pour vous nous est dans el los las y para una con del por que de la'.split(' '));

/** Told by the little words; a text with too few of them is taken for English. */
export function isEnglish(text: string): boolean {
  const words = wordsOf(text);
  const english = words.filter((word) => ENGLISH.has(word)).length;
  const others = words.filter((word) => OTHERS.has(word)).length;
  return english >= others;
}
