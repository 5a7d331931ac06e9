import type { Line, Notice } from '../../schemas/resume.ts';
import { foldText } from './words.ts';

// Instructions speak to a model or about its work; a resume speaks about a person.
const PATTERNS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|overrule)\b.{0,40}\b(?:previous|prior|above|earlier|all|any|preceding|following|other|your)\b.{0,30}\b(?:instructions?|prompts?|rules?|guidelines?|directions?|context|text|messages?|commands?|criteria)\b/,
  /\b(?:ignorier\w*|vergiss|missachte\w*)\b.{0,40}\b(?:anweisung\w*|vorgaben|regeln)\b|\b(?:ignore[zr]?|oublie[zr]?)\b.{0,40}\b(?:instructions?|consignes|regles)\b.{0,20}(?:precedentes|ci-dessus|anterieures)?|\b(?:ignora|olvida|ignore)\b.{0,40}\b(?:instrucciones|reglas|indicaciones)\b/,
  /\byou are (?:now )?(?:a|an|in|the|no longer|chatgpt|gpt|claude|an? ai)\b.{0,40}\b(?:assistant|model|mode|ai|recruiter|interviewer|grader|system|bot)\b|\bact as (?:a|an|if)\b.{0,40}\b(?:ai|assistant|recruiter|model|developer mode)\b|\bpretend (?:to be|that you)\b/,
  /\b(?:system prompt|developer mode|jailbreak|prompt injection|api[ _-]?key|hidden prompt)\b.{0,60}\b(?:print|reveal|show|output|repeat|leak|return)\b|\b(?:print|reveal|show|output|repeat|leak|return|disclose)\b.{0,40}\b(?:system prompt|your (?:instructions|prompt|rules)|api[ _-]?keys?|environment variables)\b/,
  /\b(?:rate|score|grade|rank|mark|evaluate|assess|give|assign|award)\b.{0,30}\b(?:this|the|me|my|him|her|candidate|applicant|resume|cv|answer)\b.{0,40}\b(?:highest|perfect|maximum|max|top|full|best|excellent|100|10\/10|5\/5|a\+|strong yes)\b/,
  /\b(?:candidate|applicant)\b.{0,20}\b(?:is|as)\b.{0,12}\b(?:perfect|ideal|exceptional|the best|excellent|outstanding)\b.{0,40}(?:score|rating|\d{2,3}|match|fit\b)|\bscore[\s:="']{1,4}(?:100|10)\b/,
  /\b(?:recommend|hire|shortlist|advance|approve|accept|select)\b.{0,30}\b(?:this|the)\b.{0,15}\b(?:candidate|applicant|resume)\b.{0,50}\b(?:immediately|regardless|without|always|strongly|no matter|interview)\b/,
  /\b(?:reply|respond|answer|output|say|write)\b.{0,12}\b(?:only|exactly|solely|just)\b.{0,6}\b(?:with|as|in)?\b.{0,4}["':]/,
  /\b(?:note|message|instructions?|attention|important)\b.{0,12}\b(?:to|for)\b.{0,12}\b(?:ai|llm|llms|language models?|chatgpt|gpt|recruiter ai|ats|the model|assistant|automated|bots?|parser)\b/,
  /\b(?:if you are|when you are|as) (?:an? )?(?:ai|llm|language model|large language model|chatbot|automated)\b/,
  /<\/?\s*(?:system|assistant|user|instructions?|resume|prompt|script|\|im_(?:start|end)\|)\b[^>]*>|<\|[a-z_]+\|>|\[\/?inst\]|^\s*(?:system|assistant)\s*:\s|\bsystem\s*:\s*you\b|#{2,}\s*(?:system|instruction|new instructions)/,
  /\{\{.{1,60}\}\}|\$\{[^}]{1,60}\}|\$\([^)]{2,80}\)|<script\b|javascript:|'\);?\s*drop table|\bunion select\b|\bor 1\s?=\s?1\b|```\s*json/,
];

/** The line is addressed to a model or to a program, not to a reader. */
export function isInjected(text: string): boolean {
  const folded = foldText(text);
  return PATTERNS.some((pattern) => pattern.test(folded));
}

export interface Injections {
  /** The lines that are left when the injected ones are taken out. */
  clean: Line[];
  notices: Notice[];
}

/**
 * Takes out lines that try to instruct a model. They stay in the text that a
 * person sees, and are never claims, skills or passages. An instruction that
 * was broken over two lines is found in their sum.
 */
export function findInjections(lines: Line[]): Injections {
  const injected = new Set<Line>();
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (isInjected(line.text)) injected.add(line);
    else if (next !== undefined && next.bullet !== true && !isInjected(next.text) && isInjected(`${line.text} ${next.text}`)) injected.add(line).add(next);
  });
  const notices = [...injected].map((line): Notice => ({
    code: 'injected-instruction',
    message: `Page ${line.page}, line ${line.line} speaks to a program instead of a reader. It is shown, and used for nothing.`,
    page: line.page,
  }));
  return { clean: lines.filter((line) => !injected.has(line)), notices };
}
