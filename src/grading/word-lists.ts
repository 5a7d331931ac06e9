import { isFunctionWord } from './function-words.ts';
import { stemOf } from './stems.ts';
import { foundOnce } from './text-cache.ts';
import type { Text, Word } from './words.ts';
import { orderKept } from './word-order.ts';

const BREAK = /[,;:()[\]/|+\n•●*>→⇒….·#&]|\s-/;
/** A sign that says something of something: "refused: nobody listens", "hash -> slot". */
const RELATION = /[:=→⇒<>(]/;
/** Words that string others together and bind nothing. */
const STRINGS = new Set('and or with for before after in of on by via to from etc'.split(' '));
/** So many different words of matter in a row, without a word of grammar, are no phrase. */
const RUN = 8;
/** Fewer different words of matter are too few to tell a list from a short answer. */
const LEAST_STEMS = 5;

/** Words of a text with the pieces of which a list would be made. */
export interface CutWords {
  words: readonly Word[];
  /** What stands between commas, other signs, "and", "or" and the like. */
  pieces: readonly ListPiece[];
}

interface ListPiece {
  words: Word[];
  /** A sign before it relates it to another. */
  related: boolean;
}

/** How a text stands as a list: in pieces of a word or two without a word of grammar. */
interface Listing {
  pieces: number;
  /** Pieces of one word. Whoever states something in notes needs two at least: "reuse buffers". */
  single: number;
  /** Share of the matter that stands in such pieces. */
  share: number;
  /** Share of the matter in other pieces that join two words of the reference. */
  stated: number;
  /** Signs that relate pieces to each other. */
  relations: number;
}

/**
 * Words named one by one, where the reference has sentences: nothing but words, or words of the
 * reference with a sentence around them ("The topics are rows, groups, filter, index"). Nothing is
 * said of them: outside the list there is no statement, and most pieces are one word. A reference
 * that is a list itself may be answered by one. `told` are the words that a grade can rest on;
 * fewer than `least` pieces are no list.
 */
export function isNamingWords(reference: Text, told: CutWords, least: number): boolean {
  const stems = allStemsOnce(reference);
  const { pieces, single, share, stated, relations } = listingOf(told, stems);
  if (pieces < least || single < 0.5 * pieces || relations > 0.15 * pieces || !isPlainText(told.words)) return false;
  const isFramed = share >= 0.6 && stated <= 0.12 && shareKnown(stems, told.words) >= 0.7;
  return (share >= 0.8 || isFramed) && listingOf(cutOnce(reference), stems).share < 0.3;
}

const cutOnce = foundOnce(({ words, source }) => cutWords(words, source));

/** The words of the reference strung together by "and", "with", "for", hardly two side by side, and in another order than there. */
export function isStringingWords(reference: Text, told: readonly Word[]): boolean {
  const binding = told.filter(({ text, content }) => !content && isFunctionWord(text) && !STRINGS.has(text)).length;
  if (told.length < 10 || binding > 0.05 * told.length || !isPlainText(told)) return false;
  const sideBySide = told.filter((word, at) => isPlain(word) && told.slice(at + 1, at + 2).some(isPlain)).length;
  if (sideBySide > 0.2 * told.length || shareKnown(allStemsOnce(reference), told) < 0.85) return false;
  return orderKept(reference, told.filter(isPlain), 1, 3) < 0.4;
}

/** A piece of a list without a verb is this long at most. */
const NAME = 3;
/** A list may be opened by so many words: "Topics that matter here are". */
const OPENING = 8;
/** Words inside a name: "cost of errors", "no preemption", "retry on error". */
const IN_NAMES = new Set('of no in on to for with after before per by at from as vs'.split(' '));
/** Verbs that are hardly ever names of things: who writes notes states something with them. */
const VERBS = new Set(
  `add use avoid keep make ask pick skip ship compare find check measure ensure choose prefer remove reduce increase get give take put tell show
  prove let need know see look wait send store create build run split cut move drop fix become hold bring go come grow stay happen mean allow
  prevent cause require depend contain handle try start stop turn follow apply save say explain decide agree offer talk write read learn
  pay spread kill lose survive restore reuse rise`
    .split(/\s+/)
    .map(stemOf),
);
/** A grammar word in this share of the pieces is part of the frame: "we have a cache, we have a queue". */
const FRAMES = 0.5;

/**
 * Names set side by side in whatever shape - commas, bullets, arrows, "and", "then" -
 * and nothing said of them: pieces of three words at most without a word of grammar,
 * but for what opens the list and what all of them are framed by. Fewer than `least`
 * pieces are no list, and a reference that is one may be answered by one.
 */
export function isNamesSideBySide(reference: Text, said: CutWords, least: number): boolean {
  if (!isPlainText(said.words) || isListOnce(reference).holds) return false;
  const { pieces, relations } = withoutFrame(said.pieces);
  const [first, ...others] = pieces;
  const rest = first && first.length <= OPENING ? others : pieces;
  const bare = rest.filter(isBare);
  return bare.length >= least && sizeOf(bare) >= 0.75 * sizeOf(rest) && relations <= 0.15 * pieces.length;
}

/** So many different words of matter without one of grammar are no phrase. */
const ALONE = 7;

/** Words of the subject in a row, and no word of grammar joins any of them. Half of them are the reference's, so that another language is not meant. */
export function isWithoutGrammar(reference: Text, words: readonly Word[]): boolean {
  if (words.some(({ form, keyword, text }) => !keyword && (form.grammar || form.negator) && !JOINS.has(text)) || !isPlainText(words)) return false;
  return new Set(words.filter(isPlain).map(({ stem }) => stem)).size >= ALONE && shareKnown(allStemsOnce(reference), words) >= 0.5;
}

const isListOnce = foundOnce((text) => {
  const pieces = cutOnce(text).pieces.map((piece) => piece.words);
  return { holds: sizeOf(pieces.filter(isBare)) >= 0.3 * sizeOf(pieces) };
});

/** The pieces without words that stand before most of them, and how many signs relate them; a sign before nearly all is only a separator. */
function withoutFrame(pieces: readonly ListPiece[]): { pieces: Word[][]; relations: number } {
  // In how many pieces a word stands, and which was the last.
  const seen = new Map<string, { count: number; last: ListPiece }>();
  for (const piece of pieces) {
    for (const { content, text } of piece.words) {
      const known = content ? undefined : seen.get(text);
      if (!content && !known) seen.set(text, { count: 1, last: piece });
      else if (known && known.last !== piece) [known.count, known.last] = [known.count + 1, piece];
    }
  }
  const isFrame = ({ text, content }: Word): boolean => !content && (seen.get(text)?.count ?? 0) >= FRAMES * pieces.length;
  const related = pieces.filter((piece) => piece.related).length;
  return { pieces: pieces.map(({ words }) => words.filter((word) => !isFrame(word))), relations: related >= 0.8 * (pieces.length - 1) ? 0 : related };
}

/** A name of something, and no statement. */
const isBare = (words: readonly Word[]): boolean =>
  words.length <= NAME && !isStatement(words) && words.every(({ form, keyword, text }) => keyword || !(form.grammar || form.negator) || IN_NAMES.has(text));
/** "Reuse buffers", "floor rises": a verb and what it is said of. */
const isStatement = (words: readonly Word[]): boolean => words.length > 1 && words.slice(0, 2).some(({ stem, text }, at) => VERBS.has(stem) && (at === 0 || text.endsWith('s')));
const sizeOf = (pieces: readonly (readonly Word[])[]): number => pieces.reduce((sum, words) => sum + words.length, 0);

/** The stems of a text, of its words of grammar too. */
const allStemsOnce = foundOnce(({ words }) => new Set(words.map(({ stem }) => stem)));

/** Enough different words, and few numbers and letters of formulas among them. */
function isPlainText(told: readonly Word[]): boolean {
  const stems = new Set<string>();
  let [content, plain] = [0, 0];
  for (const word of told) {
    if (word.content) content++;
    if (!isPlain(word)) continue;
    plain++;
    if (stems.size < LEAST_STEMS) stems.add(word.stem);
  }
  return stems.size >= LEAST_STEMS && plain >= 0.7 * content;
}

/** `stems` are those of the reference. */
function listingOf(cut: CutWords, stems: ReadonlySet<string>): Listing {
  let [pieces, single, relations] = [0, 0, 0];
  let [listed, stated, total] = [0, 0, 0];
  for (const piece of cut.pieces) {
    const matter = piece.words.filter(isPlain);
    total += matter.length;
    if (piece.related) relations++;
    const isRun = isRunOfWords(piece.words, matter);
    if (!isRun && (piece.words.length > matter.length || matter.length > 2)) {
      if (matter.filter(({ stem }) => stems.has(stem)).length >= 2) stated += matter.length;
    } else if (matter.length > 0) {
      listed += matter.length;
      pieces += isRun ? matter.length : 1;
      single += isRun ? matter.length : Number(matter.length === 1);
    }
  }
  return { pieces, single, share: listed / Math.max(1, total), stated: stated / Math.max(1, total), relations };
}

/** Words in a row that hardly a word of grammar joins: each of them is a piece. */
function isRunOfWords(words: readonly Word[], matter: readonly Word[]): boolean {
  if (matter.length < RUN) return false;
  const joined = words.filter(({ form, keyword }) => form.grammar && !keyword).length;
  return joined <= 0.05 * words.length && new Set(matter.map(({ stem }) => stem)).size >= RUN;
}

const JOINS = new Set('and or then also plus'.split(' '));

/** Cuts words of the text `source`. */
export function cutWords(words: readonly Word[], source: string): CutWords {
  const pieces: ListPiece[] = [];
  let open: ListPiece | undefined;
  let before: Word | undefined;
  for (const word of words) {
    const gap = before && !isNextWord(before, word, source) ? source.slice(before.end, word.start) : '';
    before = word;
    const joins = !word.keyword && JOINS.has(word.text);
    if (!open || joins || BREAK.test(gap)) pieces.push((open = { words: [], related: RELATION.test(gap) }));
    if (!joins) open.words.push(word);
  }
  return { words, pieces };
}

const isNextWord = (before: Word, { start }: Word, source: string): boolean => start === before.end + 1 && source.charAt(before.end) === ' ';

/** The share of the matter that has one of the stems. */
function shareKnown(stems: ReadonlySet<string>, told: readonly Word[]): number {
  const content = told.filter(isPlain);
  return content.filter(({ stem }) => stems.has(stem)).length / Math.max(1, content.length);
}

/** A word of matter, no number and no letter of a formula. */
const isPlain = ({ text, content, form }: Word): boolean => content && form.lettersOnly && text.length >= 3;
