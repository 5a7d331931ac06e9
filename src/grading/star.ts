import type { Span, Star } from '../schemas/evaluation.ts';
import { actsOfWork } from './acts.ts';
import { spanOf } from './evidence.ts';
import { heardSentences } from './heard.ts';
import { ASKS_WOULD, BACKGROUND, BLAME, CHANGE, DIRECTION, GENERAL, GUESS, LEARNING, OUTCOME, PAST, QUANTITY, REASON, RESULT, SITUATION, TASK, WOULD } from './story-cues.ts';
import { bareLists, type Details, detailsOf, givenBack, isHollow, matterOf } from './story-matter.ts';
import { storyThread } from './story-thread.ts';
import { TALK } from './talk.ts';
import { afterPronoun, isOngoing, isPast, isPhrase, isStep } from './verbs.ts';
import { onlySentences, type Text, type Word } from './words.ts';

/** What a told experience holds, beside its STAR parts. */
export interface Story {
  star: Star;
  /** Steps that the teller took, each verb once. */
  steps: string[];
  /** Says how or why: reasons, means, alternatives weighed. */
  reasons: number;
  details: Details;
  /** Where the teller wants to go next. */
  direction: Span | null;
  /** Runs somebody down. */
  blame: Span | null;
  /** Different words of matter in what is told. */
  matter: number;
  /** Speaks of what one would do or does in general, not of what happened. */
  general: boolean;
  /** The answer with the words of what was heard alone. */
  heard: Text;
}

/**
 * Finds the parts of a told story by its structure, whatever it is about.
 * Only sentences that serve a story are heard (heard.ts); those that give back
 * the question tell nothing. Where it asks what one would do today, "I would"
 * beside what happened is what was learnt. An introduction is not one story, but
 * many things: `isOne` is false.
 */
export function readStory(answer: Text, question?: Text, isOne = true): Story {
  const heard = hear(answer, question, isOne);
  const isWork = actsOfWork(answer);
  const places = new Set(heard.words.map(({ sentence }) => sentence));
  const thread = isOne ? storyThread(heard, [...places]) : places;
  const steps = stepsOf(heard.words).filter((verb) => thread.has(verb.sentence) && isWork(verb));
  const sentences = answer.sentences.map((piece, index) => (places.has(index) ? answer.source.slice(piece.start, piece.end) : ''));
  const at = (index: number): Span | null => {
    const piece = answer.sentences[index];
    return piece ? spanOf(answer.source, piece.start, piece.end) : null;
  };
  const wouldCounts = ASKS_WOULD.test(question?.source ?? '') && sentences.some(tellsWhatHappened);
  const stepSentences = steps.map(({ sentence }) => sentence);
  const result = findResult(sentences, stepSentences);
  return {
    star: {
      situation: at(isOne ? findSituation(sentences, stepSentences) : findBackground(sentences, stepSentences)),
      task: at(sentences.findIndex((sentence) => TASK.test(sentence))),
      action: at(mostOften(stepSentences)),
      result: at(result),
      learning: at(sentences.findLastIndex((sentence) => LEARNING.test(sentence) || (wouldCounts && WOULD.test(sentence)))),
      ownership: ownershipOf(heard.words, steps),
      quantified: isMeasured(sentences[result] ?? ''),
    },
    steps: [...new Set(steps.map(({ stem }) => stem))],
    reasons: new Set(sentences.flatMap((sentence) => [...sentence.matchAll(REASON)].map(([cue]) => cue.toLowerCase()))).size,
    details: detailsOf(heard, sentences),
    direction: at(sentences.findLastIndex((sentence) => DIRECTION.test(sentence))),
    blame: at(answer.sentences.findIndex(({ start, end }) => BLAME.test(answer.source.slice(start, end)))),
    matter: matterOf(heard, sentences),
    general: isGeneral(answer, sentences, steps, wouldCounts),
    heard,
  };
}

/** The answer without the words that serve no story; sentences keep their places. */
function hear(answer: Text, question: Text | undefined, isOne: boolean): Text {
  const serving = heardSentences(answer, question, isOne);
  const given = givenBack(answer, question);
  const lists = isOne ? bareLists(answer) : new Set<number>();
  const told = answer.sentences.flatMap((_, place) => (serving.has(place) && !given.has(place) && !lists.has(place) && !isHollow(answer, place) ? place : []));
  return onlySentences(answer, new Set(told));
}

/** Said to the listener: "as you said", "you asked me". */
const SAID_TO_YOU = /\byou\b/i;

function tellsWhatHappened(sentence: string): boolean {
  return PAST.test(sentence) && !WOULD.test(sentence) && !TALK.test(sentence);
}

/** The sentence with the most steps, the first of them. */
function mostOften(sentences: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const sentence of sentences) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  return [...counts].reduce((best, [sentence, count]) => (count > (counts.get(best) ?? 0) ? sentence : best), -1);
}

/** The first sentence that sets the scene: by its words, or because it tells of the past before the first step. */
function findSituation(sentences: readonly string[], steps: readonly number[]): number {
  const first = steps[0] ?? -1;
  const cue = sentences.findIndex((sentence) => SITUATION.test(sentence) && PAST.test(sentence));
  const before = sentences.slice(0, Math.max(0, first)).findIndex((sentence) => PAST.test(sentence) && !TALK.test(sentence) && !SAID_TO_YOU.test(sentence));
  if (before >= 0 && (cue < 0 || before < cue)) return before;
  return cue;
}

/** The sentence of an introduction that says who one is. */
function findBackground(sentences: readonly string[], steps: readonly number[]): number {
  const said = sentences.findIndex((sentence) => BACKGROUND.test(sentence));
  return said >= 0 ? said : findSituation(sentences, steps);
}

/** The steps of "I": `I wrote the tests, moved the data and told the team` has three. */
function stepsOf(words: readonly Word[]): Word[] {
  const steps: Word[] = [];
  words.forEach((word, index) => {
    if (!/^i(?:'d|'ve|'m)?$/.test(word.text) || SAYS_HOW.test(words[index - 1]?.text ?? '')) return;
    const verb = verbOf(words, index);
    if (!verb || verb.sentence !== word.sentence) return;
    if (isStep(verb.text) || !isPast(verb.text)) steps.push(verb);
    steps.push(...coordinated(words, verb));
  });
  return steps.filter(({ text, next }) => !isPhrase(text, next));
}

/** "As I explained" and "how do I put it" tell of the talk. */
const SAYS_HOW = /^(?:as|like|do|did|does|am|was|can|could|should)$/;

/** The verb of what "I" did, or am doing; undefined for a state. */
function verbOf(words: readonly Word[], index: number): Word | undefined {
  const [pronoun, next] = words.slice(index, index + 2).map(({ text }) => text);
  const after = afterPronoun(words, index);
  const verb = after.find(({ text }) => !/^(?:am|have|been|currently|now)$/.test(text));
  const goesOn = pronoun === "i'm" || next === 'am' || after.slice(0, 2).some(({ text }) => text === 'been');
  const acts = verb && (goesOn ? isOngoing(verb.text) : isPast(verb.text));
  return acts ? verb : undefined;
}

function coordinated(words: readonly Word[], verb: Word): Word[] {
  const from = words.indexOf(verb) + 1;
  const rest: Word[] = [];
  for (let at = from; at < words.length; at++) {
    const word = words[at];
    if (!word || word.sentence !== verb.sentence || /^(?:i|we|they|he|she)$/.test(word.text)) break;
    if (words[at - 1]?.text === 'and' && isStep(word.text)) rest.push(word);
  }
  return rest;
}

/** A number that was found out, not one that was guessed. */
function isMeasured(sentence: string): boolean {
  return QUANTITY.test(sentence) && !GUESS.test(sentence);
}

/**
 * Who acted. "I" counts with each step taken: to be, to feel or to say so is no
 * part of the work. What is only said of "we" ("we had", "we're") counts half as much as what we did.
 */
function ownershipOf(words: readonly Word[], steps: readonly Word[]): Star['ownership'] {
  const shared = words.reduce((sum, { text }, index) => {
    if (text === 'our') return sum + 0.5;
    if (text.replace(/'.*$/, '') !== 'we') return sum;
    return sum + (isStateOf(words, index) ? 0.5 : 1);
  }, 0);
  if (steps.length + shared < 1) return 'unclear';
  if (steps.length >= 2 * shared) return 'i';
  return shared >= 2 * steps.length ? 'we' : 'mixed';
}

function isStateOf(words: readonly Word[], at: number): boolean {
  return /'(?:m|re)$/.test(words[at]?.text ?? '') || /^(?:am|are|was|were|have|had)$/.test(afterPronoun(words, at)[0]?.text ?? '');
}

/**
 * The sentence that tells the outcome: one that holds a number from before and
 * one from after; else one after the first step: by its words, one with a number
 * first; else the last one in the past that comes after the last step.
 * What was learnt is an outcome only where there is no other.
 */
function findResult(sentences: readonly string[], steps: readonly number[]): number {
  const [first = -1] = steps;
  const last = steps.at(-1) ?? -1;
  const tells = (sentence: string, index: number): boolean => index > first && RESULT.test(sentence);
  const plain = (sentence: string): boolean => !LEARNING.test(sentence) && !TALK.test(sentence);
  const happened = (sentence: string): boolean => PAST.test(sentence) && !SAID_TO_YOU.test(sentence);
  const ways = [
    (sentence: string) => CHANGE.test(sentence) && plain(sentence),
    (sentence: string, index: number) => tells(sentence, index) && plain(sentence) && isMeasured(sentence),
    (sentence: string, index: number) => index > last && last >= 0 && plain(sentence) && happened(sentence) && isMeasured(sentence),
    (sentence: string, index: number) => tells(sentence, index) && plain(sentence),
    (sentence: string, index: number) => index > last && last >= 0 && plain(sentence) && happened(sentence) && !TASK.test(sentence),
    (sentence: string, index: number) => index === first && OUTCOME.test(sentence),
    tells,
  ];
  return ways.map((way) => sentences.findLastIndex(way)).find((index) => index >= 0) ?? -1;
}

function isGeneral({ source }: Text, sentences: readonly string[], steps: readonly Word[], wouldCounts: boolean): boolean {
  if (steps.length > 0 || sentences.filter(tellsWhatHappened).length >= 2) return false;
  return [...source.matchAll(GENERAL)].some(([cue]) => !(wouldCounts && WOULD.test(cue)));
}
