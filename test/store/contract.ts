import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import {
  askedQuestion,
  gradedState,
  interviewReport,
  interviewState,
  ungradedEvaluation,
} from '../helpers/states.ts';
import { axis, claim, newResume, summary } from './sample-resume.ts';

/** What every store must do. An adapter's own test file calls this first; `open` gives a new, empty store. */
export function testStore(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(async () => {
    await store.close();
  });

  const codeOf = async (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => 'resolved',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );

  describe('resumes', () => {
    it('gives back what was stored', async () => {
      const given = newResume();
      const { id, duplicate } = await store.addResume(given);
      const found = await store.findResume(id);

      expect(duplicate).toBe(false);
      expect(found).toMatchObject({ ...given.parsed, id, role: 'Backend Developer', resumeSummary: summary });
      expect(Date.parse(found?.createdAt ?? '')).toBeGreaterThan(0);
      expect(await store.findResumeByHash('one')).toEqual(found);
    });

    it('hands out ids that are short, plain and always new', () => {
      const ids = Array.from({ length: 1000 }, () => store.newResumeId());
      expect(new Set(ids).size).toBe(1000);
      ids.forEach((id) => expect(id).toMatch(/^[0-9a-z]{8,12}$/));
    });

    it('gives the id of the one with the same bytes instead of storing it twice', async () => {
      const first = await store.addResume({ ...newResume(), id: store.newResumeId() });
      expect(await store.addResume(newResume())).toEqual({ id: first.id, duplicate: true });
      expect(await store.listResumes()).toHaveLength(1);
    });

    it('lists them newest first', async () => {
      await store.addResume(newResume('one'));
      await store.addResume(newResume('two'));
      expect(await store.listResumes()).toMatchObject([
        { name: 'Person two', file: 'resume.md', role: 'Backend Developer', primaryDomain: 'sql', chunks: 2 },
        { name: 'Person one' },
      ]);
    });

    it('keeps chunks with their vectors and the name of the embedder', async () => {
      const { id } = await store.addResume(newResume());
      const { embedderId, chunks } = await store.chunksOf(id);
      expect(embedderId).toBe('test/axes');
      expect(chunks.map(({ vector }) => vector)).toEqual([axis(0), axis(1)]);
      expect(chunks.map(({ chunk }) => chunk.index)).toEqual([0, 1]);
    });

    it('replaces the vectors for another embedder', async () => {
      const { id } = await store.addResume(newResume());
      await store.replaceVectors(id, 'test/other', [axis(5), axis(6)]);
      const { embedderId, chunks } = await store.chunksOf(id);
      expect(embedderId).toBe('test/other');
      expect(chunks.map(({ vector }) => vector)).toEqual([axis(5), axis(6)]);
    });

    it('changes nothing when there are too few vectors', async () => {
      const { id } = await store.addResume(newResume());
      await expect(store.replaceVectors(id, 'test/other', [axis(5)])).rejects.toThrow('1 vectors for 2 chunks');
      await expect(store.addResume({ ...newResume('two'), vectors: [] })).rejects.toThrow('0 vectors for 2 chunks');
      expect((await store.chunksOf(id)).embedderId).toBe('test/axes');
      expect(await store.listResumes()).toHaveLength(1);
      expect(await store.listCandidates()).toHaveLength(1);
    });

    it('remembers what became of a claim', async () => {
      const { id } = await store.addResume(newResume());
      await store.setClaimStatus(id, 'c1', 'defended');
      expect((await store.findResume(id))?.claims).toEqual([{ ...claim, status: 'defended' }]);
    });

    it('keeps a summary for each other role, the last one', async () => {
      const { id } = await store.addResume(newResume());
      await store.saveSummary(id, 'Data Engineer', { ...summary, points: ['first'] });
      await store.saveSummary(id, 'Data Engineer', { ...summary, points: ['second'] });
      expect((await store.findSummary(id, 'Data Engineer'))?.points).toEqual(['second']);
      expect(await store.findSummary(id, 'Tester')).toBeUndefined();
    });

    it.each<[string, (store: Store) => Promise<unknown>, string]>([
      ['chunks', (one) => one.chunksOf('nobody'), 'unknown-resume'],
      ['vectors', (one) => one.replaceVectors('nobody', 'test/axes', []), 'unknown-resume'],
      ['claims', (one) => one.setClaimStatus('nobody', 'c1', 'shaky'), 'unknown-resume'],
      ['summaries', (one) => one.saveSummary('nobody', 'Tester', summary), 'unknown-resume'],
      ['drafts', (one) => one.saveDraft('nobody', 'text'), 'unknown-session'],
    ])('refuses %s of an unknown id', async (_, ask, code) => {
      expect(await codeOf(ask(store))).toBe(code);
    });
  });

  describe('ids', () => {
    it('may be a unique beginning, or last', async () => {
      const one = await store.addResume(newResume('one'));
      const two = await store.addResume(newResume('two'));
      await store.saveInterview(interviewState({ sessionId: 'abcd' }), 0);
      await store.saveInterview(interviewState({ sessionId: 'abxy' }), 0);

      expect((await store.findResume('last'))?.id).toBe(two.id);
      expect((await store.findResume(one.id.slice(0, 2)))?.id).toBe(one.id);
      expect((await store.findInterview('abx'))?.state.sessionId).toBe('abxy');
      expect((await store.findInterview('last'))?.state.sessionId).toBe('abxy');
      expect(await codeOf(store.findInterview('ab'))).toBe('ambiguous-id');
    });

    it('mean by last the interview that was last worked on', async () => {
      const first = interviewState({ sessionId: 'first' });
      await store.saveInterview(first, 0);
      await store.saveInterview(interviewState({ sessionId: 'second' }), 0);
      // Times are kept to the millisecond.
      const saved = Date.now();
      await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(saved + 1), { interval: 1 });
      await store.saveInterview(first, 1);
      expect((await store.findInterview('last'))?.state.sessionId).toBe('first');
      expect((await store.listInterviews()).map(({ id }) => id)).toEqual(['first', 'second']);
    });

    it('mean themselves when they are the beginning of another', async () => {
      await store.saveInterview(interviewState({ sessionId: 'abcd' }), 0);
      await store.saveInterview(interviewState({ sessionId: 'abc' }), 0);
      expect((await store.findInterview('abc'))?.state.sessionId).toBe('abc');
    });

    it.each(['', 'last', 'nobody', '%', '_'])('give nothing when "%s" fits none', async (given) => {
      if (given !== 'last') await store.saveInterview(interviewState(), 0);
      expect(await store.findInterview(given)).toBeUndefined();
      expect(await store.findResume(given)).toBeUndefined();
      expect(await store.deleteInterview(given)).toBe(false);
      expect(await store.deleteResume(given)).toBe(false);
      expect(await store.deleteCandidate(given)).toBeUndefined();
    });
  });

  describe('interviews', () => {
    it('come back whole, with their revision', async () => {
      const state = gradedState({ status: 'completed', report: interviewReport() });
      const revision = await store.saveInterview(state, 0);
      expect(await store.findInterview(state.sessionId)).toMatchObject({ state, revision, draft: '' });
    });

    it('keep any text a person can type', async () => {
      const content = '"; DROP TABLE answers; -- \u0000 \ud83d\ude00 \n\t é 中文';
      const state = gradedState({ messages: [{ role: 'candidate', content, questionId: null, answerId: null }] });
      await store.saveInterview(state, 0);
      await store.saveDraft(state.sessionId, content);
      expect(await store.findInterview(state.sessionId)).toMatchObject({ state, draft: content });
    });

    it('are saved on top of the revision that was read, and of no other', async () => {
      const first = await store.saveInterview(interviewState(), 0);
      const second = await store.saveInterview(interviewState({ questionCount: 1 }), first);

      expect(await codeOf(store.saveInterview(interviewState({ questionCount: 2 }), first))).toBe('interview-taken');
      expect(await codeOf(store.saveInterview(interviewState({ questionCount: 2 }), 0))).toBe('interview-taken');
      expect(await store.findInterview('session1')).toMatchObject({ state: { questionCount: 1 }, revision: second });
    });

    it('do not come back by being saved after they were deleted', async () => {
      const revision = await store.saveInterview(interviewState(), 0);
      expect(await store.deleteInterview('session1')).toBe(true);
      expect(await codeOf(store.saveInterview(interviewState(), revision))).toBe('interview-taken');
      expect(await store.findInterview('session1')).toBeUndefined();
    });

    it('need a resume that is there', async () => {
      expect(await codeOf(store.saveInterview(interviewState({ resumeId: 'gone' }), 0))).toBe('unknown-resume');
      expect(await store.listInterviews()).toEqual([]);
    });

    it('are listed newest first, with what the report found', async () => {
      const { id: resumeId } = await store.addResume(newResume());
      const completed = { status: 'completed', report: interviewReport() } as const;
      await store.saveInterview(gradedState({ sessionId: 'older', resumeId, ...completed }), 0);
      await store.saveInterview(interviewState({ sessionId: 'newer' }), 0);

      const common = { role: 'Backend Developer', mode: 'coach', questions: 5 };
      expect(await store.listInterviews()).toMatchObject([
        { ...common, id: 'newer', resumeId: null, candidate: null, status: 'in_progress', asked: 0, score: null },
        { ...common, id: 'older', resumeId, candidate: 'Person one', status: 'completed', asked: 1, score: 0.7 },
      ]);
      expect(await store.listInterviews({ status: 'completed' })).toMatchObject([{ id: 'older' }]);
      expect(await store.listInterviews({ resumeId: resumeId.slice(0, 3) })).toMatchObject([{ id: 'older' }]);
      expect(await store.listInterviews({ resumeId: 'nobody' })).toEqual([]);
    });

    it('keep the answer being written until it is sent', async () => {
      const first = await store.saveInterview(interviewState(), 0);
      await store.saveDraft('session1', 'An index finds');
      const second = await store.saveInterview(interviewState({ hintsShown: { q1: 1 } }), first);
      expect((await store.findInterview('session1'))?.draft).toBe('An index finds');

      await store.saveInterview(gradedState(), second);
      expect((await store.findInterview('session1'))?.draft).toBe('');
    });

    it('hold what is ungraded as ungraded', async () => {
      const evaluation = ungradedEvaluation();
      const state = gradedState({ evaluationHistory: [{ answerId: 'a1', questionId: 'q1', evaluation }] });
      await store.saveInterview(state, 0);
      expect((await store.findInterview('last'))?.state.evaluationHistory[0]?.evaluation).toEqual(evaluation);
    });

    it('refuse a state that could not be read again', async () => {
      const broken = gradedState({ questionCount: -1 });
      await expect(store.saveInterview(broken, 0)).rejects.toThrow();
      expect(await store.listInterviews()).toEqual([]);
    });
  });

  describe('recent questions', () => {
    const asked = (...ids: string[]) =>
      ids.map((id) => askedQuestion({ id, source: { id, version: 1, pack: 'sql', packHash: 'abc' } }));

    it('are those of the last interviews, newest first, each once', async () => {
      await store.saveInterview(interviewState({ sessionId: 's1', previousQuestions: asked('old') }), 0);
      await store.saveInterview(interviewState({ sessionId: 's2', previousQuestions: asked('a', 'b') }), 0);
      const own = askedQuestion({ id: 'q3', source: null });
      await store.saveInterview(interviewState({ sessionId: 's3', previousQuestions: [...asked('c', 'a'), own] }), 0);

      expect(await store.recentQuestions(2)).toEqual(['a', 'c', 'b']);
      expect(await store.recentQuestions(0)).toEqual([]);
    });
  });

  describe('candidates', () => {
    it.each([
      ['by e-mail, whatever the name', { name: 'Another Spelling', email: 'ONE@example.com ' }, 1],
      ['by name, when the resume has no e-mail', { name: 'person  ONE', email: null }, 1],
      ['as somebody else, when only the name is the same', { name: 'Person one', email: 'other@example.com' }, 2],
      ['as somebody else, when nothing is the same', { name: 'Person two', email: 'two@example.com' }, 2],
      ['as somebody else, when there is neither', { name: null, email: null }, 2],
    ])('are found %s', async (_, person, candidates) => {
      await store.addResume(newResume('one'));
      await store.addResume(newResume('two', person));
      expect(await store.listCandidates()).toHaveLength(candidates);
    });

    it('are listed with what is theirs', async () => {
      const { id: resumeId } = await store.addResume(newResume('one'));
      await store.addResume(newResume('two', { email: 'one@example.com' }));
      await store.saveInterview(interviewState({ resumeId }), 0);
      expect(await store.listCandidates()).toMatchObject([{ name: 'Person one', resumes: 2, interviews: 1 }]);
    });
  });

  describe('deleting', () => {
    it('a resume takes its interviews, and its person when nothing of theirs is left', async () => {
      const one = await store.addResume(newResume('one'));
      const two = await store.addResume(newResume('two'));
      await store.saveInterview(gradedState({ sessionId: 's1', resumeId: one.id }), 0);
      await store.saveInterview(gradedState({ sessionId: 's2', resumeId: two.id }), 0);

      expect(await store.deleteResume(one.id)).toBe(true);
      expect(await store.findResume(one.id)).toBeUndefined();
      expect(await store.listInterviews()).toMatchObject([{ id: 's2' }]);
      expect(await store.listCandidates()).toMatchObject([{ name: 'Person two' }]);
    });

    it('one of two resumes leaves the person and the other resume', async () => {
      const one = await store.addResume(newResume('one'));
      await store.addResume(newResume('two', { email: 'one@example.com' }));
      await store.deleteResume(one.id);
      expect(await store.listCandidates()).toMatchObject([{ resumes: 1 }]);
    });

    it('a person takes everything of theirs, and nothing of others', async () => {
      const one = await store.addResume(newResume('one'));
      const again = await store.addResume(newResume('again', { email: 'one@example.com' }));
      await store.addResume(newResume('two'));
      await store.saveInterview(gradedState({ resumeId: one.id }), 0);
      const person = (await store.listCandidates()).find(({ name }) => name === 'Person one');

      expect(await store.deleteCandidate(person?.id ?? '')).toEqual({ resumeIds: [one.id, again.id] });
      expect(await store.listInterviews()).toEqual([]);
      expect(await store.listResumes()).toMatchObject([{ name: 'Person two' }]);
      expect(await store.listCandidates()).toMatchObject([{ name: 'Person two' }]);
    });

    it('a resume lets the same file be stored again', async () => {
      const first = await store.addResume(newResume());
      await store.deleteResume(first.id);
      expect(await store.addResume(newResume())).toMatchObject({ duplicate: false });
    });
  });

  describe('the network', () => {
    const call = {
      sessionId: null,
      provider: 'openai',
      host: 'api.openai.com',
      model: 'gpt-4o',
      purpose: 'evaluation',
      inputTokens: 900,
      outputTokens: 120,
      costUsd: 0.003,
      latencyMs: 812,
      ok: true,
      failure: null,
      maskedPayload: 'The answer of [NAME_1]',
    };

    it('is written down, call by call, and found by interview', async () => {
      const { sessionId } = gradedState();
      await store.saveInterview(gradedState(), 0);
      await store.recordCall(call);
      await store.recordCall({ ...call, sessionId, ok: false, failure: 'model-timeout', inputTokens: null, outputTokens: null, costUsd: null });

      expect(await store.listCalls()).toMatchObject([call, { sessionId, ok: false, costUsd: null }]);
      expect(await store.listCalls({ sessionId })).toMatchObject([{ failure: 'model-timeout' }]);
    });

    it('is forgotten with its interview', async () => {
      const { sessionId } = gradedState();
      await store.saveInterview(gradedState(), 0);
      await store.recordCall({ ...call, sessionId });
      await store.deleteInterview(sessionId);
      expect(await store.listCalls()).toEqual([]);
    });

    it('keeps a reply until its lifetime is over', async () => {
      await store.keepReply('key', 'first', 24);
      await store.keepReply('key', 'second', 24);
      await store.keepReply('old', 'gone', 0);
      expect(await store.findReply('key')).toBe('second');
      expect(await store.findReply('old')).toBeUndefined();
      expect(await store.findReply('other')).toBeUndefined();
    });

    it('keeps no reply when something was deleted that it may be about', async () => {
      await store.saveInterview(gradedState(), 0);
      await store.keepReply('key', 'words of somebody', 24);
      await store.deleteInterview(gradedState().sessionId);
      expect(await store.findReply('key')).toBeUndefined();
    });
  });

  describe('vectors that were made', () => {
    it('are kept under their keys until their lifetime is over', async () => {
      await store.keepEmbeddings('test/axes', [{ key: 'one', vector: axis(1) }, { key: 'two', vector: axis(2) }], 24);
      await store.keepEmbeddings('test/axes', [{ key: 'old', vector: axis(3) }], 0);
      await store.keepEmbeddings('test/axes', [{ key: 'one', vector: axis(9) }], 24);
      expect(await store.findEmbeddings(['two', 'other', 'one', 'old'])).toEqual([axis(2), undefined, axis(9), undefined]);
      expect(await store.findEmbeddings([])).toEqual([]);
    });

    it.each([
      ['a resume', async () => void (await store.deleteResume((await store.addResume(newResume())).id))],
      ['an interview', async () => {
        await store.saveInterview(gradedState(), 0);
        await store.deleteInterview(gradedState().sessionId);
      }],
    ])('go when %s is deleted that they may be about', async (_, remove) => {
      await store.keepEmbeddings('test/axes', [{ key: 'one', vector: axis(1) }], 24);
      await remove();
      expect(await store.findEmbeddings(['one'])).toEqual([undefined]);
    });

    it('of a question pack are kept by embedder and pack, whole', async () => {
      await store.keepPackVectors('test/axes', 'pack-1', [axis(1), axis(2)]);
      await store.keepPackVectors('test/other', 'pack-1', [axis(5), axis(6)]);
      expect(await store.findPackVectors('test/axes', 'pack-1', 2)).toEqual([axis(1), axis(2)]);
      expect(await store.findPackVectors('test/other', 'pack-1', 2)).toEqual([axis(5), axis(6)]);
      expect(await store.findPackVectors('test/axes', 'pack-1', 3)).toBeUndefined();
      expect(await store.findPackVectors('test/axes', 'pack-2', 2)).toBeUndefined();
    });
  });

  it('remembers where else the passages of a resume are, before it has a row and until that is forgotten', async () => {
    const id = store.newResumeId();
    expect(await store.hostedIndexOf(id)).toBeUndefined();
    await store.noteHostedIndex(id, 'Pinecone (index one)');
    await store.noteHostedIndex(id, 'Pinecone (index two)');
    expect(await store.hostedIndexOf(id)).toBe('Pinecone (index two)');
    await store.forgetHostedIndex(id);
    expect(await store.hostedIndexOf(id)).toBeUndefined();
  });

  it('keeps what was sent where, and not the words, when a resume is deleted that they may be of', async () => {
    const call = { sessionId: null, provider: 'openai', host: 'api.openai.com', model: 'm', purpose: 'embedding', inputTokens: 9, outputTokens: null, costUsd: 0.1, latencyMs: 8, ok: true, failure: null, maskedPayload: 'Words of a resume' };
    const { id } = await store.addResume(newResume());
    await store.recordCall(call);
    await store.deleteResume(id);
    expect(await store.listCalls()).toMatchObject([{ ...call, maskedPayload: '' }]);
  });

  it('finds nothing wrong with itself', async () => {
    await store.addResume(newResume());
    await store.saveInterview(gradedState(), 0);
    expect(await store.check()).toBeUndefined();
  });
}
