import { InputError } from '../../errors.ts';
import { stripTerminalCodes } from './clean-text.ts';

const REMEDIES = {
  'file-missing': ['is not there', 'Check the path; in a shell, a name with spaces needs quotes.'],
  'file-empty': ['is empty', 'Export the resume again and try the new file.'],
  'file-too-large': ['is larger than 10 MB', 'Export it without large pictures, or save it as text.'],
  'file-not-regular': ['is no ordinary file (a folder, link, pipe or device)', 'Give the path of the file itself.'],
  'file-unreadable': ['may not be read by you', 'Change its permissions, or copy it to a folder of yours.'],
  'file-encrypted': ['is protected with a password', 'Give the password with --password, or save a copy without one.'],
  'file-password-wrong': ['does not open with this password', 'Check the password given with --password.'],
  'file-damaged': ['is damaged and cannot be read', 'Export it again from the program that made it.'],
  'file-not-a-resume-format': ['is neither PDF, DOCX, Markdown nor text', 'Save it as .pdf, .docx, .md or .txt.'],
  'file-has-no-text': ['has no text, only pictures or empty pages', 'Export it with text, or run text recognition (OCR) first.'],
  'file-bomb': ['unpacks to far more than a resume holds', 'Export it again from the program that made it; refuse it if a stranger sent it.'],
  'file-unsafe-archive': ['holds parts with names that lead out of it or stand twice', 'Export it again from Word; refuse it if a stranger sent it.'],
  'file-too-complex': ['needs more memory than a resume should', 'Save it as simple PDF or text.'],
  'file-timeout': ['could not be read in time', 'Save it as simple PDF or text, or give a file with fewer pages.'],
} as const;

/** Everything that can be wrong with a resume file, in words that stay the same for scripts. */
export type FailureCode = keyof typeof REMEDIES;

/** Thrown while parsing, without the file's name, which the parser does not know. */
export class ReadingFailure extends Error {
  constructor(
    readonly code: FailureCode,
    /** What the file is instead, as a predicate: "is an old Word file (.doc)". */
    readonly predicate?: string,
  ) {
    super(predicate ?? REMEDIES[code][0]);
    this.name = 'ReadingFailure';
  }
}

/** The words for a person. `file` is a base name; the text of the resume never gets in here. */
export function fileError(code: FailureCode, file: string, predicate: string = REMEDIES[code][0]): InputError {
  const name = stripTerminalCodes(file).replace(/\s+/g, ' ').slice(0, 120);
  return new InputError(code, `${name} ${predicate}.`, REMEDIES[code][1]);
}

export function isFailureCode(code: string): code is FailureCode {
  return code in REMEDIES;
}
