import { describe, expect, it } from 'vitest';
import { planDomains } from '../../src/interview/domain-plan.ts';
import { focusOf } from '../../src/interview/job-focus.ts';
import { languageDomains } from '../../src/interview/resume-languages.ts';
import type { JobDescription, JobMatch } from '../../src/schemas/job.ts';

const available = ['sql', 'api-design', 'system-design', 'rust', 'react', 'containers-ci-cd', 'observability'];

describe('the domain plan', () => {
  it('follows the job description before role and resume', () => {
    const plan = planDomains(3, { role: 'Frontend Developer', jobDomains: ['rust', 'sql', 'observability'], resumeDomains: ['react'], available });
    expect(Object.keys(plan).sort()).toEqual(['observability', 'rust', 'sql']);
  });

  it('plans as many questions as there are, only of domains that the bank has', () => {
    const plan = planDomains(6, { role: 'Backend Engineer', jobDomains: ['cobol', 'rust'], resumeDomains: [], available });
    expect(Object.values(plan).reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(plan).not.toHaveProperty('cobol');
  });

  it('asks about the languages that a resume lists where the role names no field', () => {
    const plan = planDomains(4, { role: 'Software Developer', resumeDomains: ['testing', 'algorithms', 'java'], languages: languageDomains({ skills: ['C#', 'Java', 'OOPs'] }), available: [...available, 'java', 'testing', 'algorithms'] });
    expect(plan).toHaveProperty('java');
  });

  it('goes by the role alone when there is neither job nor resume', () => {
    expect(Object.keys(planDomains(2, { role: 'Backend Engineer', resumeDomains: [], available }))).toEqual(['sql', 'api-design']);
  });
});

describe('the focus of a job', () => {
  const job = { required: [{ name: 'Go', alternatives: ['Rust'], domain: 'go', page: 1, line: 1 }], niceToHave: [], domains: ['go', 'sql', 'cloud', 'security'] } as unknown as JobDescription;

  it('is its own order without a resume', () => {
    expect(focusOf(job, null)).toEqual({ domains: ['go', 'sql', 'cloud', 'security'], skills: ['Go', 'Rust'] });
  });

  it('moves up the domains in which the resume has a gap', () => {
    const match = { gaps: [{ domain: 'cloud', because: [] }, { domain: 'security', because: [] }] } as unknown as JobMatch;
    expect(focusOf(job, match).domains).toEqual(['cloud', 'go', 'sql', 'security']);
  });
});
