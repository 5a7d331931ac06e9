import { editDistance } from './edit-distance.ts';
import { remembering } from './remember.ts';
import type { Piece } from './sentences.ts';
import { foundOnce } from './text-cache.ts';
import type { Text, Word } from './words.ts';

const CLOSE = 0.75;
const LEAST_WORDS = 4;

/** Opposites that turn a repeated statement round when one stands for the other. */
const OPPOSITES = new Map<string, string>();
for (const pair of `always never|increas decreas|more less|more fewer|faster slower|fast slow|maximum minimum|max min|largest smallest|highest lowest|greatest least
  |first last|before after|same differ|same different|mutabl immut|synchron asynchron|static dynam|public privat|left right|top bottom|push pop|enqueu dequeu
  |stateless state|reliabl unreli|safe unsaf|possibl imposs|requir forbid|allow forbid|allow prevent|enabl disabl|guarante prevent|valid invalid|true fals|correct incorrect
  |ascend descend|begin end|start end|front back|all none|every no|must cannot|can cannot|often rare|common rare|high low|higher lower|larger smaller|better wors
  |good bad|strong weak|strict loos|explicit implicit|necessari unnecessari|includ exclud|encrypt decrypt|symmetr asymmetr|upper lower|constant variabl|cheap expens|easier harder`.split('|')) {
  const [a = '', b = ''] = pair.trim().split(' ');
  OPPOSITES.set(a, b).set(b, a);
}

const DENIALS = new Set('wrong fals untru incorrect mistaken mistak myth misconcept fallaci nonsens deni disagre reject refut contrari opposit'.split(' '));

/** A whole sentence denied before it is said ("It is not true that..."), or after ("..., but the opposite holds"). */
const DENIED_BEFORE =
  /^\W*(?:[\w']+\W+){0,5}?(?:not|never|[a-z]+n't|no|wrong|false|untrue|incorrect|mistaken|mistake|error|myth|misconception|fallacy|deny|disagree|reject|nobody|hardly|contrary)\b(?:\W+[\w']+){0,5}?\W+that\b/i;
/** Without it nothing is denied before: the long expression need not be tried. */
const SAYS_THAT = /\bthat\b/i;
const DENIED_AFTER = /\b(?:but|which|and|yet|however)\b.{0,30}\b(?:opposite|contrary|not true|untrue|wrong|false|incorrect|not (?:so|right|correct)|(?:not|never) the case|a myth|nonsense)\b.{0,12}$/i;

interface Statement extends Piece {
  stems: Set<string>;
  denials: number;
  /** Denied as a whole: then a word or two are enough to know what. */
  framed: boolean;
}

/**
 * Sentences of the answer that repeat a statement of the rubric nearly word by
 * word and turn it round: one has a denial or an opposite that the other has not. Free
 * wording is never taken for a contradiction, because there "does not change"
 * and "fixed" say the same.
 */
export function contradictedSentences(rubric: readonly Text[], answer: Text): Set<number> {
  const statements = rubric.flatMap(statementsOnce);
  const contradicted = statementsOf(answer).filter((said) => {
    const close = said.stems.size < leastWords(said) ? [] : statements.filter((statement) => isClose(said, statement));
    return close.length > 0 && close.every((statement) => turnsRound(said, statement));
  });
  if (contradicted.length === 0) return new Set();
  const pieces = answer.sentences.flatMap((piece, index) => (contradicted.some(({ start, end }) => piece.start >= start && piece.end <= end) ? index : []));
  return new Set(pieces);
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
    if (statement.stems.has(stem) || statement.stems.has(OPPOSITES.get(stem) ?? '')) shared++;
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
    const opposite = OPPOSITES.get(stem);
    return opposite !== undefined && statement.stems.has(opposite) && !statement.stems.has(stem) && !said.stems.has(opposite);
  });
  return (swapped !== said.framed) !== differsInDenial(said, statement);
}
