import type { InterviewState } from '../schemas/interview.ts';
import type { Claim } from '../schemas/resume.ts';
import { givesResult, hasAlternatives, tellsOfMove, toolIn } from './claim-matter.ts';
import { seededNumber, seededPick } from './random.ts';
import { fill, type Wording } from './wording.ts';

type Templates = Wording['resume'];
type Kind = Exclude<keyof Templates, 'lead'>;

/**
 * Quotes a claim with its place and asks about it. Nothing is asked twice in
 * the same words as long as there are others: what the claims before this one
 * were asked follows from them and the seed.
 */
export function resumeQuestion({ resumePoints, currentResumePointIndex, settings }: InterviewState, claim: Claim, { resume: templates }: Wording): string {
  const used = new Set<string>();
  for (const earlier of resumePoints.slice(0, currentResumePointIndex)) used.add(templateFor(earlier, templates, settings.seed, used));
  const lead = seededPick(templates.lead, settings.seed, 'lead', claim.id);
  const { page, line, text } = claim;
  return fill(`${lead} ${templateFor(claim, templates, settings.seed, used)}`, { page, line, claim: asSentence(text), skill: toolIn(claim) ?? '' });
}

/** The first that was not used: of the claim's own kind, else of those that fit any claim. */
function templateFor(claim: Claim, templates: Templates, seed: number, used: ReadonlySet<string>): string {
  const own = kindsFor(claim).map((kind) => shuffled(templates[kind], seed, claim.id));
  const open = own.flat().find((template) => !used.has(template));
  return open ?? seededPick(templates.general, seed, 'general', claim.id);
}

function kindsFor(claim: Claim): Kind[] {
  if (givesResult(claim)) return ['number', 'general'];
  if (tellsOfMove(claim)) return ['move', 'general'];
  if (hasAlternatives(claim)) return ['choice', 'technology', 'general'];
  return toolIn(claim) === undefined ? ['general'] : ['technology', 'general'];
}

function shuffled(templates: readonly string[], seed: number, id: string): string[] {
  return [...templates].sort((one, other) => seededNumber(seed, id, one) - seededNumber(seed, id, other));
}

/** A quote ends as a sentence does, so that it does not run into what is asked. */
function asSentence(claim: string): string {
  const text = claim.trim().replace(/[\s,;:–—-]+$/u, '');
  return /[.!?…。]["'”’)]?$/u.test(text) ? text : `${text}.`;
}
