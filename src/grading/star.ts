import type { Span, Star } from '../schemas/evaluation.ts';
import { spanOf } from './evidence.ts';
import { afterPronoun, isPast, isStep } from './verbs.ts';
import type { Text, Word } from './words.ts';

/** What a told experience holds, beside its STAR parts. */
export interface Story {
  star: Star;
  /** Steps that the teller took, each verb once. */
  steps: string[];
  /** Says how or why: reasons, means, alternatives weighed. */
  reasons: number;
  /** Names, numbers and rare words: what could not be said by anyone. */
  details: number;
  /** Speaks of what one would do or does in general, not of what happened. */
  general: boolean;
}

const SITUATION: RegExp =
  /\b(?:when (?:i|we|my|our|the)|while (?:i|we)|at (?:my|our|the) (?:last|previous|current|old|first|former|job|company|start|time)|in my (?:last|previous|current|first|former|old)|last (?:year|spring|summer|fall|autumn|winter|month|quarter|week)|(?:years?|months?) ago|back (?:in|when|at)|there was|there were|one (?:time|day|of)|once|during|on a project|(?:our|the|my) (?:team|company|client|customer|manager|product|project|service|app|system|startup|colleague)\b.{0,40}\b(?:was|were|had|kept|wanted|decided|failed|broke|went)|(?:i|we) (?:was|were) (?:working|building|in|on|at|the|part|leading|about)|in (?:19|20)\d\d|(?:two|three|four|five|six) (?:weeks|days|months) (?:before|into|after))\b/i;
const TASK: RegExp =
  /\b(?:(?:i|we) (?:had|needed|wanted) to|(?:was|were|been|got) (?:asked|told|given|assigned|responsible|tasked|put in charge|supposed|expected|meant)|responsible for|in charge of|my (?:task|job|role|goal|responsibility|part|assignment|manager asked|boss asked)|(?:the|our) (?:goal|task|aim|deadline|challenge|problem|ask|requirement|target|plan)|deadline|had to (?:be|decide|choose|ship|find|deliver)|up to me|fell to me|needed (?:someone|a|an|the)|it was on me|own(?:ed)? the)\b/i;
const RESULT: RegExp =
  /\b(?:as a result|in the end|eventually|ultimately|finally|(?:the )?(?:result|outcome|upshot|end result)|turned out|ended up|which (?:led|meant|cut|reduced|saved|brought|made|gave)|led to|resulted in|(?:we|i|it|they|team|that|this|which|and) (?:\w+ )?(?:shipped|launched|delivered|released|succeeded|worked|reduced|increased|improved|saved|dropped|fell|went (?:down|up|from|live)|grew|cut|hit|met|passed|won|lost|failed|missed|merged|agreed|adopted|accepted|approved|recovered|halved|doubled|stopped|finished)|(?:dropped|fell|rose|grew|went|improved|increased|decreased|reduced|cut|down|up) (?:from|by|to)|since then|after that,? (?:we|the|there)|never happened again|no (?:more|further|longer)|ever since|still (?:use|uses|in use|running))\b/i;
const LEARNING: RegExp =
  /\b(?:(?:i|we|that|it|which|this) (?:\w+ )?(?:learned|learnt|taught|realized|realised)|lesson|takeaway|took away|take away from|in hindsight|looking back|in retrospect|next time|since then,? i|from then on|these days i|nowadays i|now i|i now|would do differently|do it differently|differently (?:next|now|today)|changed (?:how|the way) (?:i|we)|made me (?:more|a|realize|think)|ever since,? i|i(?: still|'ve)? (?:always )?(?:make sure|insist|start with|ask) .{0,40}\bnow)\b/i;
const REASON: RegExp = /\b(?:because|since|so that|in order to|the reason|which (?:let|meant|allowed|made)|instead of|rather than|by (?:\w+ing)|considered|weighed|trade-?offs?|alternatives?|versus|the risk|that way|to (?:make sure|avoid|check|see|find out|prove|show))\b/gi;
const GENERAL: RegExp = /\b(?:i would|i'd|i usually|i always|i generally|i try to|i tend to|i like to|i typically|i never|i believe in|it is important|it's important|you should|you have to|one should|people should|everyone should)\b/gi;
const QUANTITY = /\d|\b(?:half|halved|doubled|tripled|twice|third|quarter|percent|dozen|hundreds?|thousands?|millions?|zero|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|ninety)\b/i;

/** Finds the parts of a told story by its structure, whatever it is about. */
export function readStory(answer: Text): Story {
  const steps = stepsOf(answer.words);
  const sentences = answer.sentences.map((piece) => answer.source.slice(piece.start, piece.end));
  const at = (index: number): Span | null => {
    const piece = answer.sentences[index];
    return piece ? spanOf(answer.source, piece.start, piece.end) : null;
  };
  const result = findResult(sentences);
  const learning = lastWith(sentences, LEARNING);
  const firstStep = steps[0]?.sentence ?? -1;
  return {
    star: {
      situation: at(sentences.findIndex((sentence) => SITUATION.test(sentence) && PAST.test(sentence))),
      task: at(sentences.findIndex((sentence) => TASK.test(sentence))),
      action: at(firstStep),
      result: at(result),
      learning: at(learning),
      ownership: ownershipOf(answer.words),
      quantified: result >= 0 && QUANTITY.test(sentences[result] ?? ''),
    },
    steps: [...new Set(steps.map(({ stem }) => stem))],
    reasons: new Set([...answer.source.matchAll(REASON)].map(([cue]) => cue.toLowerCase())).size,
    details: detailsOf(answer),
    general: isGeneral(answer, steps),
  };
}

const PAST = /\b(?:was|were|had|did|[a-z]{2,}ed|went|came|took|made|found|broke|kept|got|began|lost|left|built|wrote|ran|led)\b/i;

/** The steps of "I": `I wrote the tests, moved the data and told the team` has three. */
function stepsOf(words: readonly Word[]): Word[] {
  const steps: Word[] = [];
  words.forEach((word, index) => {
    if (word.text !== 'i') return;
    const verb = afterPronoun(words, index)[0];
    if (!verb || verb.sentence !== word.sentence || !isPast(verb.text)) return;
    if (isStep(verb.text)) steps.push(verb);
    steps.push(...coordinated(words, verb));
  });
  return steps;
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

function ownershipOf(words: readonly Word[]): Star['ownership'] {
  const count = (pronoun: string): number => words.filter(({ text }) => text.replace(/'.*$/, '') === pronoun).length;
  const [own, shared] = [count('i') + count('my') / 2, count('we') + count('our') / 2];
  if (own + shared < 1) return 'unclear';
  if (own >= 2 * shared) return 'i';
  return shared >= 2 * own ? 'we' : 'mixed';
}

/** The last sentence that tells an outcome; one with a number before one without. */
function findResult(sentences: readonly string[]): number {
  const quantified = sentences.findLastIndex((sentence) => RESULT.test(sentence) && QUANTITY.test(sentence));
  return quantified >= 0 ? quantified : lastWith(sentences, RESULT);
}

function lastWith(sentences: readonly string[], cue: RegExp): number {
  return sentences.findLastIndex((sentence) => cue.test(sentence));
}

function detailsOf(answer: Text): number {
  const named = answer.content.filter(({ start, sentence, cost, text }) => {
    const begins = answer.sentences[sentence]?.start === start;
    const capital = /\p{Lu}/u.test(answer.source.charAt(start)) && !begins;
    return capital || /\d/.test(text) || (cost >= 1.5 && text.length > 3);
  });
  return new Set(named.map(({ stem }) => stem)).size;
}

function isGeneral(answer: Text, steps: readonly Word[]): boolean {
  const general = [...answer.source.matchAll(GENERAL)].length;
  return general > 0 && steps.length <= general / 2;
}
