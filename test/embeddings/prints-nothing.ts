/** Run by a test: embeds a text and prints nothing itself. */
import { createLocalEmbedder } from '../../src/embeddings/local.ts';

await createLocalEmbedder().embed(['What is an index for?']);
