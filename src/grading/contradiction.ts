import { crossedSentences } from './crossed.ts';
import { editDistance } from './edit-distance.ts';
import { hasContraryIn, oppositesOf } from './opposites.ts';
import { remembering } from './remember.ts';
import { reversedSentences } from './reversed.ts';
import type { Piece } from './sentences.ts';
import { foundOnce } from './text-cache.ts';
import type { Text, Word } from './words.ts';

const CLOSE = 0.75;
const LEAST_WORDS = 4;

const DENIALS = new Set('wrong fals untru incorrect mistaken mistak myth misconcept fallaci nonsens deni disagre reject refut contrari opposit'.split(' '));

/** A whole sentence denied before it is said ("It is not true that..."), or after ("..., but the opposite holds"). */
const DENIED_BEFORE =
  /^\W*(?:(?!that\b)[\w']+\W+){0,9}?(?:not|never|[a-z]+n't|no|wrong|false|untrue|incorrect|inaccurate|mistaken|mistake|error|myth|misconception|misleading|fallacy|nonsense|deny|doubt|dispute|refute|disagree|reject|nobody|hardly|scarcely|rarely|far from|impossible|contrary)\b(?:\W+[\w']+){0,6}?\W+that\b/i;
/** Without it nothing is denied before: the long expression need not be tried. */
const SAYS_THAT = /\bthat\b/i;
const DENIED_AFTER = /\b(?:but|which|and|yet|however)\b(?:(?!\b(?:but|which|and|yet|however)\b).){0,30}\b(?:opposite|contrary|not true|untrue|wrong|false|incorrect|not (?:so|right|correct)|(?:not|never) the case|a myth|nonsense)\b.{0,12}$/i;

interface Statement extends Piece {
  stems: Set<string>;
  denials: number;
  /** Denied as a whole: then a word or two are enough to know what. */
  framed: boolean;
}

/**
 * Sentences of the answer that turn the rubric round: as a whole, in one clause
 * (reversed.ts), or by saying of one thing what holds for another (crossed.ts).
 */
export function contradictedSentences(question: Text, rubric: readonly Text[], answer: Text): Set<number> {
  return new Set([...turnedSentences(rubric, answer), ...reversedSentences(rubric, answer), ...crossedSentences(question, rubric, answer)]);
}

/**
 * Sentences that repeat a statement of the rubric nearly word by word and turn
 * it round: one has a denial or an opposite that the other has not. Free wording is never
 * taken for a contradiction, because there "does not change" and "fixed" say the
 * same.
 */
function turnedSentences(rubric: readonly Text[], answer: Text): number[] {
  const statements = rubric.flatMap(statementsOnce);
  const contradicted = statementsOf(answer).filter((said) => {
    const close = said.stems.size < leastWords(said) ? [] : statements.filter((statement) => isClose(said, statement));
    return close.length > 0 && close.every((statement) => turnsRound(said, statement));
  });
  if (contradicted.length === 0) return [];
  return answer.sentences.flatMap((piece, index) => (contradicted.some(({ start, end }) => piece.start >= start && piece.end <= end) ? index : []));
}

function leastWords({ framed }: Statement): number {
  return framed ? 1 : LEAST_WORDS;
}

const statementsOnce = foundOnce(statementsOf);

function statementsOf({ source, words, whole }: Text): Statement[] {
  let from = 0;
  return whole.map((piece) => {
    const sentence = source.slice(piece.start, piece.end);
    const head = SAYS_THAT.test(sentence) ? (DENIED_BEFORE.exec(sentence)?.[0].length ?? 0) : 0;
    const tail = head === 0 ? DENIED_AFTER.exec(sentence)?.index : undefined;
    while ((words[from]?.end ?? Infinity) <= piece.start) from++;
    const said = statementIn(words, from, piece.start + head, piece.start + (tail ?? sentence.length));
    return { ...piece, ...said, framed: head > 0 || tail !== undefined };
  });
}

/** What the words between two offsets say. */
function statementIn(words: readonly Word[], from: number, start: number, end: number): Pick<Statement, 'stems' | 'denials'> {
  const stems = new Set<string>();
  let denials = 0;
  for (let at = from; at < words.length; at++) {
    const word = words[at];
    if (!word || word.start >= end) break;
    if (word.start < start || word.end > end) continue;
    if (isDenial(word)) denials++;
    else if (word.content) stems.add(word.stem);
  }
  return { stems, denials };
}

function isDenial({ text, stem, form }: Word): boolean {
  return form.negator || DENIALS.has(stem) || (text.length >= 5 && !form.common && isMisspelledNegator(text));
}

// A misspelled `cannot` is one still.
const isMisspelledNegator = remembering((text) => LONG_NEGATORS.some((negator) => editDistance(text, negator, 1) <= 1));

const LONG_NEGATORS = ['cannot', 'never', 'without', "doesn't", 'doesnt', "isn't", "aren't", "wasn't", "won't", 'neither', 'nothing'];

function isClose(said: Statement, statement: Statement): boolean {
  if (statement.stems.size < leastWords(said)) return false;
  const most = Math.max(said.stems.size, statement.stems.size);
  // So many of what is said may be missing from the statement; with one more they are not close.
  let missing = said.stems.size - CLOSE * most;
  if (missing < 0) return false;
  let shared = 0;
  for (const stem of said.stems) {
    if (statement.stems.has(stem) || hasContraryIn(stem, statement.stems)) shared++;
    else if (--missing < 0) return false;
  }
  return shared / most >= CLOSE;
}

// With denials on both sides it cannot be told what denies what.
function differsInDenial(said: Statement, statement: Statement): boolean {
  return Math.min(said.denials, statement.denials) === 0 && said.denials % 2 !== statement.denials % 2;
}

function turnsRound(said: Statement, statement: Statement): boolean {
  const swapped = [...said.stems].some((stem) => {
    if (statement.stems.has(stem)) return false;
    return [...oppositesOf(stem)].some((opposite) => statement.stems.has(opposite) && !said.stems.has(opposite));
  });
  return (swapped !== said.framed) !== differsInDenial(said, statement);
}
