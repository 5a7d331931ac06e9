/** A spoken question is no longer than this, in words. */
export const MOST_WORDS = 60;

/** White space folded, no numbering, labels or quotes around the whole. What is inside is left as it is. */
export function cleanQuestion(raw: string): string {
  const text = raw.replace(/\s+/gu, ' ').trim();
  const bare = text.replace(/^(?:\d+[.)]\s+|(?:question|q|interviewer)\s*\d*\s*[:.)]\s+|[-*•]\s+)/iu, '');
  const quoted = /^"([^"]+)"$/u.exec(bare) ?? /^“([^”]+)”$/u.exec(bare);
  return quoted?.[1] ?? bare;
}

/**
 * Of what a model wrote for a question: the first question in it, with the
 * sentences that lead up to it as far as there is room, and without the rest.
 * Text that is one clean question stays as it is.
 */
export function firstQuestion(raw: string): string {
  const bare = cleanQuestion(withoutPreamble(cleanQuestion(withoutMarkdown(raw))));
  const sentences = [...new Set(sentencesOf(bare))].filter((sentence) => isQuestion(sentence) || !CHATTER.test(sentence));
  const asking = sentences.findIndex(isQuestion);
  const end = asking < 0 ? sentences.findIndex(isRequest) : asking;
  let kept = end < 0 ? sentences : sentences.slice(0, end + 1);
  while (kept.length > 1 && countWords(kept.join(' ')) > MOST_WORDS) kept = kept.slice(1);
  return cleanQuestion(kept.join(' '));
}

/** It would not stay as it is. */
export function isUntidy(raw: string): boolean {
  return firstQuestion(raw) !== raw.replace(/\s+/gu, ' ').trim();
}

// A full stop ends a sentence before white space only, and not after `e.g`.
const SENTENCE_JOINT = /(?<=(?<!\b(?:e\.g|i\.e|etc|vs|cf|approx|no))[.!?…？！؟。]["”’')\]]*)\s+/iu;

export function sentencesOf(text: string): string[] {
  return text.split(SENTENCE_JOINT).filter((sentence) => sentence.trim() !== '');
}

/** A question mark inside of a quotation asks nobody. */
export function isQuestion(sentence: string): boolean {
  return /[?？؟][)\]]*$/u.test(sentence.trim());
}

const REQUEST =
  /^(?:(?:please|now|so|and|then|next),? )*(?:tell|describe|explain|walk|talk|take|give|show|compare|name|outline|define|discuss|share|design|sketch|pick|say|choose|estimate|argue|summari[sz]e|introduce)\b|^I(?:'d| would) (?:like|love) to (?:hear|know|understand)\b/iu;

/** Asks without a question mark: "Tell me about ...". */
export function isRequest(sentence: string): boolean {
  return REQUEST.test(sentence.trim());
}

export function countWords(text: string): number {
  return text.match(/[^\s]+/gu)?.length ?? 0;
}

/** What a model says around a question, to whoever asked it for one. */
const CHATTER = /^(?:sure|certainly|of course|absolutely|(?:great|good|nice|excellent) (?:answer|question|job|work|luck)|thanks?\b|well done|let me know|i hope|feel free|take your time|please (?:answer|provide your|share your answer))/iu;

const PREAMBLE =
  /^(?:(?:sure|certainly|of course|absolutely|okay|ok|alright|great)\b(?:,|[^:.!?,\n]{0,60}[:.!])\s*)*(?:(?:here(?:['’]s| is| are)|this is|(?:my|the) (?:(?:next|first|following|interview|revised|cleaned) )*question\b|i(?:['’]d| would) (?:like to )?ask|let me ask)\b[^:?\n]{0,80}:\s*)?/iu;

function withoutPreamble(text: string): string {
  const rest = text.replace(PREAMBLE, '');
  return rest === text ? text : rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** What is written below a question, for whoever grades. */
const APPENDIX = /\n[\s*_#>-]*(?:(?:sample|example|model|expected|ideal|suggested|good|strong) )?(?:answers?|rationale|explanation|reasoning|notes?|follow-?ups?(?: questions?)?|hints?|key points?|what to look for)[*_]*\s*:[\s\S]*$/iu;

// Code stays as it is, and so does `__init__`.
const EMPHASIS = /(`[^`\n]*`)|\*\*(?=\S)(.+?)\*\*|__(?=\S)([^_]*\s[^_]*)__|(?<![\w*])\*(?=[^\s*])([^*\n]+?)\*(?![\w*])/gu;

function withoutMarkdown(raw: string): string {
  const lines = raw.trim().replace(APPENDIX, '').split('\n').filter((line) => !/^\s*(?:`{3,}.*|[-*_]{3,}\s*)$/u.test(line));
  const said = lines.filter((line) => !/^\s*#{1,6}\s[^?]*$/u.test(line));
  return said
    .map((line) => line.replace(/^\s*(?:#{1,6}\s+|(?:>\s*)+|[-*•]\s+)/u, ''))
    .join('\n')
    .replace(EMPHASIS, (_, code?: string, strong?: string, underlined?: string, weak?: string) => code ?? strong ?? underlined ?? weak ?? '');
}
