import { basename, resolve } from 'node:path';
import type { HotseatError } from '../errors.ts';
import { printableLine } from '../printable.ts';

/** What is wrong with a file, behind the path as it was given; a message that begins with the file's name does not say it twice. */
export function aboutFile(path: string, { message, remedy }: HotseatError): string {
  const name = basename(resolve(path));
  const words = message.startsWith(`${name} `) ? message.slice(name.length) : `: ${message}`;
  return `${printableLine(path + words)} ${remedy}`;
}
