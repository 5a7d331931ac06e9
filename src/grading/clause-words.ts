import { isNegator } from './function-words.ts';
import { hasOpposite } from './opposites.ts';

/** Words between two clauses. */
const JOINTS = new Set('and but while whilst whereas because since which then or so unless although though as if when where that who'.split(' '));
/** Words that say that a sentence tells of a case, and words of what must be. */
const CASES = new Set('if when whenever unless until once otherwise else without'.split(' '));
const NORMS = new Set('must should shall ought need needs expect expects'.split(' '));
/** Words that deny although they are no negators. */
const HARDLY = new Set('rarely seldom barely scarcely fail fails failed failing refuse refuses stop stops cease ceases impossible'.split(' '));
/** Words after which something is named that does not hold, with the word that must follow. */
const ASIDE = new Map([['rather', 'than'], ['instead', 'of'], ['opposed', 'to']]);

/** What a word does among the clauses of a sentence (clauses.ts). */
export interface ClauseWord {
  joint: boolean;
  ofCase: boolean;
  norm: boolean;
  /** Says that something is not so. */
  denies: boolean;
  /** It has a contrary, so that it says which way something goes. */
  directed: boolean;
  /** With this word after it it puts aside what follows: "than" after "rather". */
  asideWith: string | undefined;
}

/** Most words do nothing, and share this. */
const NOTHING: ClauseWord = { joint: false, ofCase: false, norm: false, denies: false, directed: false, asideWith: undefined };

/** What a word in small letters does. */
export function clauseWordOf(text: string, stem: string): ClauseWord {
  const found: ClauseWord = { joint: JOINTS.has(text), ofCase: CASES.has(text), norm: NORMS.has(text), denies: isNegator(text) || HARDLY.has(text), directed: hasOpposite(stem), asideWith: ASIDE.get(text) };
  return Object.values(found).some(Boolean) ? found : NOTHING;
}
