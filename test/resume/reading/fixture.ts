import { packagePath } from '../../../src/package-root.ts';

export function fixture(name: string): string {
  return packagePath('fixtures/resumes', name);
}
