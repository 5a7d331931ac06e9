import type { Duty, JobDescription, JobSkill } from '../../schemas/job.ts';
import type { Line } from '../../schemas/resume.ts';
import { roleDomains } from '../parsing/domains.ts';
import { wordsOf } from '../parsing/words.ts';
import { cueOf } from './job-headings.ts';
import { jobParts, type JobSentence } from './job-parts.ts';
import { skillsIn } from './job-skills.ts';
import { jobTitle } from './job-title.ts';
import { yearsIn } from './job-years.ts';
import { isEnglish } from './language.ts';
import { seniorityOfTitle, seniorityOfYears } from './seniority.ts';

/**
 * lines -> parts -> what the job asks for. Pure.
 *
 * A skill is required or nice to have by the words of its own sentence, else
 * by the heading it stands under. What only the duties, the stack or the
 * opening names counts for the domains, and is required when nothing else is.
 * Skills of the offer and of the company's own story are none of the job's.
 */
export function readJob(lines: Line[], file: string | null): JobDescription {
  const parts = jobParts(lines).filter(({ part }) => part !== 'offer' && part !== 'about');
  const wanted = parts.map((sentence) => ({ sentence, wish: wishOf(sentence) }));
  const skillsOf = (wish: Wish) => wanted.filter((one) => one.wish === wish).flatMap(({ sentence }) => skillsIn(sentence.text, sentence));
  const mentioned = once(skillsOf('mentioned'));
  const listed = once(skillsOf('required'));
  const required = listed.length > 0 ? listed : mentioned;
  const nice = without(once(skillsOf('nice')), required);
  const title = jobTitle(lines);
  const years = yearsOf(parts);
  return {
    file,
    title,
    seniority: seniorityOfTitle(title ?? '') ?? (years ? seniorityOfYears(years.least) : null),
    years,
    required,
    niceToHave: nice,
    duties: dutiesOf(parts),
    domains: domainsOf({ title, required, nice, mentioned }),
    language: isEnglish(lines.map(({ text }) => text).join(' ')) ? 'english' : 'other',
    lines,
  };
}

type Wish = 'required' | 'nice' | 'mentioned';

function wishOf({ part, text }: JobSentence): Wish {
  const cue = part === 'duties' ? undefined : cueOf(text);
  if (part === 'nice') return 'nice';
  if (part === 'required') return cue === 'nice' ? 'nice' : 'required';
  return cue === 'nice' || (cue === 'required' && part === 'opening') ? cue : 'mentioned';
}

function dutiesOf(parts: JobSentence[]): Duty[] {
  return parts
    .filter(({ part, text }) => part === 'duties' && wordsOf(text).length >= 2)
    .flatMap((sentence) => thingsToDo(sentence.text).map((text) => ({ ...sentence, text })))
    .map(({ text, page, line }) => ({ text, skills: skillsIn(text, { page, line }).map(({ name }) => name), page, line }));
}

/** "Own the storage path, mentor two engineers, and be on call" is three things to do. */
function thingsToDo(text: string): string[] {
  const pieces = text.split(/(?:,\s+(?:and\s+)?|;\s+)(?=\p{Ll}+ \p{L}+)/u);
  return pieces.length > 1 && pieces.slice(1).every((piece) => DUTY_VERBS.test(piece)) ? pieces.map((piece) => piece.trim()) : [text];
}

const DUTY_VERBS =
  /^(?:own|mentor|lead|build|design|write|run|operate|maintain|improve|review|share|join|take part|be on|help|coach|hire|define|drive|deliver|ship|work|plan|present|develop|automate|monitor|migrate|debug|investigate|support|document|teach)\s/u;

function yearsOf(parts: JobSentence[]): JobDescription['years'] {
  const asked = parts
    .filter((sentence) => wishOf(sentence) !== 'nice')
    .flatMap(({ text, page, line }) => {
      const least = yearsIn(text);
      return least === undefined ? [] : [{ least, page, line }];
    });
  // Several numbers are for several skills: the whole is at least the largest.
  return asked.sort((one, other) => other.least - one.least)[0] ?? null;
}

/** Each skill once, where it is asked for first, the more particular wish kept. */
function once(skills: JobSkill[]): JobSkill[] {
  const seen = new Set<string>();
  return skills.filter(({ name, alternatives }) => {
    const isNew = !seen.has(name);
    for (const one of [name, ...alternatives]) seen.add(one);
    return isNew;
  });
}

function without(skills: JobSkill[], others: JobSkill[]): JobSkill[] {
  const known = new Set(others.flatMap(({ name, alternatives }) => [name, ...alternatives]));
  return skills.filter(({ name }) => !known.has(name));
}

/** Required skills weigh most, then those in the title and the duties, then what is nice to have. */
function domainsOf({ title, required, nice, mentioned }: { title: string | null; required: JobSkill[]; nice: JobSkill[]; mentioned: JobSkill[] }): string[] {
  const weights = new Map<string, number>();
  const add = (domain: string, weight: number) => domain && weights.set(domain, (weights.get(domain) ?? 0) + weight);
  for (const { domain } of required) add(domain, 1);
  for (const { domain } of mentioned) add(domain, 0.4);
  for (const { domain } of nice) add(domain, 0.3);
  for (const [domain, weight] of roleDomains(title ?? '')) add(domain, weight * 0.8);
  return [...weights].sort(([one, first], [other, second]) => second - first || one.localeCompare(other)).map(([domain]) => domain);
}
