import { z } from 'zod';
import { Author } from './author.ts';
import { Difficulty } from './question.ts';

/** `YYYY-MM`; null means "present" in an end date and "not given" in a start date. */
export const YearMonth = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/).nullable();

export const EducationLevel = z.enum(['none', 'secondary', 'associate', 'bachelor', 'master', 'doctorate', 'other']);
export type EducationLevel = z.infer<typeof EducationLevel>;

export const SectionKind = z.enum([
  'contact',
  'summary',
  'experience',
  'education',
  'skills',
  'projects',
  'certificates',
  'awards',
  'publications',
  'languages',
  'volunteering',
  'interests',
  'references',
  'other',
]);
export type SectionKind = z.infer<typeof SectionKind>;

/** One line as a reader would see it, in reading order. */
export const Line = z.object({
  text: z.string(),
  /** From 1. Files without pages have one. */
  page: z.number().int().positive(),
  /** From 1 within the page, in reading order. */
  line: z.number().int().positive(),
  /** Where the file says so (Word and Markdown headings), 1 to 6. */
  headingLevel: z.number().int().min(1).max(6).optional(),
  bold: z.boolean().optional(),
  /** Relative to the body text of the file: 1 is the body. */
  size: z.number().positive().optional(),
  bullet: z.boolean().optional(),
  /** Left edge on the page, 0 to 1, where the file knows positions. */
  left: z.number().optional(),
  /** Top edge on the page, 0 to 1. */
  top: z.number().optional(),
  /** Why a human reader would not see it. Hidden lines are reported and never used. */
  hidden: z.enum(['white', 'tiny', 'off_page', 'covered', 'hidden_style', 'zero_width']).optional(),
});
export type Line = z.infer<typeof Line>;

/** Something about the file that a person should know, in words. */
export const Notice = z.object({ code: z.string(), message: z.string(), page: z.number().int().positive().optional() });
export type Notice = z.infer<typeof Notice>;

/** A file, read: its lines in reading order and what was noticed on the way. */
export const ResumeDocument = z.object({
  format: z.enum(['pdf', 'docx', 'md', 'txt']),
  pages: z.number().int().min(0),
  lines: z.array(Line),
  notices: z.array(Notice),
  /** Title, author, producer and the like, as the file states them. */
  metadata: z.record(z.string(), z.string()),
});
export type ResumeDocument = z.infer<typeof ResumeDocument>;

export const Section = z.object({
  kind: SectionKind,
  heading: z.string(),
  page: z.number().int().positive(),
  text: z.string(),
});
export type Section = z.infer<typeof Section>;

export const WorkEntry = z.object({
  company: z.string().nullable(),
  title: z.string().nullable(),
  place: z.string().nullable(),
  start: YearMonth,
  end: YearMonth,
  skills: z.array(z.string()),
  page: z.number().int().positive(),
  line: z.number().int().positive(),
});
export type WorkEntry = z.infer<typeof WorkEntry>;

export const EducationEntry = z.object({
  institution: z.string().nullable(),
  area: z.string().nullable(),
  level: EducationLevel,
  end: YearMonth,
});
export type EducationEntry = z.infer<typeof EducationEntry>;

/** What became of a claim in interviews so far. */
export const ClaimStatus = z.enum(['untouched', 'defended', 'shaky', 'contradicted']);
export type ClaimStatus = z.infer<typeof ClaimStatus>;

/** A line of the resume that an interviewer would ask about. */
export const Claim = z.object({
  id: z.string(),
  text: z.string(),
  page: z.number().int().positive(),
  line: z.number().int().positive(),
  status: ClaimStatus,
  action: z.string().nullable(),
  skills: z.array(z.string()),
  numbers: z.array(z.string()),
  /** Company, project or section that the line stands under. */
  entry: z.string().nullable(),
});
export type Claim = z.infer<typeof Claim>;

/** A passage for retrieval, with the metadata that travels with its vector. */
export const Chunk = z.object({
  index: z.number().int().min(0),
  text: z.string().min(1),
  section: SectionKind,
  /** A whole section, an entry of it (one job), or a group of bullets of an entry. */
  type: z.enum(['section', 'entry', 'bullets']),
  entry: z.string().nullable(),
  entryIndex: z.number().int().min(0).nullable(),
  domains: z.array(z.string()),
  primaryDomain: z.string().nullable(),
  page: z.number().int().positive(),
  line: z.number().int().positive(),
});
export type Chunk = z.infer<typeof Chunk>;

/** What the resume-summary agent gives. */
export const ResumeSummary = z.object({
  points: z.array(z.string()),
  keySkills: z.array(z.string()),
  highlights: z.array(z.string()),
  yearsOfExperience: z.number().min(0).nullable(),
  highestEducation: EducationLevel,
  suggestedTopics: z.array(z.string()),
  suggestedDifficulty: Difficulty,
  /** The model that wrote it; left out where it was computed. */
  writtenBy: Author.optional(),
});
export type ResumeSummary = z.infer<typeof ResumeSummary>;

/** Everything read from one file, before it is stored. */
export const ParsedResume = z.object({
  /** File name without its folder. */
  file: z.string(),
  /** SHA-256 of the file's bytes, hexadecimal. */
  hash: z.string(),
  format: ResumeDocument.shape.format,
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  links: z.array(z.string()),
  summary: z.string().nullable(),
  skills: z.array(z.string()),
  work: z.array(WorkEntry),
  education: z.array(EducationEntry),
  highestEducation: EducationLevel,
  yearsOfExperience: z.number().min(0).nullable(),
  sections: z.array(Section),
  domains: z.array(z.string()),
  primaryDomain: z.string().nullable(),
  claims: z.array(Claim),
  chunks: z.array(Chunk),
  /** The text as a reader would see it. */
  text: z.string(),
  notices: z.array(Notice),
});
export type ParsedResume = z.infer<typeof ParsedResume>;

/** A resume with its id and role, as it is stored. */
export const Resume = ParsedResume.extend({
  id: z.string(),
  candidateId: z.string(),
  role: z.string().nullable(),
  resumeSummary: ResumeSummary,
  createdAt: z.string(),
});
export type Resume = z.infer<typeof Resume>;

/** One row of `resume list`. */
export const ResumeListing = Resume.pick({ id: true, file: true, name: true, role: true, primaryDomain: true, createdAt: true }).extend({
  chunks: z.number().int().min(0),
});
export type ResumeListing = z.infer<typeof ResumeListing>;
