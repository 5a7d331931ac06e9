import type { Intent, Plan } from '../schemas/interview.ts';
import type { QuestionType } from '../schemas/question.ts';

/** What most of an interview is about: the craft, people, or a trade that the bank does not know. */
export type Leaning = 'craft' | 'people' | 'unknown-trade';

/**
 * What a resume gets of all questions but the intro, and how the bank's share
 * is split: about 30% resume, 50% technical, 20% behavioural and situational
 * for the craft.
 */
const SHARES: Record<Leaning, { resume: number; bank: Record<BankKind, number> }> = {
  craft: { resume: 0.3, bank: { technical: 5, people: 2 } },
  people: { resume: 0.25, bank: { technical: 1, people: 2 } },
  'unknown-trade': { resume: 0.4, bank: { technical: 0, people: 1 } },
};

type BankKind = 'technical' | 'people';

/** What there is to ask about: claims of the resume, and questions of the bank by type. */
export interface Supply extends Record<QuestionType, number> {
  claims: number;
}

/**
 * Splits `questions` main questions into kinds: one intro, the rest by largest
 * remainder of the shares. Where people are what it is about, at least half of
 * all questions are behavioural or situational. What one kind cannot give the
 * others do, as long as they can: the plan may have fewer questions than were
 * wanted, never more of a kind than there are.
 */
export function planQuestions(questions: number, { claims, technical, behavioral, situational }: Supply, leaning: Leaning = 'craft'): Plan {
  const rest = Math.max(0, questions - 1);
  const people = behavioral + situational;
  const shares = SHARES[leaning];
  const wanted = splitByShare(rest, { resume: claims > 0 ? shares.resume : 0, bank: 1 - shares.resume });
  const least = leaning === 'people' ? Math.min(people, rest, Math.ceil(questions / 2)) : 0;
  const fromResume = Math.min(wanted.resume ?? 0, claims, rest - least);

  const fromBank = splitWithin(rest - fromResume, shares.bank, { technical: Math.min(technical, rest - fromResume - least), people });
  const left = rest - fromResume - fromBank.technical - fromBank.people;
  return { intro: Math.min(1, questions), resume: Math.min(claims, fromResume + left), technical: fromBank.technical, ...evenly(fromBank.people, { behavioral, situational }) };
}

/** By shares, none above its limit; what is over goes to the other, even to one without a share. */
function splitWithin(total: number, shares: Record<BankKind, number>, limits: Record<BankKind, number>): Record<BankKind, number> {
  const { technical = 0, people = 0 } = splitByShare(total, shares);
  const given = { technical: Math.min(technical, limits.technical), people: Math.min(people, limits.people) };
  const left = total - given.technical - given.people;
  const more = Math.min(left, limits.technical - given.technical);
  return { technical: given.technical + more, people: Math.min(limits.people, given.people + left - more) };
}

/** Half and half, the odd one behavioural, as far as there are enough. */
function evenly(people: number, { behavioral, situational }: Pick<Supply, 'behavioral' | 'situational'>): Pick<Plan, 'behavioral' | 'situational'> {
  const ofBehavior = Math.min(behavioral, Math.max(Math.ceil(people / 2), people - situational));
  return { behavioral: ofBehavior, situational: people - ofBehavior };
}

/** Largest remainder (Hamilton): whole numbers that add up to the total; ties go to the first named. */
export function splitByShare(total: number, shares: Record<string, number>): Record<string, number> {
  const sum = Object.values(shares).reduce((left, right) => left + right, 0);
  if (sum <= 0) return Object.fromEntries(Object.keys(shares).map((name) => [name, 0]));

  const exact = Object.entries(shares).map(([name, share]) => ({ name, value: (total * share) / sum }));
  const split = Object.fromEntries(exact.map(({ name, value }) => [name, Math.floor(value + 1e-9)]));
  const missing = total - Object.values(split).reduce((left, right) => left + right, 0);
  const byRemainder = [...exact].sort((left, right) => remainder(right.value) - remainder(left.value));
  for (const { name } of byRemainder.slice(0, missing)) split[name] = (split[name] ?? 0) + 1;
  return split;
}

function remainder(value: number): number {
  return Number((value - Math.floor(value + 1e-9)).toFixed(9));
}

/** The order of the main questions: intro, resume points, then technical ones with the others spread among them. */
export function mainSequence(plan: Plan): Intent[] {
  const people: Intent[] = [
    ...repeat('behavioral', plan.behavioral).flatMap((intent, index): Intent[] =>
      index < plan.situational ? [intent, 'situational'] : [intent],
    ),
    ...repeat('situational', plan.situational - plan.behavioral),
  ];
  return [...repeat('intro', plan.intro), ...repeat('resume', plan.resume), ...spread(repeat('technical', plan.technical), people)];
}

export function totalQuestions(plan: Plan): number {
  return plan.intro + plan.resume + plan.technical + plan.behavioral + plan.situational;
}

/** Puts the guests evenly among the hosts, never first when there is a host. */
function spread(hosts: Intent[], guests: Intent[]): Intent[] {
  const sequence: Intent[] = [];
  let placed = 0;
  hosts.forEach((host, index) => {
    sequence.push(host);
    const due = Math.floor(((index + 1) * guests.length) / hosts.length);
    sequence.push(...guests.slice(placed, due));
    placed = due;
  });
  return [...sequence, ...guests.slice(placed)];
}

function repeat(intent: Intent, times: number): Intent[] {
  return Array.from({ length: Math.max(0, times) }, () => intent);
}
