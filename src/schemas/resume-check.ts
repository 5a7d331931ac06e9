import { z } from 'zod';
import { Claim, Line, ParsedResume, ResumeDocument, Section, SectionKind } from './resume.ts';

/** `misleads`: a program reads something else than a person sees, or not all of it. `note`: worth knowing. */
export const Severity = z.enum(['misleads', 'note']);
export type Severity = z.infer<typeof Severity>;

export const Finding = z.object({
  code: z.string(),
  severity: Severity,
  message: z.string(),
  page: z.number().int().positive().optional(),
  /** The first line that it is about, counted within its page. */
  line: z.number().int().positive().optional(),
});
export type Finding = z.infer<typeof Finding>;

/** A line of the file, with what was made of it. */
export const CheckedLine = Line.extend({
  /** Null for hidden lines and those that speak to a program: they belong to no section. */
  section: SectionKind.nullable(),
  /** The line opens its section. */
  heading: z.boolean(),
  /** The line speaks to a model or a program. */
  injected: z.boolean(),
});
export type CheckedLine = z.infer<typeof CheckedLine>;

export const CheckedPage = z.object({
  page: z.number().int().positive(),
  /** Columns of text side by side; null where the file has no positions. */
  columns: z.number().int().positive().nullable(),
  lines: z.array(CheckedLine),
});
export type CheckedPage = z.infer<typeof CheckedPage>;

/** What a parser makes of a resume file: the contract of `resume check --json`. */
export const ResumeCheck = z.object({
  file: z.string(),
  /** SHA-256 of the bytes; null when no text could be read. */
  hash: z.string().nullable(),
  format: ResumeDocument.shape.format.nullable(),
  pages: z.number().int().min(0),
  verdict: z.enum(['clear', 'misleads']),
  findings: z.array(Finding),
  /** The lines in reading order, page by page. */
  pageViews: z.array(CheckedPage),
  sections: z.array(Section.omit({ text: true })),
  contact: ParsedResume.pick({ name: true, email: true, phone: true, links: true }).extend({
    /** Where the data stands. */
    places: z.array(z.object({ what: z.enum(['name', 'email', 'phone']), page: z.number().int(), line: z.number().int() })),
  }),
  metadata: z.record(z.string(), z.string()),
  skills: z.array(z.string()),
  work: ParsedResume.shape.work,
  education: ParsedResume.shape.education,
  yearsOfExperience: z.number().nullable(),
  domains: z.array(z.string()),
  claims: z.array(Claim.omit({ status: true })),
  /** How many passages it is cut into for retrieval. */
  chunks: z.number().int().min(0),
});
export type ResumeCheck = z.infer<typeof ResumeCheck>;
