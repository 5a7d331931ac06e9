import { foundOnce } from './text-cache.ts';

/** Talk about the talk: it opens, fills and closes an answer, whatever the question. */
export const TALK =
  /\b(?:(?:good|great|nice|interesting|tough|hard|tricky|fair) (?:one|question|point)|(?:your|this|that|the) question|let me (?:think|see|take|start|put)|where was i|i hope|in a nutshell|can you (?:still )?hear|does that make sense|as (?:i|we|they|people|you) (?:always |all |often |like to )?(?:say|said|know|mentioned)|at the end of the day|it (?:all )?depends on what|(?:much|a lot|so much) more (?:that )?(?:one|i|you|we) (?:could|can)|how i would put|my take on|what else|to be (?:honest|fair)|i (?:always|often) say|i was hoping|two sides|in my opinion|glad (?:that )?you (?:asked|brought)|over the years|back then|at the table)\b/i;

/** The sentences of a text that are talk about the talk, by their places. */
export const talkOnce = foundOnce(({ source, sentences }) => new Set(sentences.flatMap(({ start, end }, place) => (TALK.test(source.slice(start, end)) ? place : []))));
