import type { ErrorReport } from '../errors.ts';
import { printable } from '../printable.ts';

/** A line that GitHub shows beside a file, or with the run as a whole. */
interface Annotation {
  /** Left out where it is the run as a whole. */
  file?: string;
  line?: number | null;
  column?: number | null;
  title: string;
  message: string;
  level?: 'error' | 'warning';
}

export function annotation({ file, line, column, title, message, level = 'error' }: Annotation): string {
  const given = { file, line, col: column, title };
  const properties = Object.entries(given).flatMap(([name, value]) => (value === undefined || value === null ? [] : [`${name}=${property(String(value))}`]));
  return `::${level} ${properties.join(',')}::${data(message)}`;
}

function data(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** The line for an error that belongs to no file of the pull request. */
export function errorAnnotation({ message, remedy }: Pick<ErrorReport, 'message' | 'remedy'>): string {
  return annotation({ title: 'hotseat score', message: `${message} ${remedy}` });
}
