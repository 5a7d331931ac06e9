import { z } from 'zod';
import { InputError } from '../errors.ts';
import { Claim, ParsedResume, type Resume, ResumeListing, ResumeSummary } from '../schemas/resume.ts';
import { createCandidateRows } from './candidates.ts';
import type { Connection } from './connection.ts';
import { createIdFinder, newId, requireResume } from './ids.ts';
import { createPassageRows } from './passages.ts';
import { json, readRecord } from './records.ts';
import type { NewResume, Store } from './store.ts';

type ResumeMethods = Pick<
  Store,
  | 'newResumeId'
  | 'addResume'
  | 'findResume'
  | 'findResumeByHash'
  | 'listResumes'
  | 'deleteResume'
  | 'chunksOf'
  | 'replaceVectors'
  | 'setClaimStatus'
>;

// Chunks and claims have rows of their own.
const Content = ParsedResume.omit({ chunks: true, claims: true });

const ResumeRow = z.object({
  id: z.string(),
  candidateId: z.string(),
  role: z.string().nullable(),
  createdAt: z.string(),
  content: json(Content),
  resumeSummary: json(ResumeSummary),
});

const SELECT = `
  SELECT id, candidate_id AS candidateId, role, created_at AS createdAt, content, summary AS resumeSummary
  FROM resumes WHERE id = ?`;

const SELECT_LISTING = `
  SELECT id, file, name, role, primary_domain AS primaryDomain, created_at AS createdAt,
    (SELECT count(*) FROM chunks WHERE resume_id = resumes.id) AS chunks
  FROM resumes ORDER BY number DESC`;

const INSERT = `
  INSERT INTO resumes (id, candidate_id, role, embedder_id, content, summary)
  VALUES (@id, @candidateId, @role, @embedderId, @content, @summary)`;

export function createResumeStore(connection: Connection): ResumeMethods {
  const { database, read, write, erase } = connection;
  const findId = createIdFinder(database, 'resumes');
  const candidates = createCandidateRows(database);
  const passages = createPassageRows(database);
  const select = database.prepare<[string]>(SELECT);
  const idByHash = database.prepare<[string], string>('SELECT id FROM resumes WHERE hash = ?').pluck();
  const list = database.prepare(SELECT_LISTING);
  const insert = database.prepare(INSERT);
  const remove = database.prepare<[string]>('DELETE FROM resumes WHERE id = ?');
  const selectEmbedder = database.prepare<[string], string>('SELECT embedder_id FROM resumes WHERE id = ?').pluck();
  const updateEmbedder = database.prepare<[string, string]>('UPDATE resumes SET embedder_id = ? WHERE id = ?');

  function load(id: string): Resume | undefined {
    const row = select.get(id);
    if (row === undefined) return undefined;
    const { content, ...rest } = readRecord(ResumeRow, row, `The resume ${id}`);
    return { ...content, ...rest, claims: passages.claims(id), chunks: passages.chunks(id).map(({ chunk }) => chunk) };
  }

  function add({ id, role, embedderId, vectors }: NewResume, parsed: ParsedResume, summary: ResumeSummary): void {
    const { chunks, claims, ...content } = parsed;
    insert.run({
      id,
      candidateId: candidates.findOrAdd(parsed),
      role,
      embedderId,
      content: JSON.stringify(content),
      summary: JSON.stringify(summary),
    });
    passages.addChunks(id, chunks, vectors);
    passages.addClaims(id, claims);
  }

  return {
    // Random and long enough that no two are the same.
    newResumeId: newId,

    async addResume(resume) {
      // Checked on the way in too, so that nothing is stored that cannot be read again.
      const parsed = ParsedResume.parse(resume.parsed);
      const summary = ResumeSummary.parse(resume.summary);
      return write(() => {
        const known = idByHash.get(parsed.hash);
        if (known !== undefined) return { id: known, duplicate: true };
        add(resume, parsed, summary);
        return { id: resume.id, duplicate: false };
      });
    },

    async findResume(given) {
      return read(() => {
        const id = findId(given);
        return id === undefined ? undefined : load(id);
      });
    },

    async findResumeByHash(hash) {
      return read(() => {
        const id = idByHash.get(hash);
        return id === undefined ? undefined : load(id);
      });
    },

    async listResumes() {
      return read(() => readRecord(z.array(ResumeListing), list.all(), 'The list of resumes'));
    },

    async deleteResume(given) {
      return erase(() => {
        const id = findId(given);
        if (id === undefined) return false;
        remove.run(id);
        candidates.removeWithoutResumes();
        return true;
      });
    },

    async chunksOf(given) {
      return read(() => {
        const id = requireResume(findId, given);
        const embedderId = readRecord(z.string(), selectEmbedder.get(id), `The resume ${id}`);
        return { embedderId, chunks: passages.chunks(id) };
      });
    },

    async replaceVectors(given, embedderId, vectors) {
      write(() => {
        const id = requireResume(findId, given);
        passages.replaceVectors(id, vectors);
        updateEmbedder.run(embedderId, id);
      });
    },

    async setClaimStatus(given, claimId, status) {
      write(() => {
        const id = requireResume(findId, given);
        const claim = passages.claims(id).find((one) => one.id === claimId);
        if (!claim) {
          throw new InputError('unknown-claim', `The resume ${id} has no claim ${claimId}.`, 'See `hotseat resume show`.');
        }
        passages.updateClaim(id, Claim.parse({ ...claim, status }));
      });
    },
  };
}
