import { describe, expect, it } from 'vitest';
import { nextProbe } from '../../src/interview/gate.ts';
import { partsLacking } from '../../src/interview/story-parts.ts';
import { threadOf } from '../../src/interview/threads.ts';
import { readWording } from '../../src/interview/wording.ts';
import { loadBuiltInPacks } from '../../src/packs/load.ts';
import { askedFromPack, followUpTo, gradedThread, packQuestion } from '../helpers/graded-thread.ts';
import { askedQuestion } from '../helpers/states.ts';

const conflict = askedFromPack('behavioral-conflict-colleague');
const rubric = { reference: null, keyPoints: readWording().rubrics.resume.keyPoints };
const resume = askedQuestion({ type: 'resume', intent: 'resume', domain: 'resume', text: 'Your resume says: "Moved the tracking service from one application to six." What was your own part in that?', rubric, followUps: readWording().rubrics.resume.followUps });

const TEAM = 'In March our team argued with the testers about blocked releases. We sat down with them for an hour, we wrote a list of what blocks a release, and we changed it together. In the end we had one dispute in four months instead of three a month.';
const NO_END = 'In March I argued with our tester about blocked releases, and it got personal in the tickets. I asked her for an hour in private and listened first. Then I wrote a list of what blocks a release and sent it to her.';
const WHOLE = `${NO_END} In the end we had one dispute in four months instead of three a month, and the releases left on time.`;
const OWN = 'I wrote the list myself, I asked the testers for an hour, and I changed it after their comments, because they are the ones who are called at night.';

const lacking = (probe: ReturnType<typeof nextProbe>) => (probe?.kind === 'follow_up' && 'lacking' in probe.ask ? probe.ask.lacking : null);

describe('a story', () => {
  it.each([
    ['of a team alone is asked what the candidate did', conflict, TEAM, 'ownAct'],
    ['of a team behind a line of the resume is asked the same', resume, TEAM, 'ownAct'],
    ['of a team that tells nothing else is asked what the candidate did', resume, 'We did that as a team. It was a lot of work and in the end it was a success.', 'ownAct'],
    ['without an end is asked what came of it', conflict, NO_END, 'result'],
    ['without an end behind a line of the resume is asked the same', resume, NO_END, 'result'],
    ['that tells both is asked neither', conflict, WHOLE, null],
    ['that is no story at all is no matter for it', { ...conflict, type: 'situational' as const }, TEAM, null],
  ])('%s', (_, main, answer, part) => {
    expect(lacking(nextProbe(gradedThread([main, answer])))).toBe(part);
  });

  it('is not asked for what its grader has found in it', () => {
    const state = gradedThread([conflict, NO_END]);
    const criteria = [{ id: 'result', band: 3 as const, spans: [] }];
    const byModel = { ...state, evaluationHistory: state.evaluationHistory.map((entry) => ({ ...entry, evaluation: { ...entry.evaluation, criteria } })) };
    expect(lacking(nextProbe(byModel))).toBeNull();
  });

  it('is asked for each part once, whatever comes', () => {
    const first = nextProbe(gradedThread([conflict, TEAM]));
    if (first?.kind !== 'follow_up') throw new Error('A follow-up comes next.');
    const second = nextProbe(gradedThread([conflict, TEAM], [followUpTo(conflict, first.keyPoint), 'We all did it together, we talked about it in the team and we wrote the list.']));
    expect(lacking(second)).not.toBe('ownAct');
  });

  it('is asked for its end after its own part, and no more than twice', () => {
    const untold = TEAM.replace(/ In the end.*$/u, '');
    const own = followUpTo(conflict, 'own-action');
    expect(lacking(nextProbe(gradedThread([conflict, untold])))).toBe('ownAct');
    expect(lacking(nextProbe(gradedThread([conflict, untold], [own, OWN])))).toBe('result');
    expect(nextProbe(gradedThread([conflict, untold], [own, OWN], [followUpTo(conflict, 'result'), 'It was better.']))).toBeUndefined();
  });

  it('of band 4 in the packs is hardly ever asked for either', () => {
    const questions = loadBuiltInPacks().flatMap(({ pack }) => pack.questions.filter(({ type }) => type === 'behavioral'));
    const told = questions.flatMap(({ id, gold }) => gold.filter(({ band }) => band === 4).map(({ answer }) => [askedFromPack(id), answer] as const));
    const asked = told.filter(([main, answer]) => partsLacking(threadOf(gradedThread([main, answer]), { ...main, id: 'q1' })).length > 0);
    expect(told.length).toBeGreaterThan(30);
    expect(asked.length / told.length).toBeLessThan(0.1);
  });

  it('keeps the key points of its question in what is asked further', () => {
    const probe = nextProbe(gradedThread([conflict, TEAM]));
    expect(packQuestion('behavioral-conflict-colleague').keyPoints.map(({ id }) => id)).toContain(probe?.kind === 'follow_up' ? probe.keyPoint : '');
  });
});
