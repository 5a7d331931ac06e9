import type { ServerResponse } from 'node:http';
import { sendJson, startLoopback, type LoopbackServer, type ReceivedRequest } from './loopback.ts';

/** How the server takes one request. */
export type ChatTurn = (request: ReceivedRequest, response: ServerResponse) => void;

export interface ChatServer extends LoopbackServer {
  baseUrl: string;
  /** The turns to come; the last one is kept for all that follow. */
  plays(...turns: ChatTurn[]): void;
}

/** A server that speaks chat completions and completions, well or badly, as a test wants it. */
export async function startChatServer(): Promise<ChatServer> {
  let turns: ChatTurn[] = [says('Hello.')];
  const server = await startLoopback((request, response) => {
    const turn = (turns.length > 1 ? turns.shift() : turns[0]) ?? says('');
    turn(request, response);
  });
  return { ...server, baseUrl: `${server.url}/v1`, plays: (...next) => void (turns = next) };
}

export interface Saying {
  finish?: string | null;
  refusal?: string;
  usage?: { prompt_tokens: number; completion_tokens: number } | null;
}

const USAGE = { prompt_tokens: 20, completion_tokens: 5 };

const wantsStream = ({ body }: ReceivedRequest): boolean => (body as { stream?: boolean }).stream === true;
const isChat = ({ path }: ReceivedRequest): boolean => path.endsWith('/chat/completions');
const modelOf = ({ body }: ReceivedRequest): string => (body as { model?: string }).model ?? 'none';

/** Answers with a text: in words of five letters if a stream is wanted. */
export function says(text: string, { finish = 'stop', refusal, usage = USAGE }: Saying = {}): ChatTurn {
  return (request, response) => {
    if (wantsStream(request)) {
      stream(request, response, text.match(/[\s\S]{1,5}/gu) ?? [''], { finish, refusal, usage });
      response.end('data: [DONE]\n\n');
      return;
    }
    const choice = isChat(request) ? { message: { role: 'assistant', content: text, refusal: refusal ?? null } } : { text };
    sendJson(response, 200, { id: 'x', object: 'chat.completion', created: 0, model: `${modelOf(request)}-served`, choices: [{ index: 0, finish_reason: finish, ...choice }], usage });
  };
}

function stream(request: ReceivedRequest, response: ServerResponse, pieces: string[], { finish, refusal, usage }: Saying): void {
  const head = { id: 'x', model: `${modelOf(request)}-served` };
  const send = (chunk: object) => response.write(`data: ${JSON.stringify({ ...head, ...chunk })}\n\n`);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  pieces.forEach((piece) => send({ choices: [{ index: 0, finish_reason: null, ...(isChat(request) ? { delta: { content: piece } } : { text: piece }) }] }));
  const last = isChat(request) ? { delta: refusal ? { refusal } : {} } : { text: '' };
  if (finish !== null) send({ choices: [{ index: 0, finish_reason: finish, ...last }] });
  send({ choices: isChat(request) ? [] : [{ index: 0, text: '', finish_reason: finish }], usage });
}

/** Turns the request away, and repeats all that it was sent in its message, as some providers do. */
export function turnsAway(status: number, { code, headers = {} }: { code?: string; headers?: Record<string, string> } = {}): ChatTurn {
  return (request, response) => {
    const message = `Not with ${request.headers.authorization ?? 'no key'} and ${request.text}`;
    sendJson(response, status, { error: { message, type: 'error', param: null, code: code ?? null } }, headers);
  };
}

/** Says nothing, ever. */
export const hangs: ChatTurn = () => undefined;

/** Begins to speak, and then says nothing, ever. */
export const fallsSilent: ChatTurn = (request, response) => stream(request, response, ['Hel', 'lo'], { finish: null, usage: null });

/** Closes the connection without a word. */
export const hangsUp: ChatTurn = (_, response) => void response.destroy();

/** Begins to speak, and the connection breaks. */
export const breaksOff: ChatTurn = (request, response) => {
  if (wantsStream(request)) stream(request, response, ['Hel'], { finish: null, usage: null });
  else response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' }).write('{"choices": [{"mess');
  // What was written must be on its way first.
  setImmediate(() => setImmediate(() => response.destroy()));
};

/** Ends the reply in the middle as if that were all. */
export const endsEarly: ChatTurn = (request, response) => {
  if (wantsStream(request)) stream(request, response, ['Hel'], { finish: null, usage: null });
  else response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices": [{"mess');
  response.end();
};

/** Sends what is neither JSON nor a stream of it. */
export const sendsRubbish: ChatTurn = (request, response) => {
  const type = wantsStream(request) ? 'text/event-stream' : 'application/json';
  response.writeHead(200, { 'content-type': type }).end(wantsStream(request) ? 'data: {"choices": [{"del\n\n' : '{"choices": [{"mess');
};

/** Sends JSON of another kind. */
export const sendsOtherJson: ChatTurn = (request, response) => {
  if (!wantsStream(request)) return sendJson(response, 200, { output: 'Hello.' });
  response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: {"choices": "none"}\n\ndata: [DONE]\n\n');
};

/** A page for people, as a proxy or a wrong address sends it. */
export const sendsPage: ChatTurn = (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>');

/** Begins well and sends an error in the stream; turns away what is no stream. */
export const failsInside: ChatTurn = (request, response) => {
  if (!wantsStream(request)) return turnsAway(500)(request, response);
  stream(request, response, ['Hel'], { finish: null, usage: null });
  response.end(`data: ${JSON.stringify({ error: { message: `overloaded by ${request.text}`, type: 'server_error' } })}\n\n`);
};

/** Sends the caller elsewhere. */
export const redirectsTo = (url: string): ChatTurn => (_, response) => void response.writeHead(307, { location: url }).end();
