import { z } from 'zod';
import { describeError } from '../errors.ts';
import type { Completion, Llm } from '../llm/llm.ts';
import { fillPrompt, type Prompt } from '../llm/prompt-page.ts';
import { completeStructured } from '../llm/structured.ts';
import { Band, type CriterionResult, type Evaluation, type GradedBy, type GradedEvaluation, type KeyPointResult, type Span } from '../schemas/evaluation.ts';
import type { Criterion } from '../schemas/question.ts';
import { bandOf, scoreOfBands } from './bands.ts';
import { findSpan } from './evidence.ts';
import type { Grader, GradingOptions, GradingRequest } from './grader.ts';
import { gradeOffline } from './offline-grader.ts';
import { criteriaFor } from './rubric.ts';
import { ungradedEvaluation } from './ungraded.ts';

/** What the model says: bands, quotes and words. What is computed is computed here. */
const Judgement = z.object({
  criteria: z.array(z.object({ id: z.string(), band: z.number().int().min(1).max(4), quotes: z.array(z.string()) })),
  keyPoints: z.array(z.object({ id: z.string(), state: z.enum(['covered', 'partly', 'missed']), quote: z.string().nullable() })),
  strengths: z.array(z.object({ text: z.string(), quote: z.string() })),
  improvements: z.array(z.object({ text: z.string(), keyPoint: z.string().nullable() })),
  feedback: z.string(),
});
type Judgement = z.infer<typeof Judgement>;

export interface ModelGraderOptions {
  llm: Llm;
  /** Gradings of the same answer; more than one give a spread. */
  samples?: number;
  temperature?: number;
  seed?: number | null;
}

/** Where nobody sets another: lower than for questions, which may vary. */
const TEMPERATURE = 0.3;

/** What needs no model: code knows these answers, and no model can be talked out of it. */
const SETTLED_OFFLINE = new Set(['empty', 'dont_know', 'too_short', 'echo', 'instruction', 'language']);

/**
 * A grader that asks a model for bands and quotes by criterion, and computes
 * the rest: score = mean of (band - 1) / 3 over the criteria, after every band
 * above 1 without a quote that is in the answer has fallen to 1.
 *
 * Several samples give their mean, and half the distance between the lowest
 * and the highest as spread. A single grading may be one of an earlier run
 * (`gradedBy.cached`); samples never are. A failure of the model is an ungraded
 * evaluation with its reason.
 */
export function createModelGrader(options: ModelGraderOptions): Grader {
  const { llm, samples = 1 } = options;
  return {
    name: llm.name,
    async grade(request, grading = {}) {
      const offline = gradeOffline(request);
      if (isSettled(offline)) return offline;

      const criteria = criteriaFor(request.question.type, request.question.rubric);
      const prompt = promptFor(request, criteria);
      const gradedBy = provenance(options, prompt, request);
      const heard = listenTo(llm);
      try {
        const judgements: Judgement[] = [];
        for (let sample = 0; sample < samples; sample++) judgements.push(await judge({ ...options, llm: heard.llm }, prompt, sample, grading));
        const by = heard.isKept() ? { ...gradedBy, cached: true as const } : gradedBy;
        return combine(judgements.map((judgement) => evaluate(judgement, { request, criteria, offline, gradedBy: by })));
      } catch (error) {
        grading.signal?.throwIfAborted();
        const { code, message } = describeError(error);
        return ungradedEvaluation(message, gradedBy, code);
      }
    },
  };
}

/** The prompt in which a model is asked to grade; null for an answer that code knows, and no model is asked about. */
export function gradingPrompt(request: GradingRequest): Prompt | null {
  return isSettled(gradeOffline(request)) ? null : promptFor(request, criteriaFor(request.question.type, request.question.rubric));
}

function isSettled({ flags }: Evaluation): boolean {
  return flags.some((flag) => SETTLED_OFFLINE.has(flag));
}

/** The model for one grading, and whether all that it said was kept from an earlier one. */
function listenTo(llm: Llm): { llm: Llm; isKept(): boolean } {
  const heard: Completion[] = [];
  return {
    llm: {
      name: llm.name,
      endpoint: llm.endpoint,
      async complete(messages, options) {
        const completion = await llm.complete(messages, options);
        heard.push(completion);
        return completion;
      },
    },
    isKept: () => heard.length > 0 && heard.every(({ kept }) => kept),
  };
}

/** One sample. The first is shown while it comes; the only one may be a reply of before, one of several never. */
async function judge({ llm, samples = 1, temperature = TEMPERATURE, seed }: ModelGraderOptions, { messages }: Prompt, sample: number, { signal, onFeedback }: GradingOptions): Promise<Judgement> {
  const { value } = await completeStructured(llm, messages, {
    name: 'evaluation',
    schema: Judgement,
    temperature,
    // Each sample has a seed of its own, or all of them would be one.
    ...(seed === null || seed === undefined ? {} : { seed: seed + sample }),
    signal,
    reusable: samples === 1,
    ...(onFeedback && sample === 0 ? { watch: { field: 'feedback', onText: onFeedback } } : {}),
  });
  return value;
}

function promptFor({ question, answer, resumeLines = [] }: GradingRequest, criteria: Criterion[]): Prompt {
  const { text, type, domain, rubric } = question;
  const points = rubric.keyPoints.map(({ id, text: point, weight }) => `- ${id} (weight ${weight}): ${point}`);
  return fillPrompt('evaluation', {
    words: {
      type,
      domain,
      question: text,
      reference: rubric.reference ?? 'There is none: many answers can be right.',
      keyPoints: points.length > 0 ? points.join('\n') : 'There are none.',
      criteria: criteria.map(describeCriterion).join('\n'),
      ...(resumeLines.length === 0 ? { resumeLines: 'There are none.' } : {}),
    },
    material: { answer, ...(resumeLines.length > 0 ? { resumeLines: resumeLines.join('\n') } : {}) },
  });
}

function describeCriterion({ id, name, anchors }: Criterion): string {
  const rows = ([1, 2, 3, 4] as const).map((band) => `  ${band}: ${anchors[band]}`);
  return [`- ${id} (${name})`, ...rows].join('\n');
}

function provenance({ llm, samples = 1, temperature = TEMPERATURE, seed = null }: ModelGraderOptions, prompt: Prompt, request: GradingRequest): GradedBy {
  const { provider, model } = llm.endpoint;
  return { provider, model, promptHash: prompt.hash, packHash: request.question.packHash ?? null, temperature, seed, samples };
}

interface Parts {
  request: GradingRequest;
  criteria: Criterion[];
  /** Similarity, relevance, tone and story are counted from the words, whoever grades. */
  offline: Evaluation;
  gradedBy: GradedBy;
}

/** One judgement, held to its quotes, with everything that is computed from it. */
function evaluate(judgement: Judgement, { request, criteria, offline, gradedBy }: Parts): GradedEvaluation {
  let dropped = 0;
  const find = (quote: string | null): Span | undefined => {
    const span = quote ? findSpan(request.answer, quote) : undefined;
    if (quote && !span) dropped += 1;
    return span;
  };
  const judged = criteria.map(({ id }) => criterionResult(id, judgement, find));
  const keyPoints = keyPointResults(request, judgement, find);
  const strengths = judgement.strengths.flatMap(({ text, quote }) => {
    const span = find(quote);
    return span ? [{ text, span }] : [];
  });
  const score = round(scoreOfBands(judged.map(({ band }) => band)));
  return {
    status: 'graded',
    score,
    band: bandOf(score),
    criteria: judged,
    keyPoints,
    strengths,
    improvements: judgement.improvements.map(({ text, keyPoint }) => ({ text, ...(keyPoint ? { keyPoint } : {}) })),
    feedback: judgement.feedback,
    ...(offline.star ? { star: offline.star } : {}),
    flags: [],
    completeness: completenessOf(keyPoints, score),
    relevance: offline.relevance ?? 0,
    similarity: offline.similarity ?? 0,
    sentiment: offline.sentiment ?? 0,
    confidence: 1,
    spread: 0,
    dropped,
    gradedBy,
  };
}

/** A criterion that the model forgot, or whose quotes are not in the answer, is band 1: nothing speaks for it. */
function criterionResult(id: string, { criteria }: Judgement, find: (quote: string) => Span | undefined): CriterionResult {
  const judged = criteria.find((one) => one.id === id);
  const spans = (judged?.quotes ?? []).flatMap((quote) => find(quote) ?? []);
  return { id, band: spans.length > 0 ? Band.parse(judged?.band) : 1, spans };
}

function keyPointResults({ question }: GradingRequest, { keyPoints }: Judgement, find: (quote: string | null) => Span | undefined): KeyPointResult[] {
  return question.rubric.keyPoints.map(({ id, text, weight }) => {
    const judged = keyPoints.find((one) => one.id === id);
    const span = judged && judged.state !== 'missed' ? find(judged.quote) : undefined;
    return span && judged ? { id, text, weight, state: judged.state, span } : { id, text, weight, state: 'missed' };
  });
}

function completenessOf(keyPoints: KeyPointResult[], score: number): number {
  const total = keyPoints.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return score;
  const found = keyPoints.reduce((sum, { weight, state }) => sum + weight * { covered: 1, partly: 0.5, missed: 0 }[state], 0);
  return round(found / total);
}

/**
 * The sample nearest to the mean speaks for all, of two the lower one: its
 * bands by criterion, quotes and words stand under their mean score, the band
 * of that mean and their spread. `samples` keeps the scores, so that mean and
 * speaker can be told apart.
 */
function combine(samples: GradedEvaluation[]): GradedEvaluation {
  const scores = samples.map(({ score }) => score);
  const mean = round(scores.reduce((left, right) => left + right, 0) / scores.length);
  const spread = round((Math.max(...scores) - Math.min(...scores)) / 2);
  // Rounded, so that of two that are as near the lower speaks, and not the one that rounding has moved.
  const distance = ({ score }: GradedEvaluation) => Math.round(Math.abs(score - mean) * 1000);
  const [nearest] = [...samples].sort((left, right) => distance(left) - distance(right) || left.score - right.score);
  if (!nearest) throw new Error('There is no sample to combine.');
  if (scores.length === 1) return nearest;
  return { ...nearest, score: mean, band: bandOf(mean), spread, samples: scores, confidence: round(1 - Math.min(1, 2 * spread)) };
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
