import { says, type ChatTurn } from './chat-server.ts';
import { judgementOf } from './grades.ts';

/** Words every question the same way, and gives each answer band 3, for its first words. */
export const interviews: ChatTurn = (request, response) => {
  const { messages } = request.body as { messages: { content: string }[] };
  const prompt = messages.map(({ content }) => content).join('\n');
  const quote = /## The candidate's answer\s+`{3,}\n(.{20,40})\s/u.exec(prompt)?.[1];
  if (quote === undefined) return says('What did you change first?')(request, response);

  says(JSON.stringify({ ...judgementOf(prompt, { band: 3, quote }), strengths: [], improvements: [], feedback: 'You measured first.' }))(request, response);
};
