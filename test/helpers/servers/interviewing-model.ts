import { says, type ChatTurn } from './chat-server.ts';
import { judgementOf } from './grades.ts';

/** The pages, by what they begin with. */
const PAGES = {
  question: '# Ask one interview question',
  cleaning: '# Make one clean question',
  evaluation: '# Grade one interview answer',
  report: '# Advise a candidate',
  summary: '# Summarise a resume',
};
export type Page = keyof typeof PAGES;

interface ChatBody {
  messages: { content: string }[];
}

/** Which page a request was made from, and with what. A model that generates text gets all in one prompt. */
export function pageOf(body: unknown): { page: Page; prompt: string } {
  const { messages = [], prompt = messages.map(({ content }) => content).join('\n') } = body as Partial<ChatBody> & { prompt?: string };
  const page = (Object.keys(PAGES) as Page[]).find((name) => prompt.includes(PAGES[name]) || prompt.includes(PAGES[name].slice(2)));
  if (!page) throw new Error('That is none of our pages.');
  return { page, prompt };
}

/** A model that does what each page wants, in the simplest way that will do. */
export const interviews: ChatTurn = (request, response) => says(replyTo(request.body))(request, response);

export function replyTo(body: unknown): string {
  const { page, prompt } = pageOf(body);
  switch (page) {
    case 'question':
      return `Please be concrete. ${pointOf(prompt)}`;
    case 'cleaning':
      return /## Raw text\s+`{3,}\n(?:Question: )?(.*)/u.exec(prompt)?.[1] ?? '';
    case 'evaluation':
      return JSON.stringify(gradeOf(prompt));
    case 'report':
      return JSON.stringify(adviceOf(prompt));
    case 'summary':
      return JSON.stringify(summaryOf(prompt));
  }
}

/** A question as it stands; about a line of the resume, a question about it. */
function pointOf(prompt: string): string {
  const [, fence, text = ''] = /The question to ask, or the line to ask about\s+(`{3,}\n)?([^`#]+?)\s*(?:`{3,}|##)/u.exec(prompt) ?? [];
  return fence ? `You wrote about this: ${text.split(' ').slice(0, 8).join(' ')}. How did you go about it?` : text;
}

/** Band 3 for the first words of the answer, by every criterion. */
function gradeOf(prompt: string) {
  const quote = /## The candidate's answer\s+`{3,}\n(.{20,40})\s/u.exec(prompt)?.[1] ?? '';
  return { ...judgementOf(prompt, { band: 3, quote }), strengths: [{ text: 'You say what you did.', quote }], improvements: [], feedback: 'Thank you, [NAME_1].' };
}

function adviceOf(prompt: string) {
  const told = [...prompt.matchAll(/^(q\d+) \([^)]*\)\nQuestion: .*\nAnswer: (.{20,40})\s/gmu)].map(([, questionId = '', quote = '']) => ({ questionId, quote }));
  return {
    strengths: told.slice(0, 2).map((one) => ({ ...one, text: 'You begin with what you did.' })),
    weaknesses: told.slice(-2).map(({ questionId }) => ({ questionId, text: 'You leave out what it cost.' })),
    recommendations: ['Say for each change what it cost, until you do it unasked.', 'Tell one story a day in two minutes, with its result.'],
  };
}

/** Lines and skills of the resume as they stand in it, and what else is not. */
function summaryOf(prompt: string) {
  const resume = /## Resume\s+`{3,}\n([\s\S]*?)\n`{3,}/u.exec(prompt)?.[1] ?? '';
  const lines = resume.split('\n').filter((line) => line.length > 50);
  return {
    points: [lines[0]?.split('. ')[0] ?? '', 'Won the Turing Award in 1987.'],
    keySkills: ['PostgreSQL', 'TypeScript', 'Juggling'],
    highlights: [...lines.slice(1, 3), 'Led a team of 400 people.'],
    suggestedTopics: ['sql', 'juggling'],
    suggestedDifficulty: 'medium',
  };
}
