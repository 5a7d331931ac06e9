import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf, EMPTY } from '../../../src/ui/editor/draft.ts';
import { type Line, lineWidth } from '../../../src/ui/lines.ts';
import { interviewFrame } from '../../../src/ui/screens/interview-frame.ts';
import { type InterviewView, OPENING } from '../../../src/ui/screens/interview-state.ts';
import { createTheme } from '../../../src/ui/theme.ts';
import { askedQuestion, QUESTIONS, USED } from '../../helpers/scripted-desk.ts';

const theme = createTheme({ LANG: 'C.UTF-8' });
const [, aboutResume = askedQuestion({ id: 'q', text: 'none' })] = QUESTIONS;

function waiting(values: Partial<InterviewView> = {}): InterviewView {
  return { ...OPENING, work: null, asked: { question: aboutResume, index: 1, total: 3 }, ...values };
}

function words(lines: Line[]): string {
  return lines.map((pieces) => pieces.map(({ text }) => text).join('')).join('\n');
}

describe('the live area of an interview', () => {
  it('shows question, its place in the resume, and the keys', () => {
    const shown = words(interviewFrame(waiting(), EMPTY, { columns: 80, rows: 24 }, theme, 0).lines);
    expect(shown).toContain('Question 1 of 3 · resume · databases · medium');
    expect(shown).toContain('What exactly did you change?');
    expect(shown).toContain('Your resume, page 1, line 12: Cut search time by 40%');
    expect(shown).toContain('Enter send');
  });

  it('puts the cursor behind what was typed', () => {
    const { lines, cursor } = interviewFrame(waiting(), draftOf('日本'), { columns: 80, rows: 24 }, theme, 0);
    expect(words(lines).split('\n')[cursor?.y ?? 0]).toBe('❯ 日本');
    expect(cursor?.x).toBe(2 + 4);
  });

  it('says how to read a question that does not fit', () => {
    const question = askedQuestion({ id: 'q', text: 'Why? '.repeat(200) });
    const shown = words(interviewFrame(waiting({ asked: { question, index: 1, total: 3 } }), EMPTY, { columns: 40, rows: 20 }, theme, 0).lines);
    expect(shown).toContain('/repeat prints it whole');
  });

  it('says how much of a long answer is out of sight', () => {
    const shown = words(interviewFrame(waiting(), draftOf('line\n'.repeat(40)), { columns: 80, rows: 24 }, theme, 0).lines);
    expect(shown).toMatch(/↑\d+ ↓0 lines/u);
  });

  it('asks before a draft is lost', () => {
    const shown = words(interviewFrame(waiting({ confirming: 'skip' }), draftOf('half'), { columns: 80, rows: 24 }, theme, 0).lines);
    expect(shown).toContain('Skip this question? What you have written for it will be lost.');
  });

  const saying = (text: string, of: 'question' | 'feedback' = 'feedback') => waiting({ asked: null, work: 'Reading your answer', stoppable: true, saying: { of, text } });

  it('shows what a model is saying, marked as not final, and how not to wait for it', () => {
    const shown = words(interviewFrame(saying('You name the lookup'), EMPTY, { columns: 80, rows: 24 }, theme, 0).lines);
    expect(shown).toContain('● Feedback, not final yet.\n  You name the lookup\n');
    expect(shown).toContain('Esc: do not wait for the model');
    expect(words(interviewFrame(saying('Why', 'question'), EMPTY, { columns: 40, rows: 20 }, theme, 0).lines)).toContain('● The next question, not final yet.\n  Why\n');
  });

  it('shows the end of what does not fit', () => {
    const text = Array.from({ length: 200 }, (_, index) => `word${index}`).join(' ');
    const shown = words(interviewFrame(saying(text), EMPTY, { columns: 40, rows: 20 }, theme, 0).lines);
    expect(shown).toContain('Feedback, not final yet.\n  …\n');
    expect(shown).toContain('word199');
    expect(shown).not.toContain('word0 ');
  });

  it('shows no escape sequence of a model, not even half of one', () => {
    expect(words(interviewFrame(saying('so\u001B[2J far\u001B['), EMPTY, { columns: 80, rows: 24 }, theme, 0).lines)).not.toContain('\u001B');
  });

  it('waits with the words until they are final where nothing may move', () => {
    const still = createTheme({ LANG: 'C.UTF-8', HOTSEAT_NO_ANIMATION: '1' });
    const shown = words(interviewFrame(saying('You name the lookup'), EMPTY, { columns: 80, rows: 24 }, still, 0).lines);
    expect(shown).toContain('Reading your answer…');
    expect(shown).not.toContain('You name the lookup');
  });

  it.each([
    [80, '3 calls · 4.1k tokens · $0.012'],
    [40, 'Enter send · /help · $0.012'],
  ])('says in %i columns what models took', (columns, taken) => {
    expect(words(interviewFrame(waiting({ use: USED }), EMPTY, { columns, rows: 24 }, theme, 0).lines)).toContain(taken);
  });

  it('keeps to plain letters where the terminal knows no others', () => {
    const ascii = createTheme({ TERM: 'linux', LANG: 'C.UTF-8' });
    expect(words(interviewFrame(waiting(), EMPTY, { columns: 80, rows: 24 }, ascii, 0).lines)).toMatch(/^[ -~\n]+$/u);
  });

  it('is always lower than the terminal and never wider, with the cursor inside', () => {
    const text = fc.oneof(fc.lorem({ maxCount: 80 }), fc.string({ unit: 'grapheme', maxLength: 300 }));
    const views = fc.record({ question: text, notice: fc.option(text), hint: fc.option(text), said: fc.option(text), draft: text, columns: fc.integer({ min: 20, max: 120 }), rows: fc.integer({ min: 5, max: 50 }) });
    fc.assert(
      fc.property(views, ({ question, notice, hint, said, draft, columns, rows }) => {
        const view = waiting({
          asked: { question: { ...aboutResume, text: question }, index: 1, total: 3 },
          notice: notice === null ? null : { kind: 'error', text: notice },
          hints: hint === null ? [] : [{ text: hint, left: 0, cost: 0.05 }],
          use: USED,
          ...(said === null ? {} : { asked: null, work: 'Reading your answer', stoppable: true, saying: { of: 'feedback' as const, text: said } }),
        });
        const frame = interviewFrame(view, draftOf(draft.replace(/\p{C}/gu, '')), { columns, rows }, theme, 0);
        expect(frame.lines.length).toBeLessThan(rows);
        for (const line of frame.lines) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
        expect(frame.cursor?.y).toBeLessThan(frame.lines.length);
        expect(frame.cursor?.x).toBeLessThan(columns);
      }),
    );
  });
});
