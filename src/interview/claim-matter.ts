import type { Claim } from '../schemas/resume.ts';

/** A measure is something that one arrives at; so is a number beside a word of change. */
const MEASURE = /%|percent|prozent|\dx\b|\d\s?times\b/iu;
const CHANGE =
  /\b(?:cut(?:ting)?|reduc\p{L}+|lower\p{L}*|decreas\p{L}+|shr[aiu]nk\p{L}*|halv\p{L}+|fell|dropp\p{L}+|sav(?:e|ed|ing)|increas\p{L}+|rais\p{L}+|rose|gr[eo]w\p{L}*|doubl\p{L}+|tripl\p{L}+|boost\p{L}*|improv\p{L}+|accelerat\p{L}+|sped|speed\p{L}*|scal(?:ed|ing)|earn\p{L}*|generat(?:ed|ing)|from \S+ to \S*\d)/iu;

/** Whether a claim gives a number as what came of the work: "34%", "from 900 to 150 ms". The size of a team and the name of a device are none. */
export function givesResult({ numbers, text }: Pick<Claim, 'numbers' | 'text'>): boolean {
  return numbers.some((number) => MEASURE.test(number)) || (numbers.length > 0 && CHANGE.test(text));
}

/** Fields of work, which nobody chooses in place of another. */
const FIELDS =
  /^(?!google |spring |adobe )(?:(?:\p{L}+ )*(?:testing|design|management|development|engineering|analysis|analytics|research|science|security|learning|architecture|modell?ing|processing|vision|marketing|networking|operations|planning|support|administration|accounting|teaching|sales|programming|service)|agile|scrum|kanban|devops|statistics|leadership|mentoring|communication|databases?|cloud|web|mobile|data|frontend|backend|full[- ]stack)$/iu;

/** The first skill of a claim that one may choose, or have to learn: a language, a product, a technique. */
export function toolIn({ skills }: Pick<Claim, 'skills'>): string | undefined {
  return skills.find((skill) => !FIELDS.test(skill));
}
