import { describeError } from '../../errors.ts';
import { type CommandName, describeUnknown, type Input } from '../../interview/input.ts';
import { type InterviewSession } from '../../interview/session.ts';
import { type Report } from '../../schemas/report.ts';
import { createEditor, type Editor } from '../editor/editor.ts';
import { chord, type Key } from '../editor/key.ts';
import { createStore, type Observable } from '../observable.ts';
import { type Transcript } from '../transcript.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { interviewReducer, type InterviewView, type Notice, OPENING, type Sent } from './interview-state.ts';
import { createSessionRunner } from './session-runner.ts';
import { readDisagreement, readTyped, worthKeeping } from './typed-input.ts';

export interface InterviewOptions {
  open: () => Promise<InterviewSession>;
  transcript: Transcript;
  /** Columns of the editor's rows. */
  editorWidth: () => number;
  /** Opens the person's own editor on a text and gives what came of it. */
  editElsewhere: (text: string) => Promise<{ text: string; notice?: Notice }>;
  onPause: () => void;
  onComplete: (report: Report) => void;
  /** There is no interview to show. */
  onOpenFailed: (error: unknown) => void;
}

export interface InterviewModel {
  view: Observable<InterviewView>;
  editor: Editor;
  onKey: (key: Key) => void;
  /** Saves the draft; call before leaving. Says whether there is an interview to go on with. */
  keepDraft: () => Promise<boolean>;
}

/** What keys do in an interview. What is typed while something is being done stays for the next question. */
export function createInterview({ transcript, ...options }: InterviewOptions): InterviewModel {
  const store = createStore(interviewReducer, OPENING);
  const editor = createEditor({ multiline: true });
  const { run, stop, session } = createSessionRunner({
    store,
    transcript,
    open: options.open,
    onOpened: ({ draft }) => {
      if (draft === '') return;
      editor.reset(draft + editor.text());
      transcript.print({ kind: 'said', role: 'system', text: 'Your unfinished answer is back.' });
    },
    onOpenFailed: options.onOpenFailed,
    onUnsaved: (text) => editor.reset([text, editor.text()].filter((part) => part !== '').join('\n')),
    onTurn: () => {
      keeper.note(worthKeeping(editor.text()));
      if (pausing) options.onPause();
      else if (submitting) submit();
    },
    onComplete: options.onComplete,
  });
  const keeper = createDraftKeeper(
    async (text) => session()?.saveDraft(text),
    (error) => notice(`Your draft is not being saved. ${describeError(error).message}`, 'error'),
  );

  let pausing = false;
  let submitting = false;

  /** What is being done is done first, without its models: nothing goes on behind the person's back. */
  function pause(): void {
    if (store.get().work === null || !session()) return options.onPause();
    pausing = true;
    stop();
  }

  function notice(text: string, kind: Notice['kind'] = 'info'): void {
    store.dispatch({ type: 'noticed', notice: { kind, text } });
  }

  function submit(): void {
    const { work, broken, asked } = store.get();
    const text = editor.text();
    // The next question is there already: what is sent for it waits until it is saved.
    submitting = work === '';
    if (submitting) return;
    if (work !== null) return notice('One moment: the next question comes first. Nothing you typed is lost.');
    if (broken) return void run('Trying again', (opened, turn) => opened.begin(turn));
    if (text.trim() === '') return notice('Nothing to send yet. Type an answer, or /skip, or /help.');

    const { input, draft } = readTyped(text);
    if (input.kind === 'command') return command(input, draft);
    if (input.kind === 'unknown-command') return notice(describeUnknown(input.name));
    if (!asked) return notice('No question waits for an answer. /repeat asks again, /end closes the interview.');
    send({ kind: 'answer', text: input.text });
  }

  function send(sent: Sent): void {
    keeper.sent();
    editor.reset();
    if (sent.kind === 'answer') void run('Saving your answer', (opened, turn) => opened.answer(sent.text, turn), sent);
    else void run('Going on', (opened, turn) => opened.skip(turn), sent);
  }

  function end(): void {
    keeper.sent();
    editor.reset();
    void run('Writing the report', (opened, turn) => opened.end(turn));
  }

  function command({ name, rest }: Extract<Input, { kind: 'command' }>, draft: string): void {
    if ((name === 'skip' || name === 'end') && draft !== '') return store.dispatch({ type: 'confirmation-asked', of: name });
    editor.reset(draft);
    COMMANDS[name](rest);
  }

  const COMMANDS: Readonly<Record<CommandName, (rest: string) => void>> = {
    skip: () => send({ kind: 'skip' }),
    end,
    hint: () => void run('Looking for a hint', (opened) => opened.hint()),
    repeat: () => {
      // The question may be longer than the live area can show, so it is also printed.
      const { asked } = store.get();
      if (asked) transcript.print({ kind: 'question', asked });
      void run('One moment', (opened) => opened.repeat());
    },
    retry: () => void run('One moment', (opened) => opened.retry()),
    reference: () => void run('One moment', (opened) => opened.reference()),
    disagree: (rest) => {
      const said = readDisagreement(rest);
      if (said) void run('One moment', (opened) => opened.disagree(said.band, said.comment));
      else notice('Say the band you think right (1 poor, 2 mixed, 3 good, 4 excellent) and why: /disagree 3 I named both');
    },
    regrade: () => void run('Grading again', (opened, turn) => opened.regrade(turn)),
    offline: () => void run('One moment', (opened) => opened.offline()),
    pause: options.onPause,
    help: () => transcript.print({ kind: 'help' }),
  };

  function confirm(key: Key, what: 'skip' | 'end'): void {
    store.dispatch({ type: 'confirmation-answered' });
    const letter = key.kind === 'text' ? key.text.toLowerCase() : '';
    if (letter === 'y') return what === 'skip' ? send({ kind: 'skip' }) : end();
    editor.set(readTyped(editor.text()).draft);
    // Someone who simply writes on has answered, too.
    if (letter !== 'n' && chord(key) !== 'enter') editor.press(key, options.editorWidth());
  }

  async function editElsewhere(): Promise<void> {
    const result = await options.editElsewhere(editor.text());
    editor.set(result.text);
    if (result.notice) store.dispatch({ type: 'noticed', notice: result.notice });
    keeper.note(worthKeeping(editor.text()));
  }

  return {
    view: store,
    editor,
    onKey: (key) => {
      const { confirming, work, stoppable } = store.get();
      if (confirming) return confirm(key, confirming);
      store.dispatch({ type: 'key-pressed' });
      const name = chord(key);
      if (name === 'ctrl+g' && work === null) return void editElsewhere();
      if (name === 'escape' && stoppable) return stop();
      if (name === 'ctrl+d' && editor.text() === '') return pause();
      const outcome = editor.press(key, options.editorWidth());
      if (outcome === 'submit') submit();
      if (outcome === 'changed' && work === null) keeper.note(worthKeeping(editor.text()));
    },
    keepDraft: async () => {
      const { sent } = store.get();
      await keeper.keep(sent?.kind === 'answer' ? sent.text : worthKeeping(editor.text()));
      return session() !== undefined;
    },
  };
}
