import { says, type ChatTurn, type Saying } from './chat-server.ts';

/** What a grader is shown of a request. */
export interface GradingCall {
  model: string;
  answer: string;
}

/**
 * Grades as it is told, every criterion alike, with the first words of the
 * answer as its quotes.
 */
export function grades(band: (call: GradingCall) => number, saying?: Saying): ChatTurn {
  return (request, response) => {
    const { messages, model = '' } = request.body as { messages: { content: string }[]; model?: string };
    const prompt = messages.map(({ content }) => content).join('\n');
    const answer = /## The candidate's answer\s+(`{3,})\n([\s\S]*?)\n\1/u.exec(prompt)?.[2] ?? '';
    const quote = answer.slice(0, 30);
    says(JSON.stringify({ ...judgementOf(prompt, { band: band({ model, answer }), quote }), strengths: [], improvements: [], feedback: 'Read.' }), saying)(request, response);
  };
}

/** Every criterion of a grading page in the same band, and every key point covered, shown by the same quote. */
export function judgementOf(prompt: string, { band, quote }: { band: number; quote: string }) {
  const ids = [...prompt.matchAll(/^- ([a-z0-9-]+) \(([^)]*)\)/gmu)].map(([, id, about = '']) => ({ id, isPoint: about.startsWith('weight') }));
  return {
    criteria: ids.filter(({ isPoint }) => !isPoint).map(({ id }) => ({ id, band, quotes: [quote] })),
    keyPoints: ids.filter(({ isPoint }) => isPoint).map(({ id }) => ({ id, state: 'covered', quote })),
  };
}
