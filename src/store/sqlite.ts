import { StorageError } from '../errors.ts';
import { createCandidateStore } from './candidates.ts';
import { type Connection, openConnection } from './connection.ts';
import { createEmbeddingStore } from './embeddings.ts';
import { createInterviewStore } from './interviews.ts';
import { createNetworkStore } from './network.ts';
import { createResumeStore } from './resumes.ts';
import type { Store } from './store.ts';
import { createSummaryStore } from './summaries.ts';

/**
 * The store in `hotseat.db` of the data folder; both are made when they are
 * missing. Throws a `StorageError` when the folder or the file cannot be used,
 * or when a newer version of hotseat wrote it.
 */
export function openSqliteStore(folder: string): Store {
  return createSqliteStore(openConnection(folder));
}

/** The store over an open connection, which it closes. */
export function createSqliteStore(connection: Connection): Store {
  return {
    ...createResumeStore(connection),
    ...createSummaryStore(connection),
    ...createInterviewStore(connection),
    ...createCandidateStore(connection),
    ...createNetworkStore(connection),
    ...createEmbeddingStore(connection),
    check: async () => check(connection),
    close: async () => connection.close(),
  };
}

function check({ database, read }: Connection): string | undefined {
  try {
    return read(() => {
      const integrity = database.pragma('integrity_check') as { integrity_check: string }[];
      const orphans = database.pragma('foreign_key_check') as { table: string; parent: string }[];
      const findings = integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok');
      findings.push(...orphans.map(({ table, parent }) => `a row of ${table} belongs to no row of ${parent}`));
      return findings.length > 0 ? findings.join('\n') : undefined;
    });
  } catch (error) {
    // Damage can be such that the check itself is stopped by it: that is a finding too.
    if (error instanceof StorageError && error.code === 'database-damaged') return error.message;
    throw error;
  }
}
