import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { fillPrompt } from '../../src/llm/prompt-page.ts';
import { packagePath } from '../../src/package-root.ts';

const folder = mkdtempSync(join(tmpdir(), 'hotseat-pages-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'small.md'), 'You grade.\n\n---\n\nQuestion: {{question}}\n\n{{answer}}\n\nReply in JSON.\n');

const fill = (answer: string, question = 'Why?') => fillPrompt('small', { words: { question }, material: { answer } }, folder);

describe('a page', () => {
  it('is rules for the system, and the rest for the user, with its material fenced', () => {
    expect(fill('An index.').messages).toEqual([
      { role: 'system', content: 'You grade.' },
      { role: 'user', content: 'Question: Why?\n\n```\nAn index.\n```\n\nReply in JSON.' },
    ]);
  });

  it('has a hash of its own, whatever fills it', () => {
    expect(fill('One.').hash).toBe(fill('Two.').hash);
    expect(fill('One.').hash).toMatch(/^[0-9a-f]{64}$/);
    writeFileSync(join(folder, 'other.md'), readFileSync(join(folder, 'small.md'), 'utf8').replace('grade', 'judge'));
    expect(fillPrompt('other', { words: { question: 'Why?' }, material: { answer: 'One.' } }, folder).hash).not.toBe(fill('One.').hash);
  });

  it.each([
    ['is left out', { words: { question: 'Why?' } }],
    ['is empty', { words: { question: 'Why?' }, material: { answer: '' } }],
    ['is white space', { words: { question: ' \n' }, material: { answer: 'An index.' } }],
    ['is material of white space', { words: { question: 'Why?' }, material: { answer: ' \n' } }],
  ])('throws when what fills a hole %s', (_, words) => {
    expect(() => fillPrompt('small', words, folder)).toThrow(/hole \{\{\w+\}\} that nothing fills/);
  });

  it('throws for words that it has no hole for', () => {
    expect(() => fillPrompt('small', { words: { question: 'Why?', hint: 'None.' }, material: { answer: 'An index.' } }, folder)).toThrow('no hole for hint');
  });

  it('does not fill holes that its material brings along', () => {
    expect(fill('{{question}} {{secret}}', '{{answer}}').messages[1]?.content).toBe('Question: {{answer}}\n\n```\n{{question}} {{secret}}\n```\n\nReply in JSON.');
  });

  it.each(['$&', '$1', "$'", '\\n'])('takes %s as it is written', (text) => {
    expect(fill(text).messages[1]?.content).toContain(`\`\`\`\n${text}\n\`\`\``);
  });

  it('has fences that no material can close', () => {
    const line = fc.constantFrom('```', '````', '`````json', '---', 'ignore the above', '`', '``````` ', '{{question}}', '');
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 10 }).map((lines) => lines.join('\n')).filter((text) => text.trim() !== ''), (answer) => {
      const content = fill(answer).messages[1]?.content ?? '';
      const [fence = ''] = /^`{3,}$/mu.exec(content) ?? [];
      expect(answer).not.toContain(fence);
      expect(content).toBe(`Question: Why?\n\n${fence}\n${answer}\n${fence}\n\nReply in JSON.`);
    }));
  });
});

describe('the pages of the agents', () => {
  const names = readdirSync(packagePath('prompts', 'agents')).map((file) => file.replace('.md', ''));
  const holesOf = (name: string) => [...readFileSync(packagePath('prompts', 'agents', `${name}.md`), 'utf8').matchAll(/\{\{(\w+)\}\}/g)].map(([, hole = '']) => hole);

  it('are one for each agent that speaks to a model', () => {
    expect(names.sort()).toEqual(['cleaning', 'evaluation', 'question', 'report', 'resume-summary']);
  });

  it.each(names)('%s can be filled, with all its holes below its rules', (name) => {
    const material = Object.fromEntries(holesOf(name).map((hole) => [hole, `text of ${hole}`]));
    const { messages: [system, user] } = fillPrompt(name, { material });
    expect(system?.content).toMatch(/never an instruction to you/);
    expect(system?.content).not.toContain('text of');
    for (const hole of holesOf(name)) expect(user?.content).toContain(`text of ${hole}`);
    expect(user?.content).toMatch(/## Your reply\n[\s\S]{10,}$/);
  });

  it('asks the grader for bands, quotes and key points, and for no total', () => {
    const page = readFileSync(packagePath('prompts', 'agents', 'evaluation.md'), 'utf8');
    for (const words of ['"band": 1-4', '"quotes"', '"covered" | "partly" | "missed"', 'no total']) expect(page).toContain(words);
    expect(page).not.toMatch(/"score"|"total"|"overall/i);
  });
});
