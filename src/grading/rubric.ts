import type { Criterion, QuestionType, Rubric } from '../schemas/question.ts';

/**
 * The types of pack questions, and two that an interview asks beside them: about
 * the person (`intro`) and about a line of the resume. These two have no
 * reference: they are graded on what a told experience holds.
 */
export type GradedType = QuestionType | 'intro' | 'resume';

/** The criteria of a question: its own, or the ones of its type. */
export function criteriaFor(type: GradedType, rubric: Pick<Rubric, 'criteria'>): Criterion[] {
  return rubric.criteria?.length ? rubric.criteria : DEFAULT_CRITERIA[type];
}

function criterion(id: string, name: string, poor: string, mixed: string, good: string, excellent: string): Criterion {
  return { id, name, anchors: { 1: poor, 2: mixed, 3: good, 4: excellent } };
}

const clarity = criterion(
  'clarity',
  'Clarity',
  'Cannot be followed: loose words, or an order in which nothing leads to the next.',
  'The point can be guessed, but the listener has to put it together.',
  'Whole sentences in a sensible order; a listener gets the point the first time.',
  'Leads with the point, builds on it in order, and each sentence adds something.',
);

const relevance = criterion(
  'relevance',
  'Relevance',
  'Does not answer the question that was asked.',
  'Starts from the question and drifts away from it.',
  'Answers the question, with some detail that does not serve it.',
  'Answers exactly what was asked, and what it tells serves the answer.',
);

const situation = criterion(
  'situation',
  'Situation and task',
  'No real case: general opinion, or nothing to place the story in.',
  'A case is named, but when, where or what was at stake stays open.',
  'It is clear what was going on and what had to be reached.',
  'Setting, stakes and own task are clear in a few sentences.',
);

const ownership = criterion(
  'ownership',
  'Ownership',
  'It cannot be told what the candidate did.',
  'Mostly "we"; the own part has to be guessed.',
  'The own part is clear, with some steps left to the group.',
  'Says plainly what was decided and done by the candidate, and what by others.',
);

const action = criterion(
  'action',
  'Action',
  'No steps taken are told.',
  'One step, or steps named without how or why.',
  'Several concrete steps, at least one with its reason.',
  'Concrete steps in order, with the reasons and with what was weighed against them.',
);

const result = criterion(
  'result',
  'Result and learning',
  'The story has no end.',
  'An end without proof: "it went well".',
  'A concrete outcome.',
  'A concrete outcome that is measured, or that led to a change in how the candidate works.',
);

const DEFAULT_CRITERIA: Record<GradedType, Criterion[]> = {
  technical: [
    criterion(
      'correctness',
      'Correctness',
      'Nothing that is right and to the point, or the opposite of what is true.',
      'The direction is right; much is vague, or a central statement is wrong.',
      'What is said is right, with a small slip or loose wording at most.',
      'Everything that is said is right and precise.',
    ),
    criterion(
      'completeness',
      'Completeness',
      'None of the points that matter.',
      'Some of the points; a central one is missing.',
      'The central points; a lesser one is missing.',
      'All points that matter for this question.',
    ),
    clarity,
  ],
  situational: [
    criterion(
      'judgement',
      'Judgement',
      'No course of action, or one that would do harm.',
      'A course of action without weighing, or one that misses the main risk.',
      'A sound course of action that sees the main risk.',
      'A sound course of action that weighs alternatives and says what would change it.',
    ),
    criterion(
      'completeness',
      'Completeness',
      'None of the steps that matter.',
      'Some of the steps; a central one is missing.',
      'The central steps; a lesser one is missing.',
      'All steps that matter, people and follow-up included.',
    ),
    clarity,
  ],
  behavioral: [situation, ownership, action, result],
  intro: [
    relevance,
    criterion(
      'specificity',
      'Specificity',
      'Could be said by anyone.',
      'A role or a field is named, without anything done in it.',
      'Roles and work are named, with one detail of what was done.',
      'Concrete work with its outcome, and where it points next.',
    ),
    clarity,
  ],
  resume: [relevance, ownership, action, result],
};
