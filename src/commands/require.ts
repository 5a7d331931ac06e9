import { InputError } from '../errors.ts';
import type { Resume } from '../schemas/resume.ts';
import type { Store } from '../store/store.ts';

/** The resume under an id, a unique prefix or `last`; an InputError when there is none. */
export async function requireResume(id: string, store: Store): Promise<Resume> {
  const resume = await store.findResume(id);
  if (resume) return resume;
  throw new InputError('resume-unknown', `There is no resume "${id}".`, 'See them with: hotseat resume list. Or name a file to read.');
}
