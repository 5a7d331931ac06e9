import { describe, expect, it } from 'vitest';
import { FLOOR_LIMITS, type FloorKind, makeFloorSuite } from '../../src/grading/floor-suite.ts';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { gradeTold, readToldAnswers, toldAgreement, toldRequest, type ToldAnswer } from '../measure/told-answers.ts';
import { mean } from '../../src/grading/calibration-statistics.ts';

const answers = readToldAnswers();
const ask = (claim: string, question: string) => (answer: string) => {
  const text = `I read on page 1, line 4 of your resume: "${claim}" ${question}`;
  const told: ToldAnswer = { kind: 'resume', question: text, claim, answer, band: 1, note: 'made here', heldOut: false };
  return gradeOffline(toldRequest(told));
};

describe('told answers with the band that a reader gave them', () => {
  it('are met exactly in five of six, and never missed by two bands', () => {
    const { exact, adjacent, off } = toldAgreement(gradeTold(answers.filter(({ heldOut }) => !heldOut)));
    expect({ enough: exact >= 20, all: exact + adjacent, off }).toEqual({ enough: true, all: 24, off: 0 });
  });

  it('are met in half of those held out, and one in sixteen at most is missed by two bands', () => {
    const { exact, adjacent, off } = toldAgreement(gradeTold(answers.filter(({ heldOut }) => heldOut)));
    expect(exact + adjacent + off).toBe(16);
    expect(exact).toBeGreaterThanOrEqual(8);
    expect(off).toBeLessThanOrEqual(1);
  });
});

describe('at the floor, a question about the candidate', () => {
  // What is made from a reference needs one; these questions have none, so only kinds without it are looked at.
  const questions = answers.filter(({ heldOut }) => !heldOut).map((answer) => toldRequest(answer).question);
  const suite = makeFloorSuite(questions.map((question) => ({ ...question, rubric: { ...question.rubric, reference: 'Kafka keeps a log.' } })));
  const meanOf = (type: string, kind: FloorKind): number =>
    mean(suite.filter((one) => one.kind === kind && one.request.question.type === type).map(({ request }) => gradeOffline(request).score ?? 0));

  it.each(['intro', 'resume'])('gives nothing for nothing: %s', (type) => {
    for (const kind of ['empty', 'dont_know', 'one_word', 'echo', 'instruction'] as const) expect(meanOf(type, kind)).toBeLessThanOrEqual(0.1);
  });

  it.each(['intro', 'resume'])('keeps the limit of the packs for a life beside work and for phrases: %s', (type) => {
    expect(FLOOR_LIMITS.off_topic).toEqual({ atMost: 0.15 });
    expect(meanOf(type, 'off_topic')).toBeLessThanOrEqual(0.15);
  });
});

describe('a question what one would do today', () => {
  const evaluate = ask('Moved the order archive to MongoDB', 'What would you do differently today?');

  it('takes "I would" beside what happened for what was learnt', () => {
    const { score, feedback } = evaluate(
      "I'd take the database we had. We picked the new one because the schema changed each week, and a year later every report needed a join that I then wrote by hand. I'd also import in one evening with the shop closed.",
    );
    expect(score).toBeGreaterThan(0.5);
    expect(feedback).not.toMatch(/in general/);
  });

  it('has no use for good advice', () => {
    expect(evaluate('I would plan it better and I would communicate more. I would also pay more attention to quality from the first day on.').band).toBe(1);
  });
});

it('knows what was done for a line of the resume though it shares no word with it', () => {
  const { flags, band } = ask('Rescued the seating planner of a theatre', 'Tell me how that went.')(
    'Two queries ran without an index, and I added both. Then I rewrote the loop that locked each row, and tested it with a dump of the last premiere. It took 3 seconds instead of 50.',
  );
  expect(flags).not.toContain('off_topic');
  expect(band).toBeGreaterThanOrEqual(3);
});

it('does not take the quoted line for something told', () => {
  const claim = 'Cut nightly batch from 6 hours to 50 minutes';
  expect(ask(claim, 'What did you change to get there?')(`You mean: "${claim}". I would have to look it up, that was at my last company.`).band).toBe(1);
});

describe('a question about a line of the resume', () => {
  const grade = ask('Ran daily operations, staffing and budget of a restaurant with 120 seats', 'How did that come about?');

  it('is not answered by a lesson on something else', () => {
    const { score, flags } = grade('A p-value is the probability that the null hypothesis is true, so a value below 0.05 means that the effect is real and the test was significant.');
    expect(flags).toContain('off_topic');
    expect(score).toBeLessThanOrEqual(0.1);
  });

  it.each(['The staffing was the hard part: two of the cooks left, and the shifts had to be planned anew each week.', 'Cut the waste by a third with a weekly order list. Moved the shifts to a shared calendar.'])(
    'may be answered in the words of a resume: %s',
    (answer) => {
      expect(grade(answer).flags).not.toContain('off_topic');
    },
  );
});
