import type { ResumeDocument } from '../../schemas/resume.ts';
import { readDocx } from './docx.ts';
import { readPdf } from './pdf.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';
import { ReadingFailure } from './reading-failure.ts';
import type { ReadingJob } from './reader-thread.ts';

/** bytes -> lines in reading order. Runs in the worker; rejects with `ReadingFailure` or with whatever a library throws. */
export async function readDocument({ bytes, format, password }: ReadingJob): Promise<ResumeDocument> {
  const document = await parse(format);
  if (!document.lines.some(({ hidden }) => hidden === undefined)) throw new ReadingFailure('file-has-no-text');
  return document;

  async function parse(kind: ReadingJob['format']): Promise<ResumeDocument> {
    switch (kind) {
      case 'pdf':
        return readPdf(bytes, password);
      case 'docx':
        return readDocx(bytes);
      case 'md':
        return readMarkdown(bytes);
      case 'txt':
        return readPlainText(bytes);
    }
  }
}
