import { printable } from '../printable.ts';
import type { ErrorReport } from '../errors.ts';

/** The line with which GitHub shows an error that belongs to no file of the pull request. */
export function errorAnnotation({ message, remedy }: Pick<ErrorReport, 'message' | 'remedy'>): string {
  const words = printable(`${message} ${remedy}`).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return `::error title=hotseat score::${words}`;
}
