import { expect, it } from 'vitest';
import { linesOf } from '../../src/resume/line-places.ts';
import { parseResume } from '../../src/resume/parsing/parse-resume.ts';
import { readResumeFile } from '../../src/resume/reading/read-resume-file.ts';
import { fixture } from './reading/fixture.ts';

it.each(['backend-engineer.pdf', 'data-engineer-dates-right.pdf', 'frontend-sidebar.pdf', 'machine-learning-engineer.docx', 'junior-developer.txt'])('finds page and number of every line again: %s', async (file) => {
  const read = await readResumeFile(fixture(file));
  const seen = read.document.lines.filter(({ hidden }) => hidden === undefined);
  expect(linesOf(parseResume(read))).toEqual(seen.map(({ text, page, line }) => ({ text, page, line })));
});
