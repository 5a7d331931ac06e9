import { agreementOf, type GoldAgreement, type GradedItem, type Spread, spreadOf } from './calibration-agreement.ts';
import { type FalseHigh, falseHighOf, type FloorRow, floorTable, type GradedFloor } from './calibration-floor.ts';
import type { CalibrationItem } from './calibration-gold.ts';
import { type CalibrationVerdict, judgeCalibration } from './calibration-verdict.ts';
import { type FloorAnswer, makeFloorSuite } from './floor-suite.ts';
import type { Grader, GradingRequest } from './grader.ts';

export interface CalibrationReport {
  grader: string;
  /** Of the packs' gold, of its parts, and of gold of one's own. */
  agreement: { packs: GoldAgreement; tuned: GoldAgreement; heldOut: GoldAgreement; own: GoldAgreement };
  floor: FloorRow[];
  falseHigh: FalseHigh;
  /** Null with one run. */
  spread: Spread | null;
  answers: number;
  seconds: number;
  answersPerSecond: number;
  /** US dollars; null where it is not known. */
  cost: number | null;
  verdict: CalibrationVerdict;
}

export interface CalibrationTools {
  grader: Grader;
  /** How often the gold answers are graded. */
  runs: number;
  /** Milliseconds of a clock that only goes on. */
  clock(): number;
  /** US dollars that the grader has cost so far; null where nobody knows. */
  spent(): number | null;
  /** After each grade; `total` is near to how many there will be. Waited for, so that a screen has its turn. */
  onProgress?(done: number, total: number): Promise<void> | void;
}

/** gold and floor -> grades -> agreement, false-high rate, spread -> verdict. */
export async function calibrate(
  gold: readonly CalibrationItem[],
  floorQuestions: readonly GradingRequest['question'][],
  tools: CalibrationTools,
): Promise<CalibrationReport> {
  // The wordings that the offline grader was not tuned on.
  const suite = makeFloorSuite(floorQuestions, 'heldOut');
  const counted = countGrades(tools, gold.length * tools.runs + suite.length);
  const items = await gradeGold(gold, counted.grade, tools.runs);
  const floor = floorTable(await gradeFloor(suite, counted.grade));

  const of = (...origins: CalibrationItem['origin'][]): GoldAgreement => agreementOf(items.filter(({ item }) => origins.includes(item.origin)));
  const agreement = { packs: of('tuned', 'heldOut'), tuned: of('tuned'), heldOut: of('heldOut'), own: of('own') };
  const [falseHigh, spread] = [falseHighOf(floor), spreadOf(items)];
  const { answers, seconds } = counted.totals();
  return {
    grader: tools.grader.name,
    agreement,
    floor,
    falseHigh,
    spread,
    answers,
    seconds,
    answersPerSecond: answers / Math.max(seconds, 1e-9),
    cost: tools.spent(),
    verdict: judgeCalibration({ ...agreement, falseHigh, spread }),
  };
}

type Grade = (request: GradingRequest) => Promise<{ band: GradedItem['runs'][number]['band']; score: number | null }>;

function countGrades({ grader, clock, onProgress }: CalibrationTools, total: number): { grade: Grade; totals(): { answers: number; seconds: number } } {
  let [answers, milliseconds] = [0, 0];
  return {
    async grade(request) {
      const started = clock();
      const { band, score } = await grader.grade(request);
      milliseconds += clock() - started;
      answers++;
      await onProgress?.(answers, total);
      return { band, score };
    },
    totals: () => ({ answers, seconds: milliseconds / 1000 }),
  };
}

async function gradeGold(gold: readonly CalibrationItem[], grade: Grade, runs: number): Promise<GradedItem[]> {
  const items: GradedItem[] = gold.map((item) => ({ item, runs: [] }));
  // Run after run, not answer after answer: a provider's drift over the minutes is part of the spread.
  for (let run = 0; run < runs; run++) {
    for (const { item, runs: own } of items) own.push(await grade(item.request));
  }
  return items;
}

async function gradeFloor(suite: readonly FloorAnswer[], grade: Grade): Promise<GradedFloor[]> {
  const graded: GradedFloor[] = [];
  let question: GradingRequest['question'] | undefined;
  let known = new Map<string, Awaited<ReturnType<Grade>>>();
  const once = async (request: GradingRequest) => {
    // The suite goes question by question, and most of its answers are made from the same reference.
    if (request.question !== question) known = new Map();
    question = request.question;
    const result = known.get(request.answer) ?? (await grade(request));
    known.set(request.answer, result);
    return result;
  };
  for (const answer of suite) {
    const { score, band } = await once(answer.request);
    const plain = answer.plain === undefined ? null : await once({ ...answer.request, answer: answer.plain });
    graded.push({ answer, score, band, plainScore: plain?.score ?? null });
  }
  return graded;
}
