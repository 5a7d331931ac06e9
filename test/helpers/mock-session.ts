import { hotseat, type Finished, type RunOptions } from './hotseat.ts';
import { startMockLlm, type Rule } from './servers/mock-llm.ts';

/** Where the turns of the recorded session are kept. `npx tsx test/measure/record-session.ts` writes them anew. */
export const RECORDED_SESSION = 'fixtures/models/mock-session.jsonl';

const PLAYED = ['interview', '--resume', 'fixtures/demo/resume.pdf', '--questions', '4', '--seed', '7', '--plain', '--json', '--provider', 'openai'];

const ANSWERS = {
  intro: 'I am Alex Sample, a backend engineer with seven years behind me. I led the move of the shipment tracking to six services and cut its p99 to 240 ms.',
  resume: 'I drew the borders first, by who writes which table, and started with tracking. I compared both paths for four weeks, and we never had to go back.',
  vague: 'It was a lot of work for everybody in the team, and in the end it was a success for the company.',
  lost: 'I do not know that one.',
  followUp: 'I wrote the proxy and the comparison myself, and I decided when each read moved over; two colleagues ran the rollout.',
};

/** More lines than there are questions: what is left is said after the last one and heard by nobody. */
const INPUT = ['yes', ANSWERS.intro, ANSWERS.resume, ANSWERS.vague, ANSWERS.followUp, ANSWERS.lost, 'No, thank you.', 'Bye.'].map((line) => `${line}\n`).join('');

/** The played interview, to its end, with the words of the program given on top. */
export function playSession(words: string[], options: RunOptions = {}): Promise<Finished> {
  return hotseat([...PLAYED, ...words], { ...options, input: INPUT });
}

/** Plays it against the independent mock server, and records its turns. */
export async function recordSession(file: string, options: RunOptions = {}): Promise<Finished> {
  const server = await startMockLlm(RULES);
  try {
    return await playSession(['--record', file], { ...options, env: { OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: 'sk-planted-0123456789abcdefghij' } });
  } finally {
    await server.close();
  }
}

const page = (words: string) => `contains(body.messages[0].content, '# ${words}')`;
const said = (words: string) => `contains(body.messages[-1].content, '${words}')`;

function replies(match: string, reply: string | object): Rule {
  const content = typeof reply === 'string' ? reply : JSON.stringify(reply);
  const usage = { prompt_tokens: 900, completion_tokens: 120, total_tokens: 1020 };
  const message = { id: 'x', object: 'chat.completion', model: 'mock', choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }], usage };
  return { path: '/v1/chat/completions', match, response: { status: 200, content: JSON.stringify(message) } };
}

/** Every criterion that an answer can be judged by gets the same band; those that are not asked for are passed over. */
function judged(band: number, quotes: string[], feedback: string): object {
  const criteria = ['clarity', 'relevance', 'situation', 'ownership', 'action', 'result', 'correctness', 'completeness', 'judgement', 'specificity'];
  return {
    criteria: criteria.map((id) => ({ id, band, quotes })),
    keyPoints: [],
    strengths: quotes.map((quote) => ({ text: 'You say what you did yourself.', quote })),
    improvements: [{ text: 'Say what it cost.', keyPoint: null }],
    feedback,
  };
}

const GRADE = 'Grade one interview answer';
/** The last rule that fits is taken. */
const RULES: Rule[] = [
  replies(page('Ask one interview question'), 'Think of a deadlock between two transactions of an application. How does it arise in the database, and what would you do about it?'),
  replies(`${page('Ask one interview question')} && ${said('Kind of question: behavioral')}`, 'Tell me about somebody whom your team hired, or did not, because of you. How did you come to that judgement?'),
  replies(`${page('Ask one interview question')} && ${said('Kind of question: resume')}`, 'Sure, here is a question:\n\n**You moved shipment tracking from one Rails application to six services. How did you keep it without downtime?** And why Kubernetes?'),
  replies(page('Make one clean question'), 'You moved shipment tracking from one Rails application to six services. How did you keep that without downtime?'),
  replies(page(GRADE), judged(1, [], 'You do not answer the question yet. Begin with one thing that you did.')),
  replies(`${page(GRADE)} && ${said('cut its p99 to 240 ms')}`, judged(3, ['cut its p99 to 240 ms'], 'You begin with your work and name a number, [NAME_1]. Say what your own part in the move was.')),
  replies(`${page(GRADE)} && ${said('compared both paths')}`, judged(4, ['I compared both paths for four weeks', 'we never had to go back'], 'You say how you kept the risk small, and how you knew that it had worked.')),
  replies(`${page(GRADE)} && ${said('a lot of work')}`, judged(2, ['It was a lot of work'], 'You speak of the whole team. Say what you did, and what came of it.')),
  replies(`${page(GRADE)} && ${said('wrote the proxy')}`, judged(3, ['I wrote the proxy and the comparison myself'], 'Now your own part is clear.')),
  replies(page('Advise a candidate'), {
    strengths: [
      { text: 'You name what you measured and for how long.', questionId: 'q3', quote: 'I compared both paths for four weeks' },
      { text: 'You begin with your own work.', questionId: 'q2', quote: 'I led the move of the shipment tracking' },
      { text: 'You know locks well.', questionId: 'q4', quote: 'a deadlock is a cycle of waiting' },
    ],
    weaknesses: [
      { text: 'You speak of the team where your own part is asked for.', questionId: 'q4' },
      { text: 'You leave out what a decision cost.', questionId: 'q3' },
    ],
    recommendations: ['Tell how a deadlock arises, aloud, until you need no notes.', 'Write down for two stories what you did yourself, and say it first.'],
  }),
  replies(page('Summarise a resume'), {
    points: ['Led the move of shipment tracking to six Node.js services on Kubernetes.', 'Built a payout service in TypeScript and PostgreSQL.', 'Won a prize in 1987.'],
    keySkills: ['Node.js', 'PostgreSQL', 'Kubernetes', 'COBOL'],
    highlights: ['with no downtime for 2.4 million parcels a day', 'settlement errors went from 0.9% to 0.02%'],
    suggestedTopics: ['sql', 'node', 'distributed-systems'],
    suggestedDifficulty: 'hard',
  }),
];
