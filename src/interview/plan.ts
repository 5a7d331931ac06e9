import type { Intent, Plan } from '../schemas/interview.ts';

/** The main questions' shares: about 30% resume, 50% technical, 20% behavioural and situational. */
const SHARES = { resume: 0.3, technical: 0.5, people: 0.2 };

/**
 * Splits `questions` main questions into kinds: one intro, the rest by
 * largest remainder of the shares. Without claims to ask about, the resume's
 * share goes to the others.
 */
export function planQuestions(questions: number, { claims }: { claims: number }): Plan {
  const rest = questions - 1;
  const shares = claims > 0 ? SHARES : { resume: 0, technical: 0.7, people: 0.3 };
  const { resume = 0, technical = 0, people = 0 } = splitByShare(rest, shares);

  const fromResume = Math.min(resume, claims);
  return {
    intro: Math.min(1, questions),
    resume: fromResume,
    technical: technical + (resume - fromResume),
    behavioral: Math.ceil(people / 2),
    situational: Math.floor(people / 2),
  };
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
