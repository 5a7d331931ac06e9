import { execFileSync } from 'node:child_process';
import { packagePath } from '../../src/package-root.ts';

/** Tests run the real program and the real worker, so what they run is always built from the sources as they are. */
export default function build(): void {
  execFileSync(process.execPath, [packagePath('bin/build.js')], { stdio: 'inherit' });
}
