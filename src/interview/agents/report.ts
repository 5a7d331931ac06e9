import { recommendHiring } from '../../grading/recommendation.ts';
import { agreementNote } from '../../reports/words.ts';
import type { InterviewState } from '../../schemas/interview.ts';
import type { Report, ReportedQuestion } from '../../schemas/report.ts';
import { trackClaim } from '../claim-tracking.ts';
import { totalQuestions } from '../plan.ts';
import { moveTo, waitingQuestion, withDerived } from '../state.ts';
import { improvementsOf, starOf } from '../thread-findings.ts';
import { threadsOf, type Thread } from '../threads.ts';
import type { Agent } from './agent.ts';

/** Writes the report from what was graded. Every sentence of it rests on an evaluation; nothing is guessed. */
export function createOfflineReportAgent(): Agent {
  return async (state) => {
    if (state.report) return {};
    return withDerived({ ...moveTo(state, 'completed'), report: buildReport(state) });
  };
}

const STRENGTHS = 5;
const WEAKNESSES = 6;

/** The report of an interview as it stands. */
export function buildReport(state: InterviewState): Report {
  const threads = threadsOf(state).filter(wasMet);
  const counted = threads.filter(({ score }) => score !== null);
  const { recommendation, reason } = recommendHiring(
    counted.flatMap(({ band, main }) => (band === null ? [] : [{ band, type: main.type }])),
  );
  return {
    sessionId: state.sessionId,
    role: state.jobRole,
    mode: state.settings.mode,
    overallScore: mean(counted.flatMap(({ score }) => score ?? [])),
    domainScores: domainScores(counted),
    strengths: strengthsOf(counted),
    weaknesses: weaknessesOf(counted),
    recommendations: recommendationsFor(threads),
    hiringRecommendation: recommendation,
    hiringReason: `${reason}${skippedAmong(counted)}`,
    graded: counted.filter(({ skipped }) => !skipped).length,
    ungraded: threads.filter(({ turns }) => turns.some(({ evaluation }) => evaluation?.status === 'ungraded')).length,
    skipped: threads.filter(({ skipped }) => skipped).length,
    questions: threads.map(reportedQuestion),
    claims: claimsOf(state, threads),
    disagreements: state.disagreements.map(({ answerId, band, comment }) => ({
      questionId: state.userAnswers.find(({ id }) => id === answerId)?.questionId ?? answerId,
      band,
      comment,
    })),
    notes: notesOf(state),
  };
}

/** The question that still waited when the candidate ended the interview was not met. */
function wasMet({ turns }: Thread): boolean {
  return turns.some(({ answer }) => answer !== undefined);
}

/** In a real interview a skipped question counts, and the rule calls it an answer. */
function skippedAmong(counted: Thread[]): string {
  const skipped = counted.filter((thread) => thread.skipped).length;
  if (skipped === 0) return '';
  return skipped === 1 ? ' One of them was skipped, and counts as poor.' : ` ${skipped} of them were skipped, and count as poor.`;
}

/** A domain in which everything was skipped has no score of its own. */
function domainScores(threads: Thread[]): Report['domainScores'] {
  const domains = [...new Set(threads.filter(({ skipped }) => !skipped).map(({ main }) => main.domain))];
  return domains.map((domain) => {
    const scores = threads.filter(({ main }) => main.domain === domain).flatMap(({ score }) => score ?? []);
    return { domain, score: mean(scores) ?? 0, questions: scores.length };
  });
}

function strengthsOf(threads: Thread[]): Report['strengths'] {
  return [...threads]
    .filter(({ band }) => band !== null && band >= 3)
    .sort((left, right) => (right.score ?? 0) - (left.score ?? 0))
    .flatMap(({ main, turns }) => {
      const strength = turns.flatMap(({ evaluation }) => evaluation?.strengths ?? [])[0];
      return strength ? [{ text: strength.text, questionId: main.id, quote: strength.span.text }] : [];
    })
    .slice(0, STRENGTHS);
}

/** What cost most, from the weakest answer up; the same advice is given once, however often it was earned. */
function weaknessesOf(threads: Thread[]): Report['weaknesses'] {
  const said = new Set<string>();
  return [...threads]
    .filter(({ band, skipped }) => band !== null && band <= 2 && !skipped)
    .sort((left, right) => (left.score ?? 0) - (right.score ?? 0))
    .flatMap((thread) => {
      const improvement = improvementsOf(thread).find((text) => !said.has(text));
      if (improvement === undefined) return [];
      said.add(improvement);
      return [{ text: improvement, questionId: thread.main.id }];
    })
    .slice(0, WEAKNESSES);
}

/** What to do next, from the weakest up: one sentence a thing, each with its reason. */
function recommendationsFor(threads: Thread[]): string[] {
  const weak = domainScores(threads.filter(({ main, score }) => main.type === 'technical' && score !== null))
    .filter(({ score }) => score < 0.6)
    .sort((left, right) => left.score - right.score);
  const advice = weak
    .slice(0, 3)
    .map(({ domain, score }) => `Practise ${words(domain)}: ${Math.round(score * 100)} of 100 here.`);
  return [...advice, ...storyAdvice(threads), ...skippedAdvice(threads)];
}

function storyAdvice(threads: Thread[]): string[] {
  const stars = threads.flatMap((thread) => starOf(thread) ?? []);
  if (stars.length === 0) return [];
  const withoutResult = stars.filter(({ result }) => result === null).length;
  const withoutNumber = stars.filter(({ result, quantified }) => result !== null && !quantified).length;
  const we = stars.filter(({ ownership }) => ownership === 'we').length;
  return [
    ...(withoutResult > 0 ? [`End your stories with what came of them: ${countOf(withoutResult, stars.length)} had no result.`] : []),
    ...(withoutNumber > 0 ? [`Back results with a number: ${countOf(withoutNumber, stars.length)} had a result without one.`] : []),
    ...(we > 0 ? [`Say "I" for your own part: ${countOf(we, stars.length)} spoke of "we" only.`] : []),
  ];
}

function skippedAdvice(threads: Thread[]): string[] {
  const skipped = threads.filter((thread) => thread.skipped).length;
  return skipped > 0 ? [`Go back to what you skipped: ${countOf(skipped, threads.length, 'question')}.`] : [];
}

function countOf(part: number, whole: number, noun = 'story'): string {
  const plural = noun === 'story' ? 'stories' : `${noun}s`;
  return `${part} of ${whole} ${whole === 1 ? noun : plural}`;
}

function reportedQuestion(thread: Thread): ReportedQuestion {
  const { main, turns, skipped, score, band, hintsUsed, made } = thread;
  return {
    questionId: main.id,
    text: main.text,
    type: main.type,
    domain: main.domain,
    difficulty: main.difficulty,
    skipped,
    score,
    band,
    hintsUsed,
    reference: main.rubric.reference,
    claim: main.claim,
    made: [...made],
    toWorkOn: improvementsOf(thread),
    turns: turns.map(({ question, answer, evaluation }) => ({
      questionId: question.id,
      question: question.text,
      answerId: answer?.id ?? null,
      answer: answer?.skipped ? null : (answer?.text ?? null),
      evaluation: evaluation ?? null,
    })),
  };
}

function claimsOf(state: InterviewState, threads: Thread[]): Report['claims'] {
  return state.resumePoints.map((claim) => {
    const { id, text, page, line } = claim;
    return { id, text, page, line, status: trackClaim(claim, threads) };
  });
}

function notesOf(state: InterviewState): string[] {
  const graders = new Set(state.evaluationHistory.map(({ evaluation }) => `${evaluation.gradedBy.provider} ${evaluation.gradedBy.model}`));
  const second = agreementNote(state.evaluationHistory.map(({ evaluation }) => evaluation));
  const ungraded = state.evaluationHistory.flatMap(({ evaluation }) => (evaluation.status === 'ungraded' ? [evaluation.reason] : []));
  return [
    ...(graders.size > 0 ? [`Graded by ${[...graders].join(', ')}. A practice estimate, not a hiring decision.`] : []),
    ...(second ? [second] : []),
    ...(state.settings.mode === 'practice' ? ['Practice mode: nothing was graded.'] : []),
    ...endingOf(state),
    ...[...new Set(ungraded)].map((reason) => `Left ungraded, and out of the averages: ${reason}`),
  ];
}

/** What an early end has left out; nothing where only the closing was cut short. */
function endingOf(state: InterviewState): string[] {
  if (!state.endRequested) return [];
  const [answered, planned] = [threadsOf(state).filter(wasMet).length, totalQuestions(state.plan)];
  if (answered < planned) return [`The candidate ended the interview after ${answered} of ${planned} questions.`];
  return waitingQuestion(state)?.parent ? ['The candidate ended the interview before the last follow-up.'] : [];
}

function mean(scores: number[]): number | null {
  if (scores.length === 0) return null;
  return Number((scores.reduce((left, right) => left + right, 0) / scores.length).toFixed(4));
}

function words(domain: string): string {
  return domain.replace(/-/gu, ' ');
}
