import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createModelGrader } from '../../../src/grading/model-grader.ts';
import { createModelCleaningAgent } from '../../../src/interview/agents/model-cleaning.ts';
import { createModelQuestionAgent } from '../../../src/interview/agents/model-question.ts';
import { createModelReportAgent } from '../../../src/interview/agents/model-report.ts';
import type { Llm } from '../../../src/llm/llm.ts';
import { packagePath } from '../../../src/package-root.ts';
import { writeSummary } from '../../../src/resume/write-summary.ts';
import { replyTo } from '../../helpers/servers/interviewing-model.ts';
import { ENDPOINT } from '../../helpers/scripted-model.ts';
import { askedQuestion, gradedState, interviewState } from '../../helpers/states.ts';
import { understand } from '../../resume/parsing/resume-lines.ts';

const llm: Llm = { name: 'test/one', endpoint: ENDPOINT, complete: async (messages) => ({ text: replyTo({ messages }), usage: null, model: 'one' }) };
const question = askedQuestion();
const response = { question, domain: 'sql', difficulty: 'medium' as const, error: null };
const RESUME = understand('# Experience\nBackend Engineer, Acme\n2018 - 2022\n- Cut the p99 latency of the search from 900 to 150 ms with an index in PostgreSQL.\n- Moved the whole of the billing service to Kubernetes in one year.\n# Skills\nPostgreSQL');

/** The hash that is kept with what was written to a page. */
const RECORDED: Record<string, () => Promise<string | null | undefined>> = {
  'question.md': async () => (await createModelQuestionAgent({ llm, offline: async () => ({ questionAgentResponse: response }) })(interviewState())).questionAgentResponse?.worded?.by.promptHash,
  'cleaning.md': async () => {
    const worded = { text: 'Question: What is an index for?', by: { provider: 'test', model: 'asker', promptHash: 'abc' } };
    return (await createModelCleaningAgent({ llm, isRough: true })(interviewState({ questionAgentResponse: { ...response, worded } }))).previousQuestions?.[0]?.cleanedBy?.promptHash;
  },
  'evaluation.md': async () => (await createModelGrader({ llm }).grade({ question, answer: 'An index finds rows without reading the whole table.' } as Parameters<ReturnType<typeof createModelGrader>['grade']>[0])).gradedBy.promptHash,
  'report.md': async () => (await createModelReportAgent({ llm })(gradedState())).report?.advisedBy?.promptHash,
  'resume-summary.md': async () => (await writeSummary(RESUME, null, llm)).summary.writtenBy?.promptHash,
};

it('is kept for every page', () => {
  expect(Object.keys(RECORDED).sort()).toEqual(readdirSync(packagePath('prompts', 'agents')).sort());
});

it.each(Object.keys(RECORDED))('what is written to %s keeps the hash of the page as it is now', async (page) => {
  const text = readFileSync(join(packagePath('prompts', 'agents'), page));
  expect(await RECORDED[page]?.()).toBe(createHash('sha256').update(text).digest('hex'));
});
