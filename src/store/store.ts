import type { InterviewState, SessionListing } from '../schemas/interview.ts';
import type { SentCall } from '../schemas/network.ts';
import type { Chunk, ClaimStatus, ParsedResume, Resume, ResumeListing, ResumeSummary } from '../schemas/resume.ts';

export interface NewResume {
  /** The new resume's id, from `newResumeId`: its original and its index stand under it before the row does. */
  id: string;
  parsed: ParsedResume;
  role: string | null;
  summary: ResumeSummary;
  embedderId: string;
  /** One a chunk, in the chunks' order. */
  vectors: Float32Array[];
}

export interface StoredChunk {
  chunk: Chunk;
  vector: Float32Array;
}

export interface Candidate {
  id: string;
  name: string | null;
  resumes: number;
  interviews: number;
}

/**
 * The truth: everything that must outlive the process.
 *
 * All methods are async, so that a server database can take SQLite's place.
 * Each is one transaction: it happened as a whole when the promise resolves,
 * and not at all when it rejects. Rejects with `StorageError` when the data
 * folder cannot be read or written (full, read-only, damaged, locked).
 * Ids may be given by a unique prefix, or `last`; `find...` gives undefined
 * for an unknown one and rejects with `InputError` for an ambiguous one; the
 * other methods reject with `InputError` (`unknown-...`) for an unknown one.
 */
export interface Store {
  /** An id that no resume has. */
  newResumeId(): string;
  /** Stores a resume, or gives the id of the one with the same hash. The candidate is found by e-mail, else by name. */
  addResume(resume: NewResume): Promise<{ id: string; duplicate: boolean }>;
  findResume(id: string): Promise<Resume | undefined>;
  findResumeByHash(hash: string): Promise<Resume | undefined>;
  listResumes(): Promise<ResumeListing[]>;
  /** Deletes the resume and everything derived: chunks, claims, its interviews with all that is theirs. True if it was there. */
  deleteResume(id: string): Promise<boolean>;
  chunksOf(resumeId: string): Promise<{ embedderId: string; chunks: StoredChunk[] }>;
  /** Puts new vectors in place, for another embedder. */
  replaceVectors(resumeId: string, embedderId: string, vectors: Float32Array[]): Promise<void>;
  setClaimStatus(resumeId: string, claimId: string, status: ClaimStatus): Promise<void>;
  /** A summary for another role, cached by resume and role. */
  findSummary(resumeId: string, role: string): Promise<ResumeSummary | undefined>;
  saveSummary(resumeId: string, role: string, summary: ResumeSummary): Promise<void>;

  /**
   * Saves the whole state, with its questions, messages, answers, evaluations
   * and report as rows of their own. `revision` is 0 for a new interview and
   * otherwise what the last save or `findInterview` gave; gives the new one.
   * Rejects with `InputError` (`interview-taken`) when another process has
   * saved in between. A new answer empties the draft.
   */
  saveInterview(state: InterviewState, revision: number): Promise<number>;
  findInterview(id: string): Promise<{ state: InterviewState; revision: number; draft: string; createdAt: string } | undefined>;
  /** Last worked on first. `status` filters. */
  listInterviews(filter?: { status?: InterviewState['status']; resumeId?: string }): Promise<SessionListing[]>;
  deleteInterview(id: string): Promise<boolean>;
  /** The answer being written, so that a crash does not take it. Empty when sent. */
  saveDraft(sessionId: string, text: string): Promise<void>;
  /** Pack questions that the last interviews asked, newest first. */
  recentQuestions(interviews: number): Promise<string[]>;

  listCandidates(): Promise<Candidate[]>;
  /** The ids of the person's resumes, oldest first. */
  resumesOf(candidateId: string): Promise<string[] | undefined>;
  /** Takes everything of theirs. Gives the ids of the resumes that went, so that files and indexes can go too. */
  deleteCandidate(id: string): Promise<{ resumeIds: string[] } | undefined>;

  /** Writes down a request that left the machine. */
  recordCall(call: SentCall): Promise<void>;
  /** The requests of an interview, or all of them; oldest first. */
  listCalls(filter?: { sessionId?: string }): Promise<(SentCall & { sentAt: string })[]>;
  /** A reply kept under a key, unless its lifetime is over. */
  findReply(key: string): Promise<string | undefined>;
  /** Keeps a reply; the same key again takes its place. Errors are never kept. */
  keepReply(key: string, reply: string, lifetimeHours: number): Promise<void>;
  /** Vectors kept under keys, one a key, in order; undefined for what is not there or whose lifetime is over. */
  findEmbeddings(keys: string[]): Promise<(Float32Array | undefined)[]>;
  keepEmbeddings(embedderId: string, entries: { key: string; vector: Float32Array }[], lifetimeHours: number): Promise<void>;
  /** The vectors of a question pack, one a question; undefined when they were never made, or not by this embedder. */
  findPackVectors(embedderId: string, packHash: string, questions: number): Promise<Float32Array[] | undefined>;
  /** Keeps the vectors of a pack for as long as they are used; what nobody used for 90 days goes. */
  keepPackVectors(embedderId: string, packHash: string, vectors: Float32Array[]): Promise<void>;

  /** Notes that a hosted index may hold passages of the resume, whose row need not be there yet. `place` is for people. */
  noteHostedIndex(resumeId: string, place: string): Promise<void>;
  hostedIndexOf(resumeId: string): Promise<string | undefined>;
  forgetHostedIndex(resumeId: string): Promise<void>;

  /** Runs SQLite's integrity check and says what is wrong, or nothing. */
  check(): Promise<string | undefined>;
  close(): Promise<void>;
}
