/** Run by a test, bundled as the product is: asks each client's package once, of a server that is given; prints what came. */
import { createHuggingFaceEmbedder } from '../../../src/embeddings/huggingface.ts';
import { createOpenAiEmbedder } from '../../../src/embeddings/openai.ts';
import { createHuggingFaceLlm } from '../../../src/llm/huggingface.ts';
import { createOpenAiLlm } from '../../../src/llm/openai.ts';
import { createPineconeIndex } from '../../../src/vectors/pinecone.ts';

const [chat = '', pinecone = '', apiKey = ''] = process.argv.slice(2);
const hello = [{ role: 'user' as const, content: 'Hello?' }];
const vector = new Float32Array(512).fill(1);
const codeOf = (reason: unknown): string => (reason instanceof Error ? `${reason.name} ${(reason as { code?: string }).code ?? reason.message}` : String(reason));

console.log((await createOpenAiLlm({ model: 'x', baseUrl: chat }).complete(hello)).text);
console.log((await createHuggingFaceLlm({ model: 'x', endpointUrl: chat }).complete(hello)).text);
console.log(await createOpenAiEmbedder({ model: 'text-embedding-3-small', baseUrl: chat }).embed(['One.']).catch(codeOf));
console.log(await createHuggingFaceEmbedder({ model: 'x', endpointUrl: chat }).embed(['One.']).catch(codeOf));
console.log(await createPineconeIndex({ apiKey, controllerUrl: pinecone, sleep: () => Promise.resolve() }).query('abc', 'test/axes', vector, { limit: 1 }).catch(codeOf));
