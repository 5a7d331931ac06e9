import { z } from 'zod';
import { Line } from './resume.ts';

/** Steps of a career, from the first up. */
export const Seniority = z.enum(['intern', 'junior', 'mid', 'senior', 'staff', 'lead']);
export type Seniority = z.infer<typeof Seniority>;

const Place = { page: z.number().int().positive(), line: z.number().int().positive() };

/** A skill that a job asks for, with the line that says so. */
export const JobSkill = z.object({
  name: z.string(),
  /** Any of these will do as well: "Java, Kotlin or Scala". */
  alternatives: z.array(z.string()),
  /** The interview domain it speaks for; empty for none. */
  domain: z.string(),
  ...Place,
});
export type JobSkill = z.infer<typeof JobSkill>;

export const Duty = z.object({ text: z.string(), skills: z.array(z.string()), ...Place });
export type Duty = z.infer<typeof Duty>;

/** A job description, read. */
export const JobDescription = z.object({
  /** File name without its folder; null for text from standard input. */
  file: z.string().nullable(),
  title: z.string().nullable(),
  /** By the title, else by the years asked for; null when neither says. */
  seniority: Seniority.nullable(),
  /** The least years of experience asked for. */
  years: z.object({ least: z.number().min(0), ...Place }).nullable(),
  required: z.array(JobSkill),
  niceToHave: z.array(JobSkill),
  duties: z.array(Duty),
  /** What the job is about, domains of required skills first. */
  domains: z.array(z.string()),
  /** English, or another language: then duties cannot be compared by meaning. */
  language: z.enum(['english', 'other']),
  lines: z.array(Line),
});
export type JobDescription = z.infer<typeof JobDescription>;

export const Met = z.enum(['met', 'partly', 'missing']);
export type Met = z.infer<typeof Met>;

/** A line of the resume that shows it. */
export const Evidence = z.object({ text: z.string(), ...Place });
export type Evidence = z.infer<typeof Evidence>;

/** One thing that a job asks for, and what the resume has of it. */
export const Requirement = z.object({
  kind: z.enum(['required', 'nice', 'duty', 'years', 'seniority']),
  /** What is asked for, in short. */
  asked: z.string(),
  domain: z.string().nullable(),
  /** The line of the job description. */
  job: Evidence.nullable(),
  state: Met,
  evidence: Evidence.nullable(),
  /** Why it is only partly met, or what it was met with, in a few words. */
  because: z.string().nullable(),
});
export type Requirement = z.infer<typeof Requirement>;

/** What to practise: a domain of the bank, and why. */
export const Practice = z.object({ domain: z.string(), because: z.array(z.string()), questions: z.number().int().min(0) });
export type Practice = z.infer<typeof Practice>;

/** A resume held against a job: the contract of `match --json`. */
export const JobMatch = z.object({
  requirements: z.array(Requirement),
  totals: z.record(Requirement.shape.kind, z.object({ met: z.number().int(), partly: z.number().int(), missing: z.number().int() })),
  /** Domains with something partly met or missing, the most of it first. */
  gaps: z.array(Practice.omit({ questions: true })),
});
export type JobMatch = z.infer<typeof JobMatch>;
