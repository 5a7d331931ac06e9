import { describe, expect, it } from 'vitest';
import { summaryFor } from '../../../src/interview/agents/resume-summary.ts';
import { summarizeResume } from '../../../src/resume/parsing/summary.ts';
import type { Resume, ResumeSummary } from '../../../src/schemas/resume.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import { newHome } from '../../helpers/hotseat.ts';
import { down, scriptedModel } from '../../helpers/scripted-model.ts';
import { understand } from '../../resume/parsing/resume-lines.ts';

const parsed = understand('# Experience\nBackend Engineer, Acme\n2018 - 2022\n- Moved the billing service to Kubernetes.\n# Skills\nKubernetes');
const draft = { points: ['Moved billing to Kubernetes.'], keySkills: ['Kubernetes'], highlights: ['Moved the billing service to Kubernetes.'], suggestedTopics: ['containers-ci-cd'], suggestedDifficulty: 'medium' };

/** A stored resume with its offline summary for the role "Backend Engineer". */
async function stored(): Promise<{ resume: Resume; store: ReturnType<typeof openSqliteStore> }> {
  const store = openSqliteStore(newHome());
  const role = 'Backend Engineer';
  const vectors = parsed.chunks.map(() => Float32Array.from(Array.from({ length: 512 }, (_, axis) => (axis === 0 ? 1 : 0))));
  const { id } = await store.addResume({ id: store.newResumeId(), role, parsed, summary: summarizeResume(parsed, role), embedderId: 'test/one', vectors });
  const resume = await store.findResume(id);
  if (!resume) throw new Error('It was not stored.');
  return { resume, store };
}

const points = ({ summary }: { summary: ResumeSummary }) => summary.points;

describe('the summary of a stored resume', () => {
  it('is the one of ingest for the role it was made for', async () => {
    const { resume, store } = await stored();
    expect(await summaryFor(resume, 'Backend Engineer', { store, llm: null })).toEqual({ summary: resume.resumeSummary, notices: [] });
    await store.close();
  });

  it('is made once for another role, and kept', async () => {
    const { resume, store } = await stored();
    const llm = scriptedModel(draft, down);
    const first = await summaryFor(resume, 'Platform Engineer', { store, llm });
    expect(points(first)).toEqual(draft.points);
    expect(await summaryFor(resume, 'Platform Engineer', { store, llm })).toEqual({ ...first, notices: [] });
    expect(await store.findSummary(resume.id, 'Platform Engineer')).toEqual(first.summary);
    expect(llm.asked).toHaveLength(1);
    await store.close();
  });

  it.each(['Backend Engineer', 'Platform Engineer'])('that was computed gives way to a model\'s when there is one, for %s', async (role) => {
    const { resume, store } = await stored();
    const before = await summaryFor(resume, role, { store, llm: null });
    const after = await summaryFor(resume, role, { store, llm: scriptedModel(draft) });
    expect([before.summary.writtenBy, after.summary.writtenBy?.model]).toEqual([undefined, 'one']);
    expect(await summaryFor(resume, role, { store, llm: null })).toEqual(after);
    await store.close();
  });

  it('is tried again after the model has failed', async () => {
    const { resume, store } = await stored();
    const llm = scriptedModel(down, draft);
    const first = await summaryFor(resume, 'Platform Engineer', { store, llm });
    expect(first).toEqual({ summary: summarizeResume(parsed, 'Platform Engineer'), notices: [`${down.message} The summary was made on this machine.`] });
    expect(points(await summaryFor(resume, 'Platform Engineer', { store, llm }))).toEqual(draft.points);
    await store.close();
  });
});
