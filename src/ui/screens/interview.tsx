import { useContext } from 'react';
import { Live } from '../components/live.tsx';
import { type Observable } from '../observable.ts';
import { ThemeContext } from '../theme.ts';
import { useObservable } from '../use-observable.ts';
import { type Size } from '../window.ts';
import { interviewFrame } from './interview-frame.ts';
import { type InterviewModel } from './interview-model.ts';
import { useTick } from './use-tick.ts';

/** The question that waits, the answer being written, and what is going on. */
export function InterviewScreen({ model, size }: { model: InterviewModel; size: Observable<Size> }) {
  const theme = useContext(ThemeContext);
  const view = useObservable(model.view);
  const draft = useObservable(model.editor);
  const window = useObservable(size);
  const tick = useTick(theme.animated && Boolean(view.work));

  return <Live {...interviewFrame(view, draft, window, theme, tick)} />;
}
