import { editorLines } from '../components/editor-lines.ts';
import { hintLines } from '../components/entry.ts';
import { type LiveFrame } from '../components/live.tsx';
import { noticeLines, statusLine, workLines } from '../components/notes.ts';
import { questionLines } from '../components/question.ts';
import { sayingLines } from '../components/saying.ts';
import { type Draft } from '../editor/draft.ts';
import { BLANK, type Line, line, wrapped } from '../lines.ts';
import { type Theme } from '../theme.ts';
import { useInShort } from '../use-words.ts';
import { type Size } from '../window.ts';
import { type InterviewView } from './interview-state.ts';

// Lower than the terminal by this much: a frame as high as the screen would scroll at every key.
const SPARE_ROWS = 2;
const LOW = 16;
// Of what a model is saying, its title among them: a high frame cannot be taken back when the terminal gets narrow and folds it.
const MOST_SAID = 6;

/**
 * The live area of an interview, never higher than the terminal: first the
 * editor and the keys, then what must be read now, then the question, then
 * where it came from. What is cut is said to be cut.
 */
export function interviewFrame(view: InterviewView, draft: Draft, { columns, rows }: Size, theme: Theme, tick: number): LiveFrame {
  const width = columns - 1;
  const gap = rows < LOW ? [] : [BLANK];
  const editor = editorLines(draft, columns, Math.max(1, Math.floor(rows / 3)), theme, placeholder(view));
  const status = statusLine(statusWords(view, editor.hidden, width, theme), width, theme);

  let left = Math.max(0, rows - SPARE_ROWS - editor.lines.length - 1 - gap.length * 3);
  const take = (lines: Line[], most = left): Line[] => {
    const taken = lines.slice(0, Math.max(0, Math.min(most, left)));
    left -= taken.length;
    return taken;
  };
  const notice = take(messageLines(view, width), Math.max(1, Math.floor(rows / 4)));
  const question = take(questionArea(view, width, left, theme));
  const working = take(workArea(view, width, Math.min(left, MOST_SAID), theme, tick));

  const above = [...gap, ...question, ...working, ...(question.length + working.length > 0 ? gap : []), ...notice, ...(notice.length > 0 ? gap : [])];
  return {
    lines: [...above, ...editor.lines, ...gap, status],
    cursor: { x: editor.cursor.x, y: above.length + editor.cursor.y },
  };
}

/** What is being done, or the end of what a model is saying meanwhile. Where nothing may move, the words come when they are final. */
function workArea({ saying, work }: InterviewView, width: number, height: number, theme: Theme, tick: number): Line[] {
  return saying && theme.animated ? sayingLines(saying, width, height, theme, tick) : workLines(work, width, theme, tick);
}

/** The question with its hints and resume line in at most `height` rows. */
function questionArea({ asked, hints, sent }: InterviewView, width: number, height: number, theme: Theme): Line[] {
  if (!asked || sent) return [];
  const { heading, text, claim } = questionLines(asked, width, theme);
  const shownHints = hints.flatMap((hint) => hintLines(hint, width));
  const whole = [heading, ...text, ...claim, ...shownHints];
  if (whole.length <= height) return whole;

  const bare = [...text, ...shownHints];
  if (bare.length <= height) return bare;
  return [...bare.slice(0, Math.max(0, height - 1)), line(`  ${theme.glyphs.ellipsis} ${width < 31 ? '/repeat' : '/repeat prints it whole'}`, 'quiet')];
}

function messageLines({ notice, confirming }: InterviewView, width: number): Line[] {
  if (!confirming) return noticeLines(notice, width);
  const what = confirming === 'skip' ? 'Skip this question' : 'End the interview now';
  return wrapped(`${what}? What you have written for it will be lost. y: yes, any other key: no`, width, { indent: 2, tone: 'fair' });
}

function placeholder({ asked, work, broken, phase }: InterviewView): string {
  if (broken) return 'Press Enter to try again';
  if (work || !asked) return '';
  return phase === 'greeting' ? 'Type your reply and press Enter' : 'Type your answer and press Enter';
}

const ROOMY = 60;

function statusWords({ work, stoppable, confirming, asked, use }: InterviewView, hidden: { above: number; below: number }, width: number, { glyphs }: Theme): string[] {
  const rest = hidden.above + hidden.below > 0 ? `${glyphs.up}${hidden.above} ${glyphs.down}${hidden.below} lines` : '';
  if (confirming) return ['y yes', 'n no'];
  const { parts, least } = useInShort(use);
  const taken = width < ROOMY ? least : parts;
  if (work || !asked) return [stoppable ? 'Esc: do not wait for the model' : '', rest, ...taken, 'Ctrl+C leave'];
  return [rest, 'Enter send', '/help', ...taken, 'Alt+Enter new line', '/hint', '/skip', 'Ctrl+C leave'];
}
