/** The version of every shape that `score` writes. */
export const SCHEMA_VERSION = 1;
