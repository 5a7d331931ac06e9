import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/interview/agents/report.ts';
import { PROMPTED_WORTH, threadsOf, type Thread } from '../../src/interview/threads.ts';
import { reportAsMarkdown } from '../../src/reports/markdown.ts';
import { reportAsText } from '../../src/reports/text.ts';
import type { AskedQuestion, InterviewState } from '../../src/schemas/interview.ts';
import type { Claim } from '../../src/schemas/resume.ts';
import { askedFromPack, followUpTo, gradedThread } from '../helpers/graded-thread.ts';
import { askedQuestion, gradedEvaluation } from '../helpers/states.ts';

const paging = askedFromPack('sql-keyset-pagination');
const skipped = followUpTo(paging, 'offset-reads-all');
const FULL =
  'With a big offset the server still fetches all those rows in order and throws them away, so it gets slower and slower. If rows are inserted between two requests, entries appear twice. I would use keyset pagination: the client sends the last created_at and id, and I ask for where (created_at, id) < (?, ?) order by both limit 20. With an index on both each page costs the same, and the id breaks ties. You can only go to next and previous, not to page 57.';
const VAGUE = 'Databases are slow when tables are large, so I would add more memory to the server and look at the plan.';

const conflict = askedFromPack('behavioral-conflict-colleague');
const TEAM = 'In my last team there was a conflict with our tester about blocked releases in March. We talked about it in a meeting and we changed how we worked together.';
const OWN = 'I asked her for an hour in private and listened first, because the tone in the tickets was getting worse. Then I wrote down what blocks a release, sent it to her, and changed it after her comments.';
const RESULT = 'In the end we had one dispute in four months instead of three a month, and the releases left on time.';

function threadOf(state: InterviewState): Thread {
  const [thread] = threadsOf(state);
  if (!thread) throw new Error('There is a thread.');
  return thread;
}

describe('what is said after a follow-up', () => {
  it.each<[string, [AskedQuestion, string][], { least: number; most: number }]>([
    ['counts in full where the whole answer comes then', [[paging, VAGUE], [skipped, FULL]], { least: 0.8, most: 1 }],
    ['changes nothing where it says nothing', [[paging, VAGUE], [skipped, 'I do not know.']], { least: 0, most: 0.35 }],
    ['changes nothing where it repeats what was said', [[paging, VAGUE], [skipped, VAGUE]], { least: 0, most: 0.35 }],
    ['takes nothing away from a full answer', [[paging, FULL], [skipped, VAGUE]], { least: 0.9, most: 1 }],
    ['puts a story together from its parts', [[conflict, TEAM], [followUpTo(conflict, 'own-action'), OWN], [followUpTo(conflict, 'result'), RESULT]], { least: 0.7, most: 1 }],
  ])('%s', (_, turns, { least, most }) => {
    const score = threadOf(gradedThread(...turns)).score ?? -1;
    expect(score).toBeGreaterThanOrEqual(least);
    expect(score).toBeLessThanOrEqual(most);
  });

  it('counts a little less than what came unprompted, by the published factor', () => {
    const { score, whole } = threadOf(gradedThread([paging, VAGUE], [skipped, FULL]));
    expect(score).toBeCloseTo((whole?.score ?? 0) * PROMPTED_WORTH, 4);
  });

  it('is graded by nobody else than who gave the grades: a model is not asked a second time, and grades do not mix', () => {
    const state = gradedThread([paging, VAGUE], [skipped, FULL]);
    const gradedBy = { ...gradedEvaluation().gradedBy, provider: 'openai', model: 'gpt-4o' };
    const byModel = { ...state, evaluationHistory: state.evaluationHistory.map((entry) => ({ ...entry, evaluation: { ...entry.evaluation, gradedBy } })) };
    expect(threadOf(state).whole).not.toBeNull();
    expect(threadOf(byModel).whole).toBeNull();
    expect(threadOf(byModel).made).toContain('offset-reads-all');
  });
});

describe('the report of a question with follow-ups', () => {
  const state = gradedThread([paging, VAGUE], [skipped, FULL]);
  const { made } = threadOf(state);
  const points = paging.rubric.keyPoints.filter(({ id }) => made.has(id)).map(({ text }) => text);

  it('advises nothing that was said later', () => {
    expect(points.length).toBeGreaterThanOrEqual(4);
    const report = buildReport(state);
    const advice = [...report.weaknesses.map(({ text }) => text), ...(report.questions[0]?.toWorkOn ?? [])].join('\n');
    expect(points.filter((text) => advice.includes(text))).toEqual([]);
  });

  it.each([
    ['text', reportAsText],
    ['Markdown', reportAsMarkdown],
  ] as const)('lists nothing as missing in %s that was said later', (_, write) => {
    const text = write(buildReport(state)).replace(/\s+/gu, ' ');
    const missing = points.filter((point) => new RegExp(`(?:missed|partly|missed most|this before anything else|Add this): ${point}`, 'u').test(text));
    expect(missing).toEqual([]);
  });

  it('counts a story once, with all of its parts', () => {
    const told = buildReport(gradedThread([conflict, TEAM], [followUpTo(conflict, 'own-action'), OWN], [followUpTo(conflict, 'result'), RESULT]));
    expect(told.recommendations.join(' ')).not.toMatch(/had no result|spoke of "we" only/u);
    const untold = buildReport(gradedThread([conflict, TEAM], [followUpTo(conflict, 'own-action'), OWN]));
    expect(untold.recommendations.join(' ')).not.toMatch(/of 2 stories/u);
  });

  it('takes a claim for defended where the story is whole after the follow-up', () => {
    const claim: Claim = { id: 'c1', text: 'Cut the p99 latency of the tracking API.', page: 1, line: 2, status: 'untouched', action: null, skills: [], numbers: [], entry: null };
    const keyPoints = (['action', 'ownership', 'result', 'number'] as const).map((shownBy) => ({ id: shownBy, text: `Tells the ${shownBy}`, weight: 1, also: [], shownBy }));
    const cited = { id: claim.id, text: claim.text, page: 1, line: 2 };
    const main = askedQuestion({ type: 'resume', intent: 'resume', domain: 'resume', text: `Your resume says: "${claim.text}" How did that come about?`, claim: cited, rubric: { reference: null, keyPoints }, followUps: [] });
    const team = 'We did that as a team, and it was a lot of work on the tracking API.';
    const own = 'I profiled the tracking API and found that almost all the time went into single lookups. I wrote a covering index for the scans and rolled it out behind a flag, because nobody knew the load. The p99 latency went from 1,800 to 240 milliseconds.';
    const stated = (...turns: [AskedQuestion, string][]) => buildReport({ ...gradedThread(...turns), resumePoints: [claim] }).claims.map(({ status }) => status);
    expect(stated([main, team])).toEqual(['shaky']);
    expect(stated([main, team], [followUpTo(main, 'action'), own])).toEqual(['defended']);
  });
});
