import type { GradedEvaluation } from '../../schemas/evaluation.ts';
import { BAND_STARTS } from '../../grading/bands.ts';
import { criteriaFor, type GradedType } from '../../grading/rubric.ts';
import { printable, printableLine } from '../../printable.ts';
import { wrapText } from '../../reports/text.ts';
import { BAND_WORDS, FLAG_WORDS, scoreWords, secondOpinion } from '../../reports/words.ts';
import type { PreparedCase } from '../prepared-case.ts';
import type { ScoredCase } from '../result.ts';
import { WIDTH } from './columns.ts';
import { POINT_MARKS } from './evidence-text.ts';

/** How a score came about: the answer, the rules that fired, key points and criteria with their spans, and what was asked. */
export function* explainCase(one: ScoredCase, { request }: PreparedCase): Generator<string> {
  const { evaluation } = one;
  yield `${printableLine(one.id)}: ${scoreWords(evaluation)}`;
  yield `${one.source.file}:${one.source.line}, ${one.type}, ${printableLine(one.domain)}`;
  yield* block('Question', [one.question]);
  yield* block('Answer', [one.answer === '' ? '(empty)' : one.answer]);
  yield* block('Rules that fired', evaluation.flags.map((flag) => `${flag}: ${FLAG_WORDS[flag]}`), 'none');
  yield* block('Key points', evaluation.keyPoints.map(({ state, id, text, weight, span }) => `${POINT_MARKS[state]} ${id} (weight ${weight}) ${text}${quoted(span)}`), 'none are given');
  const anchors = new Map(criteriaFor(one.type as GradedType, request.question.rubric).map((criterion) => [criterion.id, criterion]));
  yield* block(
    'Criteria',
    evaluation.criteria.map(({ id, band, spans }) => `${anchors.get(id)?.name ?? id}: ${band} ${BAND_WORDS[band]}. ${anchors.get(id)?.anchors[band] ?? ''}${spans.map(quoted).join('')}`),
  );
  if (evaluation.status === 'graded') yield* block('Numbers', numberLines(evaluation));
  if (evaluation.second) yield* block('Second grader', secondLines(evaluation));
  yield* block('Asked', one.reasons.length > 0 ? one.reasons : [one.passed === null ? 'nothing is asked of this case' : 'everything that was asked is met']);
  const { provider, model, packHash, cached } = evaluation.gradedBy;
  yield* block('Graded by', [`${provider} ${model}${cached ? ', a reply from the cache' : ''}${packHash ? `, pack ${packHash.slice(0, 12)}` : ''}${evaluation.dropped > 0 ? `; ${evaluation.dropped} claims without evidence were dropped` : ''}`]);
}

function* block(title: string, items: string[], none?: string): Generator<string> {
  if (items.length === 0 && none === undefined) return;
  yield '';
  yield title;
  for (const item of items.length > 0 ? items : [none ?? '']) yield* wrapText(printable(item), WIDTH, '  ').split('\n');
}

/** What the other one says, and by which rule the two agree. */
function secondLines(evaluation: ScoredCase['evaluation']): string[] {
  return [secondOpinion(evaluation) ?? '', ...(evaluation.agreement ? ['Two graders agree where both give the same band. The score is the first one\'s.'] : [])];
}

function numberLines({ completeness, relevance, similarity, confidence, spread, samples, gradedBy }: GradedEvaluation): string[] {
  // One sample of a model says nothing of how far it would differ from another.
  const isMeasured = gradedBy.provider === 'offline' || samples !== undefined;
  return [
    `completeness ${completeness}, relevance ${relevance}, similarity ${similarity}, ${isMeasured ? `confidence ${confidence}, spread ${spread}` : 'confidence and spread not measured with one sample'}`,
    ...(samples ? [`The score is the mean of ${samples.join(', ')}; criteria, key points and words are those of the sample nearest to it.`] : []),
    `Bands begin at ${Object.entries(BAND_STARTS).map(([band, start]) => `${band}: ${start}`).join(', ')}.`,
  ];
}

function quoted(span: { text: string; start: number; end: number } | undefined): string {
  return span ? ` "${span.text}" [${span.start}-${span.end}]` : '';
}
