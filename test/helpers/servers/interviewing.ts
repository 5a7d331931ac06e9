import { says, type ChatTurn } from './chat-server.ts';

/** Words every question the same way, and gives each answer band 3, for its first words. */
export const interviews: ChatTurn = (request, response) => {
  const { messages } = request.body as { messages: { content: string }[] };
  const prompt = messages.map(({ content }) => content).join('\n');
  const quote = /## The candidate's answer\s+`{3,}\n(.{20,40})\s/u.exec(prompt)?.[1];
  if (quote === undefined) return says('What did you change first?')(request, response);

  const ids = [...prompt.matchAll(/^- ([a-z-]+) \(([^)]*)\)/gmu)];
  const criteria = ids.filter(([, , about]) => !about?.startsWith('weight')).map(([, id]) => ({ id, band: 3, quotes: [quote] }));
  const keyPoints = ids.filter(([, , about]) => about?.startsWith('weight')).map(([, id]) => ({ id, state: 'covered', quote }));
  says(JSON.stringify({ criteria, keyPoints, strengths: [], improvements: [], feedback: 'You measured first.' }))(request, response);
};
