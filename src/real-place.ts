import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where a name leads when every link is followed, so that two names of one file are seen to be one. A name that leads nowhere yet stands for itself. */
export function realPlace(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}
