import type { ParsedResume } from '../../schemas/resume.ts';
import type { CheckedPage, Finding, ResumeCheck } from '../../schemas/resume-check.ts';
import { parseResume, type ReadResume } from '../parsing/parse-resume.ts';
import { keyOf } from '../parsing/words.ts';
import { checkLines } from './check-lines.ts';
import { columnsOf } from './columns.ts';
import { findAll } from './findings.ts';

/**
 * What a parser makes of a resume, beside what a person sees of it.
 *
 * Pure, as `parseResume` is. The verdict is `misleads` exactly when a finding
 * is: then what a program reads differs from what a person reads.
 */
export function checkResume(input: ReadResume, options: { now?: Date } = {}): ResumeCheck {
  const parsed = parseResume(input, options);
  const { document } = input;
  const pages = pagesOf(checkLines(document.lines, parsed.name));
  const findings = findAll({ document, parsed, pages });
  return {
    file: input.file,
    hash: input.hash,
    format: document.format,
    pages: document.pages,
    verdict: verdictOf(findings),
    findings,
    pageViews: pages,
    sections: parsed.sections.map(({ kind, heading, page }) => ({ kind, heading, page })),
    contact: contactOf(parsed, pages),
    metadata: document.metadata,
    skills: parsed.skills,
    work: parsed.work,
    education: parsed.education,
    yearsOfExperience: parsed.yearsOfExperience,
    domains: parsed.domains,
    claims: parsed.claims.map(({ status: _, ...claim }) => claim),
    chunks: parsed.chunks.length,
  };
}

/** The check of a file that opens and has no text: a program sees nothing at all. */
export function checkWithoutText(file: string): ResumeCheck {
  const findings: Finding[] = [{ code: 'no-text', severity: 'misleads', message: 'The file has no text: it is a scan, or its text is drawn as shapes or hidden. A parser sees an empty page.' }];
  const nobody = { name: null, email: null, phone: null, links: [], places: [] };
  return {
    file,
    hash: null,
    format: null,
    pages: 0,
    verdict: verdictOf(findings),
    findings,
    pageViews: [],
    sections: [],
    contact: nobody,
    metadata: {},
    skills: [],
    work: [],
    education: [],
    yearsOfExperience: null,
    domains: [],
    claims: [],
    chunks: 0,
  };
}

function verdictOf(findings: Finding[]): ResumeCheck['verdict'] {
  return findings.some(({ severity }) => severity === 'misleads') ? 'misleads' : 'clear';
}

function pagesOf(lines: CheckedPage['lines']): CheckedPage[] {
  const numbers = [...new Set(lines.map(({ page }) => page))].sort((left, right) => left - right);
  return numbers.map((page) => {
    const own = lines.filter((line) => line.page === page);
    return { page, columns: columnsOf(own), lines: own };
  });
}

function contactOf({ name, email, phone, links }: ParsedResume, pages: CheckedPage[]): ResumeCheck['contact'] {
  const lines = pages.flatMap((page) => page.lines).filter(({ hidden }) => hidden === undefined);
  const places = ([['name', name], ['email', email], ['phone', phone]] as const).flatMap(([what, value]) => {
    const found = value === null ? undefined : lines.find(({ text }) => keyOf(text).includes(keyOf(value)));
    return found ? [{ what, page: found.page, line: found.line }] : [];
  });
  return { name, email, phone, links, places };
}
