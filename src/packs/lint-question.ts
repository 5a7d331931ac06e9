import type { DraftQuestion } from './draft-question.ts';
import type { LintRule } from './finding.ts';
import { nearWord } from './near-word.ts';
import type { Path } from './pack-source.ts';

/** What a rule found in one question; its path begins in the question. */
export interface QuestionFinding {
  rule: LintRule;
  /** `quality`: wrong in a built-in pack, a warning in a user's. */
  severity: 'error' | 'warning' | 'quality';
  path: Path;
  message: string;
  remedy: string;
}

const FEWEST_FOLLOW_UPS = 2;
const HINTS = 2;
const KEY_POINTS = { fewest: 3, most: 7 };
const FEWEST_BANDS = 3;
/** A point that weighs more than all others together decides the grade alone; one that weighs next to nothing is no key point. */
const SHARES = { most: 0.5, least: 0.03 };

/** What one question shows by itself, beside the schema. */
export function lintQuestion(question: DraftQuestion): QuestionFinding[] {
  return [
    ...doubleIds(question),
    ...orphans(question),
    ...tooFew(question),
    ...lopsided(question),
    ...doubtfulGold(question),
  ];
}

function doubleIds({ keyPoints, criteria }: DraftQuestion): QuestionFinding[] {
  const doublesIn = (ids: (string | null)[], key: string): QuestionFinding[] =>
    ids.flatMap((id, index) =>
      id === null || ids.indexOf(id) === index
        ? []
        : [{ rule: 'duplicate-id', severity: 'error', path: [key, index, 'id'], message: `The id "${id}" stands twice in ${key}.`, remedy: 'Give each an id of its own.' }],
    );
  return [...doublesIn(keyPoints.map(({ id }) => id), 'keyPoints'), ...doublesIn(criteria, 'criteria')];
}

function orphans({ keyPoints, followUps }: DraftQuestion): QuestionFinding[] {
  const ids = keyPoints.flatMap(({ id }) => id ?? []);
  return followUps.flatMap((id, index) => {
    if (id === null || ids.includes(id)) return [];
    const near = nearWord(id, ids);
    const remedy = near ? `Did you mean ${near}?` : `Name one of ${ids.join(', ') || 'its key points'}.`;
    return [{ rule: 'orphan-follow-up', severity: 'error', path: ['followUps', index, 'keyPoint'], message: `The follow-up belongs to "${id}", which is no key point of this question.`, remedy }];
  });
}

function tooFew({ keyPoints, followUps, hints, gold }: DraftQuestion): QuestionFinding[] {
  const bands = new Set(gold.map(({ band }) => band)).size;
  const found: QuestionFinding[] = [];
  const add = (rule: LintRule, key: string, message: string, remedy: string) => found.push({ rule, severity: 'quality', path: [key], message, remedy });
  if (followUps.length < FEWEST_FOLLOW_UPS) add('follow-ups', 'followUps', `${counted(followUps.length, 'follow-up')}, where an interviewer may need ${FEWEST_FOLLOW_UPS}.`, 'Add what to ask when a key point is missing from the answer.');
  if (hints.length < HINTS) add('hints', 'hints', `${counted(hints.length, 'hint')}, where a candidate may ask for ${HINTS}.`, 'Add hints: first a nudge, then one that says more.');
  if (keyPoints.length < KEY_POINTS.fewest) add('key-points', 'keyPoints', `${counted(keyPoints.length, 'key point')}: too few to tell a good answer from an excellent one.`, `Split the answer into ${KEY_POINTS.fewest} to ${KEY_POINTS.most} points.`);
  if (keyPoints.length > KEY_POINTS.most) add('key-points', 'keyPoints', `${counted(keyPoints.length, 'key point')}: more than anybody says in one answer.`, `Keep the ${KEY_POINTS.fewest} to ${KEY_POINTS.most} that matter.`);
  if (bands < FEWEST_BANDS) add('gold', 'gold', `${counted(bands, 'band')} with gold answers: too few to see whether the grader is right.`, `Add answers, as people would give them, for at least ${FEWEST_BANDS} of the bands 1 to 4.`);
  return found;
}

function lopsided({ keyPoints }: DraftQuestion): QuestionFinding[] {
  const weights = keyPoints.flatMap(({ weight }) => weight ?? []);
  // Shares say something only where every weight is one.
  if (weights.length < 2 || weights.length < keyPoints.length) return [];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.flatMap((weight, index) => {
    const share = weight / total;
    if (share <= SHARES.most && share >= SHARES.least) return [];
    const percent = `${Math.round(share * 100)}%`;
    const words = share > SHARES.most ? `carries ${percent} of the weight, more than all others together` : `carries ${percent} of the weight, next to nothing`;
    return [{ rule: 'weights', severity: 'warning', path: ['keyPoints', index, 'weight'], message: `Key point ${index + 1} ${words}.`, remedy: 'Weights from 0.5 to 3 are usual; 1 where it is left out.' }];
  });
}

function doubtfulGold({ gold }: DraftQuestion): QuestionFinding[] {
  return gold.flatMap(({ band, answer }, index) => {
    const first = gold.findIndex((other) => answer !== null && other.answer !== null && plain(other.answer) === plain(answer));
    if (first === -1 || first === index) return [];
    const other = gold[first]?.band;
    const words = other === band ? 'stands twice' : `stands twice, in band ${String(other)} and in band ${String(band)}`;
    return [{ rule: 'gold', severity: 'error', path: ['gold', index, 'answer'], message: `The same gold answer ${words}.`, remedy: 'Take one of them away.' }];
  });
}

/** The same words, whatever case and spaces they are written in. */
export function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function counted(count: number, noun: string): string {
  return `${count === 0 ? 'No' : count} ${noun}${count === 1 ? '' : 's'}`;
}
