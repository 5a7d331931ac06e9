import { readPdf } from '../../../src/resume/reading/pdf.ts';
import { checkResume } from '../../../src/resume/checking/check-resume.ts';
import type { ResumeCheck } from '../../../src/schemas/resume-check.ts';
import { drawPdf } from '../reading/draw-pdf.ts';

/** A plain resume of one page, as drawings. */
export const PLAIN = [
  '60 780 b z18 Kim Placeholder',
  '60 760 kim.placeholder@example.org | +1 555 0100',
  '60 720 b z13 Experience',
  '60 700 b Backend Engineer, Contoso Tickets',
  '60 686 2020 - Present',
  '60 670 Cut the p99 latency of the booking API from 900 ms to 120 ms with Redis.',
  '60 656 Led the move of six services to Kubernetes without downtime.',
  '60 620 b z13 Education',
  '60 604 BSc in Computer Science, Sample University, 2019',
  '60 570 b z13 Skills',
  '60 554 Go, PostgreSQL, Redis, Kubernetes',
];

export async function checkDrawn(pages: string[][]): Promise<ResumeCheck> {
  const document = await readPdf(new Uint8Array(drawPdf(pages)));
  return checkResume({ file: 'drawn.pdf', hash: 'abc', document }, { now: new Date('2026-01-15') });
}

