import { describe, expect, it } from 'vitest';
import { createPatience } from '../../src/llm/patience.ts';
import { createPatientLlm } from '../../src/llm/patient.ts';
import { completeText } from '../../src/llm/spoken-text.ts';
import { failure, hello, scriptedLlm, type ScriptedTurn } from './scripted-llm.ts';

const patiently = (...turns: ScriptedTurn[]) => createPatientLlm(scriptedLlm(...turns), createPatience({ sleep: async () => undefined }));

const breaksAfter = (text: string): ScriptedTurn => async (_, { onText }) => {
  onText?.(text);
  throw failure('model-unreachable');
};

async function spoken(...turns: ScriptedTurn[]): Promise<{ text: string; shown: string[] }> {
  const shown: string[] = [];
  const text = await completeText(patiently(...turns), hello, { onSpoken: (so) => shown.push(so) });
  return { text, shown };
}

describe('words of a model', () => {
  it('are shown as far as they have come', async () => {
    expect(await spoken('Why?')).toEqual({ text: 'Why?', shown: ['W', 'Wh', 'Why', 'Why?'] });
  });

  it.each([
    ['<think>An index? Or a lock?</think>\n\nWhy an index?', 'Why an index?'],
    ['\n <THINK>\n</THINK>Why?', 'Why?'],
    ['<thin air> is what?', '<thin air> is what?'],
    ['  Why?  ', 'Why?'],
  ])('%j are %j, and nothing else was shown of it', async (reply, words) => {
    const { text, shown } = await spoken(reply);
    expect(text).toBe(words);
    for (const so of shown) expect(words).toContain(so.trim());
    expect(shown.at(-1)?.trim()).toBe(words);
  });

  it('are taken back when the model begins again', async () => {
    expect(await spoken(breaksAfter('Wha'), 'Why?')).toEqual({ text: 'Why?', shown: ['Wha', '', 'W', 'Wh', 'Why', 'Why?'] });
  });

  it('are taken back when it fails', async () => {
    const shown: string[] = [];
    const asking = completeText(scriptedLlm(breaksAfter('Wha')), hello, { onSpoken: (so) => shown.push(so) });
    await expect(asking).rejects.toMatchObject({ code: 'model-unreachable' });
    expect(shown).toEqual(['Wha', '']);
  });

  it('are not streamed where nobody looks', async () => {
    const llm = scriptedLlm('Why?');
    expect(await completeText(llm, hello, { temperature: 0.7, reusable: true })).toBe('Why?');
    expect(llm.asked).toEqual([{ messages: hello, options: { temperature: 0.7, reusable: true } }]);
  });
});
