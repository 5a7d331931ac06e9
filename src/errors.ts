/** Exit codes of the design. A verdict that is printed and the code that is returned always agree. */
export const EXIT = {
  done: 0,
  checkFailed: 1,
  badInput: 2,
  inconclusive: 3,
  modelFailed: 4,
  dataFolder: 5,
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Something that a person can do something about.
 *
 * `message` says what happened and where, `remedy` what to do next; both are
 * whole sentences and carry no key and no resume text. `code` is a stable
 * word for scripts, in kebab-case. Everything that is not a HotseatError is a
 * bug of ours and ends with exit code 70.
 */
export class HotseatError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
    readonly exitCode: ExitCode,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A flag, a setting, an id or a file that cannot be used. Exit code 2. */
export class InputError extends HotseatError {
  constructor(code: string, message: string, remedy: string, options?: ErrorOptions) {
    super(code, message, remedy, EXIT.badInput, options);
  }
}

/** The data folder cannot be read or written. Exit code 5. */
export class StorageError extends HotseatError {
  constructor(code: string, message: string, remedy: string, options?: ErrorOptions) {
    super(code, message, remedy, EXIT.dataFolder, options);
  }
}

/** A model refused, cannot be reached or sent something unreadable. Exit code 4 when every call failed. */
export class ModelError extends HotseatError {
  constructor(code: string, message: string, remedy: string, options?: ErrorOptions) {
    super(code, message, remedy, EXIT.modelFailed, options);
  }
}

/** The shape in which an error goes out with `--json`. */
export interface ErrorReport {
  code: string;
  message: string;
  remedy: string;
}

/** Words for an error; a bug keeps its message, so that a report of it is worth something. */
export function describeError(error: unknown): ErrorReport {
  if (error instanceof HotseatError) {
    return { code: error.code, message: error.message, remedy: error.remedy };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'bug', message, remedy: 'This is a bug of ours: please report it with the words above.' };
}
