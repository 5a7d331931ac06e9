import { contrarySentences } from './agreement.ts';
import { crossedSentences } from './crossed.ts';
import { deniedWholly, mayDenyWholly } from './denied-wholly.ts';
import { editDistance } from './edit-distance.ts';
import { foundTogether } from './found-together.ts';
import { mistakenSentences } from './mistaken.ts';
import { hasContraryIn, hasDirectionIn, oppositesOf } from './opposites.ts';
import { remembering } from './remember.ts';
import { reversedSentences } from './reversed.ts';
import type { Piece } from './sentences.ts';
import { swappedSentences } from './swapped.ts';
import { foundOnce } from './text-cache.ts';
import type { Truth } from './truth.ts';
import type { Text, Word } from './words.ts';

/** Two statements of which this share of the words is the same are about the same. */
const CLOSE = 0.75;
/** Fewer words of matter repeat a statement by chance; of one that is denied as a whole, one is enough to know what. */
const LEAST_WORDS = 4;
const LEAST_WORDS_DENIED = 1;

/** A sentence as it was written, as far as it can be turned round. */
interface Statement extends Piece {
  words: Word[];
  /** The stems of its matter. */
  stems: Set<string>;
  /** Its sentence denies it as a whole (denied-wholly.ts). */
  wholly: boolean;
}

/**
 * Sentences of the answer that turn the rubric round: as a whole, in one clause
 * (reversed.ts), by two contraries that change places (swapped.ts), by saying
 * of one thing what holds for another (crossed.ts, mistaken.ts), or all
 * together, in words of their own (agreement.ts). `meeting` are those that meet
 * a word of the rubric (telling.ts).
 */
export function contradictedSentences(question: Text, truth: Truth, answer: Text, meeting: ReadonlySet<number>): Set<number> {
  return new Set([
    ...turnedSentences(truth, answer),
    ...reversedSentences(truth, answer),
    ...swappedSentences(truth, answer),
    ...crossedSentences(question, truth.statements, answer),
    ...mistakenSentences(question, truth, answer),
    ...contrarySentences(truth, answer, meeting),
  ]);
}

/**
 * Sentences that repeat a statement of the rubric nearly word by word and turn
 * it round: one has a denial or an opposite that the other has not. Free wording is never
 * taken for a contradiction, because there "does not change" and "fixed" say the
 * same.
 */
function turnedSentences({ statements, wordings }: Truth, answer: Text): number[] {
  const accusing = allStatements(statements);
  const contradicted = statementsOnce(answer).filter((said) => {
    if (said.stems.size < leastWords(said)) return false;
    const turns = (statement: Statement): boolean => turnsRound(said, statement, accusing);
    const close = accusing.filter((statement) => isClose(said, statement));
    return close.length > 0 && close.every(turns) && wordings.every((text) => statementsOnce(text).every((wording) => !isClose(said, wording) || turns(wording)));
  });
  if (contradicted.length === 0) return [];
  return answer.sentences.flatMap((piece, index) => (contradicted.some(({ start, end }) => piece.start >= start && piece.end <= end) ? index : []));
}

function leastWords({ wholly }: Statement): number {
  return wholly ? LEAST_WORDS_DENIED : LEAST_WORDS;
}

const statementsOnce = foundOnce(statementsOf);
const allStatements = foundTogether((texts) => texts.flatMap(statementsOnce));

function statementsOf({ source, words, whole }: Text): Statement[] {
  let from = 0;
  return whole.map(({ start, end }) => {
    while ((words[from]?.end ?? Infinity) <= start) from++;
    const all = wordsBetween(words, from, start, end);
    const denied = mayDenyWholly(all) ? deniedWholly(source.slice(start, end)) : undefined;
    const said = denied ? wordsBetween(all, 0, start + denied.start, start + denied.end) : all;
    return { start, end, words: said, stems: matterOf(said), wholly: denied !== undefined };
  });
}

function wordsBetween(words: readonly Word[], from: number, start: number, end: number): Word[] {
  const said: Word[] = [];
  for (let at = from; at < words.length; at++) {
    const word = words[at];
    if (!word || word.start >= end) break;
    if (word.start >= start && word.end <= end) said.push(word);
  }
  return said;
}

function matterOf(words: readonly Word[]): Set<string> {
  const stems = new Set<string>();
  for (const word of words) if (word.content && !isDenial(word)) stems.add(word.stem);
  return stems;
}

const NORM = /^(?:must|should|shall|ought|need)/;
/** Words that deny in some sentences and not in others. */
const VAGUE = new Set('false incorrect wrong untrue unable lack lacks lacking fail fails failed hardly until unless only rather instead unlike except but otherwise else anything any'.split(' '));

/** Says what must or should be: how it is may differ. */
function isNorm({ words }: Statement): boolean {
  return words.some(({ text }) => NORM.test(text));
}

/**
 * Holds a word that may deny or may not ("only", "until", "fails"), so that denials
 * cannot be counted. "Do not return it" forbids, and "in a queue, not in the page" puts aside.
 */
function isVague({ words }: Statement): boolean {
  return words.some((word, at) => VAGUE.has(word.text) || (isDenial(word) && (at === 0 || words[at - 1]?.text === 'do' || word.start > (words[at - 1]?.end ?? 0) + 1)));
}

/** For each denial the stems after it: what it denies. */
function denialsOf({ words }: Statement): string[][] {
  return words.flatMap((word, at) => (isDenial(word) && !VAGUE.has(word.text) ? [stemsAfter(words, at)] : []));
}

/** What a denial denies stands in so many words of matter after it. */
const REACH = 2;
const stemsAfter = (words: readonly Word[], at: number): string[] => words.slice(at + 1).filter(({ content }) => content).slice(0, REACH).map(({ stem }) => stem);

function isDenial({ text, form }: Word): boolean {
  return form.negator || (text.length >= 5 && !form.common && isMisspelledNegator(text));
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

function turnsRound(said: Statement, statement: Statement, all: readonly Statement[]): boolean {
  if (!said.wholly && isNorm(said) !== isNorm(statement)) return false;
  // Each of the three turns it round, and two of them turn it back.
  return (isOpposed(said, statement, all) !== (said.wholly !== statement.wholly)) !== differsInDenial(said, statement);
}

/** One denies what the other says. With denials on both sides it cannot be told what denies what. */
function differsInDenial(said: Statement, statement: Statement): boolean {
  const [own, others] = [denialsOf(said), denialsOf(statement)];
  if (Math.min(own.length, others.length) > 0 || isVague(said) || isVague(statement)) return false;
  const [denials, plain] = own.length > 0 ? [own, statement] : [others, said];
  return denials.length % 2 === 1 && denials.every((denied) => denied.length > 0 && denied.every((stem) => plain.stems.has(stem)));
}

/** Has an opposite in the place of a word, and the rubric nowhere says as much with the opposite. */
function isOpposed(said: Statement, statement: Statement, all: readonly Statement[]): boolean {
  return [...said.stems].some((stem) => {
    if (statement.stems.has(stem)) return false;
    const hasOpposite = [...oppositesOf(stem)].some((opposite) => statement.stems.has(opposite) && !said.stems.has(opposite));
    return hasOpposite && !all.some(({ stems }) => hasDirectionIn(stem, stems) && [...said.stems].filter((one) => stems.has(one)).length >= 0.5 * said.stems.size);
  });
}
