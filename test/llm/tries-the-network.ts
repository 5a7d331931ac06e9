/** Run by a test: shuts the network and tries every way out that Node has; prints what each came to. */
import dgram from 'node:dgram';
import dns, { lookup } from 'node:dns';
import dnsPromises from 'node:dns/promises';
import http, { get, request } from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net, { connect, createConnection } from 'node:net';
import tls from 'node:tls';
import { HotseatError } from '../../src/errors.ts';
import { refuseSockets } from '../../src/llm/fetch-guard.ts';
import { createHuggingFaceLlm } from '../../src/llm/huggingface.ts';
import { createOpenAiLlm } from '../../src/llm/openai.ts';
import { createOpenAiEmbedder } from '../../src/embeddings/openai.ts';
import { createPineconeIndex } from '../../src/vectors/pinecone.ts';
import { vectorOf } from '../vectors/items.ts';

const port = Number(process.argv[2]);
const url = `http://127.0.0.1:${port}/`;
const hello = [{ role: 'user' as const, content: 'Hello?' }];

const WAYS: Record<string, () => unknown> = {
  'net.connect': () => net.connect(port, '127.0.0.1'),
  'net connect, imported by name': () => connect(port, '127.0.0.1'),
  'net.createConnection': () => createConnection({ port, host: '127.0.0.1' }),
  'new net.Socket': () => new net.Socket().connect(port, '127.0.0.1'),
  'a unix socket': () => net.connect('/run/some.sock'),
  'net.Server.listen': () => net.createServer().listen(0, '127.0.0.1'),
  'tls.connect': () => tls.connect(port, '127.0.0.1'),
  'new tls.TLSSocket': () => new tls.TLSSocket(new net.Socket()).connect(port, '127.0.0.1'),
  'http.request': () => http.request(url).end(),
  'http request, imported by name': () => request(url).end(),
  'http get, imported by name': () => get(url),
  'an http agent': () => new http.Agent().createConnection({ host: '127.0.0.1', port }, () => undefined),
  'http.Server.listen': () => http.createServer().listen(0, '127.0.0.1'),
  'https.get': () => https.get(`https://127.0.0.1:${port}/`),
  'http2.connect': () => http2.connect(url),
  'dgram send': () => dgram.createSocket('udp4').send('x', port, '127.0.0.1'),
  'dgram bind': () => dgram.createSocket('udp4').bind(0),
  'dns.lookup': () => dns.lookup('localhost', () => undefined),
  'dns lookup, imported by name': () => lookup('localhost', () => undefined),
  'dns.resolve4': () => dns.resolve4('localhost', () => undefined),
  'dns.Resolver': () => new dns.Resolver().resolve4('localhost', () => undefined),
  'dns.promises.lookup': () => dns.promises.lookup('localhost'),
  'dns/promises resolve': () => dnsPromises.resolve('localhost'),
  'dns/promises Resolver': () => new dnsPromises.Resolver().resolve4('localhost'),
  fetch: () => fetch(url),
  'the OpenAI adapter': () => createOpenAiLlm({ model: 'x', baseUrl: `${url}v1` }).complete(hello),
  'the Hugging Face adapter': () => createHuggingFaceLlm({ model: 'x', endpointUrl: url }).complete(hello),
  'the OpenAI embedder': () => createOpenAiEmbedder({ model: 'text-embedding-3-small', baseUrl: `${url}v1` }).embed(['x']),
  'the Pinecone index': () => createPineconeIndex({ apiKey: 'x', controllerUrl: url }).query('abc', 'test/axes', vectorOf(1), { limit: 1 }),
};

refuseSockets();
refuseSockets();
for (const [way, attempt] of Object.entries(WAYS)) {
  try {
    await attempt();
    console.log(`${way}: open`);
  } catch (error) {
    console.log(`${way}: ${error instanceof HotseatError ? `refused (${error.code}) ${error.message} ${error.remedy}` : String(error)}`);
  }
}
