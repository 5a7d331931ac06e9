import type { Evidence } from '../schemas/job.ts';
import type { ParsedResume } from '../schemas/resume.ts';

/**
 * The lines of a parsed resume with their pages and numbers.
 *
 * The text keeps the lines and their order; claims, jobs and passages know
 * where some of them stand. Each of those votes for where its page begins.
 */
export function linesOf(resume: ParsedResume): Evidence[] {
  const texts = resume.text.split('\n');
  const starts = pageStarts(texts, resume);
  return texts.map((text, index) => {
    const { page, start } = starts.findLast((one) => one.start <= index) ?? { page: 1, start: 0 };
    return { text, page, line: index - start + 1 };
  });
}

interface PageStart {
  page: number;
  /** The index of the page's first line. */
  start: number;
}

/** Where each page begins, by most votes; a page that nothing is known of goes with the one before it. */
function pageStarts(texts: string[], resume: ParsedResume): PageStart[] {
  const votes = new Map<number, Map<number, number>>();
  for (const { page, line, sure } of knownPlaces(resume)) {
    const own = votes.get(page) ?? new Map<number, number>();
    votes.set(page, own);
    texts.forEach((text, index) => {
      const start = index - line + 1;
      const weight = text.trim().length >= 4 ? sure(text.trim()) : 0;
      if (weight > 0) own.set(start, (own.get(start) ?? 0) + weight);
    });
  }
  const starts: PageStart[] = [{ page: 1, start: 0 }];
  for (const page of [...votes.keys()].filter((number) => number > 1).sort((one, other) => one - other)) {
    const after = starts.at(-1)?.start ?? 0;
    const [winner] = [...(votes.get(page) ?? [])].filter(([start]) => start > after).sort(([, one], [, other]) => other - one);
    if (winner) starts.push({ page, start: winner[0] });
  }
  return starts;
}

interface KnownPlace {
  page: number;
  line: number;
  /** How sure it is, 0 to 2, that a line is the one that stands there. */
  sure(line: string): number;
}

function knownPlaces({ claims, chunks, work }: ParsedResume): KnownPlace[] {
  return [
    ...claims.map(({ text, page, line }) => ({ page, line, sure: (one: string) => (one.includes(text.slice(0, 18)) ? 2 : 0) })),
    // A passage begins with the title it stands under, which is a line of its own as well.
    ...chunks.map(({ text, page, line }) => ({ page, line, sure: (one: string) => (text.includes(`: ${one}`) ? 2 : text.startsWith(one) ? 1 : 0) })),
    ...work.map(({ company, title, page, line }) => ({ page, line, sure: (one: string) => ([company, title].some((name) => name !== null && one.includes(name)) ? 1 : 0) })),
  ];
}
