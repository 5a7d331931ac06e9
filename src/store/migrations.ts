import type { Database } from 'better-sqlite3';
import { StorageError } from '../errors.ts';

/*
 * What a row is about lies in `content` as JSON, checked by its schema when it
 * is read. The other columns are cut out of it by SQLite itself, so they can
 * be searched and never disagree with it.
 *
 * `number` grows with every row; it is what "newest" means.
 */
const firstTables = `
CREATE TABLE candidates (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT,
  email TEXT,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

CREATE TABLE resumes (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  candidate_id TEXT NOT NULL REFERENCES candidates (id) ON DELETE CASCADE,
  role TEXT,
  embedder_id TEXT NOT NULL,
  content TEXT NOT NULL,
  summary TEXT NOT NULL,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  hash TEXT NOT NULL UNIQUE AS (content ->> '$.hash') STORED,
  file TEXT AS (content ->> '$.file'),
  name TEXT AS (content ->> '$.name'),
  email TEXT AS (content ->> '$.email'),
  skills TEXT AS (content -> '$.skills'),
  domains TEXT AS (content -> '$.domains'),
  primary_domain TEXT AS (content ->> '$.primaryDomain'),
  years_of_experience REAL AS (content ->> '$.yearsOfExperience'),
  highest_education TEXT AS (content ->> '$.highestEducation'),
  suggested_topics TEXT AS (summary -> '$.suggestedTopics'),
  suggested_difficulty TEXT AS (summary ->> '$.suggestedDifficulty')
) STRICT;
CREATE INDEX resumes_of_candidate ON resumes (candidate_id);

CREATE TABLE chunks (
  resume_id TEXT NOT NULL REFERENCES resumes (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  vector BLOB NOT NULL,
  text TEXT AS (content ->> '$.text'),
  section TEXT AS (content ->> '$.section'),
  type TEXT AS (content ->> '$.type'),
  entry TEXT AS (content ->> '$.entry'),
  domains TEXT AS (content -> '$.domains'),
  primary_domain TEXT AS (content ->> '$.primaryDomain'),
  PRIMARY KEY (resume_id, position)
) STRICT;

CREATE TABLE claims (
  resume_id TEXT NOT NULL REFERENCES resumes (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  claim_id TEXT AS (content ->> '$.id'),
  status TEXT AS (content ->> '$.status'),
  PRIMARY KEY (resume_id, position)
) STRICT;

CREATE TABLE summaries (
  resume_id TEXT NOT NULL REFERENCES resumes (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  PRIMARY KEY (resume_id, role)
) STRICT;

CREATE TABLE interviews (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  resume_id TEXT REFERENCES resumes (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  draft TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  role TEXT AS (state ->> '$.jobRole') STORED,
  mode TEXT AS (state ->> '$.settings.mode') STORED,
  status TEXT AS (state ->> '$.status') STORED,
  round TEXT AS (state ->> '$.currentRound') STORED,
  phase TEXT AS (state ->> '$.conversationPhase') STORED,
  asked INTEGER AS (state ->> '$.questionCount') STORED,
  questions INTEGER AS (state ->> '$.settings.questions') STORED,
  answers INTEGER AS (json_array_length(state, '$.userAnswers')) STORED,
  score REAL AS (state ->> '$.report.overallScore') STORED
) STRICT;
CREATE INDEX interviews_of_resume ON interviews (resume_id);
CREATE INDEX interviews_by_status ON interviews (status);

CREATE TABLE questions (
  interview_id TEXT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  question_id TEXT AS (content ->> '$.id'),
  type TEXT AS (content ->> '$.type'),
  domain TEXT AS (content ->> '$.domain'),
  difficulty TEXT AS (content ->> '$.difficulty'),
  text TEXT AS (content ->> '$.text'),
  source_id TEXT AS (content ->> '$.source.id'),
  source_version INTEGER AS (content ->> '$.source.version'),
  source_pack TEXT AS (content ->> '$.source.pack'),
  PRIMARY KEY (interview_id, position)
) STRICT;

CREATE TABLE messages (
  interview_id TEXT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  role TEXT AS (content ->> '$.role'),
  text TEXT AS (content ->> '$.content'),
  PRIMARY KEY (interview_id, position)
) STRICT;

CREATE TABLE answers (
  interview_id TEXT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  answer_id TEXT AS (content ->> '$.id'),
  question_id TEXT AS (content ->> '$.questionId'),
  mode TEXT AS (content ->> '$.mode'),
  text TEXT AS (content ->> '$.text'),
  skipped INTEGER AS (content ->> '$.skipped'),
  PRIMARY KEY (interview_id, position)
) STRICT;

CREATE TABLE evaluations (
  interview_id TEXT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  answer_id TEXT AS (content ->> '$.answerId'),
  question_id TEXT AS (content ->> '$.questionId'),
  status TEXT AS (content ->> '$.evaluation.status'),
  score REAL AS (content ->> '$.evaluation.score'),
  band INTEGER AS (content ->> '$.evaluation.band'),
  grader TEXT AS (content ->> '$.evaluation.gradedBy.provider'),
  PRIMARY KEY (interview_id, position)
) STRICT;

CREATE TABLE disagreements (
  interview_id TEXT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  answer_id TEXT AS (content ->> '$.answerId'),
  band INTEGER AS (content ->> '$.band'),
  PRIMARY KEY (interview_id, position)
) STRICT;

CREATE TABLE reports (
  interview_id TEXT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  overall_score REAL AS (content ->> '$.overallScore'),
  hiring_recommendation TEXT AS (content ->> '$.hiringRecommendation'),
  PRIMARY KEY (interview_id, position)
) STRICT;
`;

const networkTables = `
CREATE TABLE network_calls (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  interview_id TEXT REFERENCES interviews (id) ON DELETE CASCADE,
  content TEXT NOT NULL,
  sent_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  host TEXT AS (content ->> '$.host'),
  purpose TEXT AS (content ->> '$.purpose'),
  cost_usd REAL AS (content ->> '$.costUsd')
) STRICT;
CREATE INDEX calls_of_interview ON network_calls (interview_id);

CREATE TABLE replies (
  key TEXT PRIMARY KEY,
  reply TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;
-- A reply may hold words of whatever was deleted, and nobody can tell which: it is a cache, so all of it goes.
CREATE TRIGGER replies_go_with_resumes AFTER DELETE ON resumes BEGIN DELETE FROM replies; END;
CREATE TRIGGER replies_go_with_interviews AFTER DELETE ON interviews BEGIN DELETE FROM replies; END;
`;

const embeddingTables = `
CREATE TABLE embeddings (
  key TEXT PRIMARY KEY,
  embedder_id TEXT NOT NULL,
  vector BLOB NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;
-- As with replies: a vector says much about its text, and nobody can tell whose it was.
CREATE TRIGGER embeddings_go_with_resumes AFTER DELETE ON resumes BEGIN DELETE FROM embeddings; END;
CREATE TRIGGER embeddings_go_with_interviews AFTER DELETE ON interviews BEGIN DELETE FROM embeddings; END;
-- That something was sent stays in the ledger; the words that may have been the resume's go.
CREATE TRIGGER payloads_go_with_resumes AFTER DELETE ON resumes BEGIN
  UPDATE network_calls SET content = json_set(content, '$.maskedPayload', '') WHERE interview_id IS NULL;
END;

-- Which hosted index may hold passages of a resume. It is written before the resume's own row is.
CREATE TABLE hosted_indexes (
  resume_id TEXT PRIMARY KEY,
  place TEXT NOT NULL
) STRICT;

CREATE TABLE pack_vectors (
  embedder_id TEXT NOT NULL,
  pack_hash TEXT NOT NULL,
  vectors BLOB NOT NULL,
  used_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  PRIMARY KEY (embedder_id, pack_hash)
) STRICT;
`;

/** Each once, in this order. Never change one that was published: add at the end. */
export const MIGRATIONS = [firstTables, networkTables, embeddingTables];

/** Brings the database to this version of hotseat, as a whole or not at all. One of a newer version is refused. */
export function migrate(database: Database, file: string): void {
  if (versionOf(database) === MIGRATIONS.length) return;
  database
    .transaction(() => {
      // Read again: another process may have done the work while we waited for the lock.
      const version = versionOf(database);
      if (version > MIGRATIONS.length) throw newerDatabase(file);
      for (const step of MIGRATIONS.slice(version)) database.exec(step);
      database.pragma(`user_version = ${MIGRATIONS.length}`);
    })
    .immediate();
}

function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

function newerDatabase(file: string): StorageError {
  return new StorageError(
    'database-newer',
    `${file} was written by a newer version of hotseat.`,
    'Update hotseat, or set HOTSEAT_HOME to another folder.',
  );
}
