import type { JobSkill } from '../../schemas/job.ts';
import { findSkillMentions, knownSkill, type SkillMention } from '../parsing/skill-mentions.ts';
import { wordsOf } from '../parsing/words.ts';

/**
 * The skills that a line of a job description names. Names that are joined by
 * "or", or stand as examples in brackets, are one requirement with
 * alternatives: any of them will do.
 */
export function skillsIn(text: string, place: { page: number; line: number }): JobSkill[] {
  const plain = withoutCompounds(text);
  const mentions = mentionsIn(plain);
  const groups: SkillMention[][] = [];
  mentions.forEach((mention, index) => {
    const before = mentions[index - 1];
    const group = groups.at(-1);
    if (before && group && isAlternative(plain, before, mention, mentions.slice(index))) group.push(mention);
    else groups.push([mention]);
  });
  return groups.flatMap(([first, ...others]) => {
    if (!first) return [];
    const alternatives = [...new Set(others.map(({ name }) => name))].filter((name) => name !== first.name);
    return [{ name: first.name, alternatives, domain: first.domain, page: place.page, line: place.line }];
  });
}

// "Java-Kenntnisse" and "SQL-Datenbanken": German writes the name and the noun as one word.
function withoutCompounds(text: string): string {
  return text.replace(/([\p{L}\p{N}.+#]+)-(\p{Lu}\p{Ll}+)/gu, (whole, name: string, noun: string) => (knownSkill(name) && !knownSkill(whole) ? `${name} ${noun}` : whole));
}

function mentionsIn(text: string): SkillMention[] {
  const found = [...findSkillMentions(text, { list: isList(text) }), ...shortNames(text)];
  const sorted = found.sort((one, other) => one.index - other.index);
  return sorted.filter((mention, index) => index === 0 || mention.index >= (sorted[index - 1]?.index ?? 0) + (sorted[index - 1]?.written.length ?? 0));
}

/** Short pieces alone: "Go", "Kafka, Redis and Go". */
function isList(text: string): boolean {
  const pieces = text.split(/[,;|·•/()]|\b(?:and|or|und|oder)\b/u).filter((piece) => piece.trim() !== '');
  return pieces.length > 0 && pieces.every((piece) => wordsOf(piece).length <= 3) && wordsOf(text).length <= 3 * pieces.length;
}

// In a job description these words between capitals are languages: "5 years of Go", "Go developer".
const SHORT = /(?:\b(?:of|experience|knowledge|in|with|using|Kenntnisse|Erfahrung)\s+)(Go|R|C)(?![\p{L}\p{N}+#'’-])|(?<![\p{L}\p{N}])(Go|R|C)(?=\s+(?:developer|engineer|programming|experience|services?|backend|code|Entwickl|Kenntnisse|Erfahrung))/gu;

function shortNames(text: string): SkillMention[] {
  return [...text.matchAll(SHORT)].flatMap((match) => {
    const written = match[1] ?? match[2] ?? '';
    const skill = knownSkill(written);
    return skill ? [{ ...skill, written, index: match.index + match[0].lastIndexOf(written) }] : [];
  });
}

/** Joined by "or" or a slash, or by a comma in a list that ends in "or" or stands in brackets after "such as". */
function isAlternative(text: string, before: SkillMention, mention: SkillMention, rest: SkillMention[]): boolean {
  const between = text.slice(before.index + before.written.length, mention.index);
  // "Terraform on AWS" begins with an o too.
  if (/^\s*(?:,\s*)?(?:(?:or|oder|ou|o|bzw)(?!\p{L})\.?|\/)\s*(?:[\p{L}]+\s)?$/iu.test(between)) return true;
  if (!/^\s*,\s*$/u.test(between)) return false;
  return isExample(text, before.index) || endsInOr(text, mention, rest);
}

// "a cloud (AWS, GCP, ...)", "such as Kafka, RabbitMQ", "e.g. MySQL, PostgreSQL"
function isExample(text: string, index: number): boolean {
  const before = text.slice(0, index);
  const opened = before.lastIndexOf('(') > before.lastIndexOf(')');
  return opened || /\b(?:such as|like|e\.g\.|for example|one of|wie|z\.\s?B\.|zum Beispiel|etwa|par exemple|como)[^.;]*$/iu.test(before);
}

function endsInOr(text: string, first: SkillMention, rest: SkillMention[]): boolean {
  let end = first;
  for (const mention of rest.slice(1)) {
    const between = text.slice(end.index + end.written.length, mention.index);
    if (/^\s*,?\s*(?:or|oder|ou)\s*$/iu.test(between)) return true;
    if (!/^\s*,\s*$/u.test(between)) return false;
    end = mention;
  }
  return /^\s*,?\s*(?:or|oder|ou)\s+(?:similar|another|equivalent|ähnlich|vergleichbar)/iu.test(text.slice(end.index + end.written.length));
}
