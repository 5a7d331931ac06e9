import { z } from 'zod';

/** The model that wrote something, and the page that told it how: SHA-256, hexadecimal. */
export const Author = z.object({ provider: z.string(), model: z.string(), promptHash: z.string() });
export type Author = z.infer<typeof Author>;
