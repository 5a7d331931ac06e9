import { z } from 'zod';
import { Author } from './author.ts';
import { Evaluation } from './evaluation.ts';
import { Difficulty, FollowUp, QuestionType, Rubric } from './question.ts';
import { Report } from './report.ts';
import { Claim, ResumeSummary } from './resume.ts';

export const Status = z.enum(['preparing', 'ready', 'in_progress', 'completed', 'cancelled']);
export type Status = z.infer<typeof Status>;

export const Phase = z.enum(['greeting', 'intro_question', 'resume_point', 'technical_question', 'closing', 'report']);
export type Phase = z.infer<typeof Phase>;

export const Round = z.enum(['welcome', 'intro', 'resume_discussion', 'technical_deep_dive', 'completed']);
export type Round = z.infer<typeof Round>;

export const Mode = z.enum(['coach', 'real', 'practice']);
export type Mode = z.infer<typeof Mode>;

export const NextAction = z.enum(['generate_question', 'evaluate', 'complete', 'wait']);
export type NextAction = z.infer<typeof NextAction>;

/** What the interviewer wants with the next thing it says. */
export const Intent = z.enum([
  'greet',
  'explain',
  'intro',
  'resume',
  'technical',
  'behavioral',
  'situational',
  'follow_up',
  'redirect',
  'close',
]);
export type Intent = z.infer<typeof Intent>;

/** A resume passage found for the next question. */
export const ResumePassage = z.object({
  chunk: z.number().int(),
  section: z.string(),
  entry: z.string().nullable(),
  text: z.string(),
  score: z.number(),
});
export type ResumePassage = z.infer<typeof ResumePassage>;

/** A claim, as a question cites it. */
export const CitedClaim = Claim.pick({ id: true, text: true, page: true, line: true });
export type CitedClaim = z.infer<typeof CitedClaim>;

/** A question as it was asked, with all that grading needs: a pack may change or vanish later. */
export const AskedQuestion = z.object({
  /** `q1`, `q2`... in the order of asking. */
  id: z.string(),
  intent: Intent,
  /** Greeting, explanation and closing are conversation; the rest is graded. */
  type: z.enum([...QuestionType.options, 'intro', 'resume', 'conversation']),
  text: z.string(),
  domain: z.string(),
  difficulty: Difficulty,
  rubric: Rubric,
  followUps: z.array(FollowUp),
  hints: z.array(z.string()),
  /** The pack question it came from. */
  source: z.object({ id: z.string(), version: z.number().int(), pack: z.string(), packHash: z.string() }).nullable(),
  claim: CitedClaim.nullable(),
  /** The main question that this one belongs to, for follow-ups and redirects. */
  parent: z.string().nullable(),
  /** For follow-ups: the key point asked for. */
  keyPoint: z.string().nullable(),
  /** The models whose words it has; left out where the words are ours or the pack's. */
  wordedBy: Author.optional(),
  cleanedBy: Author.optional(),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

export const Answer = z.object({
  /** `a1`, `a2`... in the order of answering. */
  id: z.string(),
  questionId: z.string(),
  text: z.string(),
  skipped: z.boolean(),
  /** From 1; a retry of the same question counts up, and the last attempt counts. */
  attempt: z.number().int().positive(),
  hintsUsed: z.number().int().min(0),
  mode: z.enum(['text', 'voice']),
});
export type Answer = z.infer<typeof Answer>;

export const Message = z.object({
  role: z.enum(['interviewer', 'candidate', 'system']),
  content: z.string(),
  questionId: z.string().nullable(),
  answerId: z.string().nullable(),
});
export type Message = z.infer<typeof Message>;

/** A candidate's disagreement with a grade, with the band they think right. */
export const Disagreement = z.object({ answerId: z.string(), band: z.number().int().min(1).max(4), comment: z.string() });
export type Disagreement = z.infer<typeof Disagreement>;

export const Settings = z.object({
  /** Main questions: greeting, follow-ups and closing do not count. */
  questions: z.number().int().min(1).max(50),
  mode: Mode,
  seed: z.number().int(),
  startDifficulty: Difficulty,
  /** Ids of pack questions that earlier interviews asked, newest first. */
  askedBefore: z.array(z.string()),
  /** The packs that were named for it, by absolute path or by id, so that going on needs no flags. */
  packs: z.array(z.string()).default([]),
  /** Whether the questions come from these packs alone; where not, they stand beside all others. */
  packsAlone: z.boolean().optional(),
});
export type Settings = z.infer<typeof Settings>;

/** How many main questions of each kind. */
export const Plan = z.object({
  intro: z.number().int().min(0),
  resume: z.number().int().min(0),
  technical: z.number().int().min(0),
  behavioral: z.number().int().min(0),
  situational: z.number().int().min(0),
});
export type Plan = z.infer<typeof Plan>;

/**
 * The whole interview. Agents talk only through it, it is saved whole after
 * each step, and what happens next is a pure function of it.
 */
export const InterviewState = z.object({
  sessionId: z.string(),
  resumeId: z.string().nullable(),
  jobRole: z.string(),
  settings: Settings,
  plan: Plan,
  status: Status,
  currentRound: Round,
  conversationPhase: Phase,
  difficulty: Difficulty,
  questionCount: z.number().int().min(0),
  technicalQuestionsCount: z.number().int().min(0),
  behavioralQuestionsCount: z.number().int().min(0),
  resumeContext: z.array(ResumePassage),
  resumeSummary: ResumeSummary.nullable(),
  /** Claims worth asking about, in the order in which they are asked. */
  resumePoints: z.array(Claim),
  currentResumePointIndex: z.number().int().min(0),
  previousQuestions: z.array(AskedQuestion),
  userAnswers: z.array(Answer),
  evaluationHistory: z.array(z.object({ answerId: z.string(), questionId: z.string(), evaluation: Evaluation })),
  selectedDomain: z.string().nullable(),
  domainPlan: z.record(z.string(), z.number().int().min(0)),
  domainCoverage: z.record(z.string(), z.number().int().min(0)),
  nextAction: NextAction,
  questionContext: z
    .object({
      domain: z.string(),
      difficulty: Difficulty,
      resumeContext: z.array(ResumePassage),
      jobRole: z.string(),
      intent: Intent,
      claim: Claim.nullable(),
    })
    .nullable(),
  evaluationContext: z
    .object({
      question: AskedQuestion,
      answer: Answer,
      domain: z.string(),
      round: Round,
      difficulty: Difficulty,
    })
    .nullable(),
  orchestratorIntent: Intent.nullable(),
  questionAgentResponse: z
    .object({
      /** In its own words: the pack's, or ours. */
      question: AskedQuestion.nullable(),
      domain: z.string(),
      difficulty: Difficulty,
      /** What a model made of its words, as it came. */
      worded: z.object({ text: z.string(), by: Author }).optional(),
      /** Why no model worded it. */
      error: z.string().nullable(),
    })
    .nullable(),
  evaluationAgentResponse: Evaluation.nullable(),
  messages: z.array(Message),
  /** Hints shown, by main question: they cost once, however often it is answered. */
  hintsShown: z.record(z.string(), z.number().int().min(0)),
  /** The question that the candidate wants to answer once more; its last attempt counts. */
  retrying: z.string().nullable(),
  /** The candidate asked to stop: close and report on what is there. */
  endRequested: z.boolean(),
  disagreements: z.array(Disagreement),
  report: Report.nullable(),
});
export type InterviewState = z.infer<typeof InterviewState>;

/** One row of `session list`. */
export const SessionListing = z.object({
  id: z.string(),
  resumeId: z.string().nullable(),
  candidate: z.string().nullable(),
  role: z.string(),
  mode: Mode,
  status: Status,
  round: Round,
  asked: z.number().int(),
  questions: z.number().int(),
  /** 0 to 1; null before the report or when nothing was graded. */
  score: z.number().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type SessionListing = z.infer<typeof SessionListing>;
