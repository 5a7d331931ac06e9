import { packagePath } from '../package-root.ts';

/** The resume that comes with hotseat, for the demo and for a first interview. */
export const SAMPLE = { file: packagePath('fixtures', 'demo', 'resume.pdf'), role: 'Backend Engineer' };
