import { Static } from 'ink';
import { FrameContext } from './components/live.tsx';
import { Rows } from './components/rows.tsx';
import { entryLines } from './components/entry.ts';
import { type Navigation } from './navigation.ts';
import { type Observable } from './observable.ts';
import { HomeScreen } from './screens/home.tsx';
import { InterviewScreen } from './screens/interview.tsx';
import { SetupScreen } from './screens/setup.tsx';
import { type Theme, ThemeContext } from './theme.ts';
import { type Transcript } from './transcript.ts';
import { SteadyContext, useObservable } from './use-observable.ts';
import { type Frame, type Size } from './window.ts';

export interface AppProps {
  navigation: Navigation;
  transcript: Transcript;
  size: Observable<Size>;
  /** False while the terminal is changing its size. */
  steady: Observable<boolean>;
  theme: Theme;
  version: string;
  /** False while the terminal belongs to someone else. */
  shown: Observable<boolean>;
  onFrame: (frame: Frame) => void;
}

/** What is finished, printed once for the terminal to keep; below it the screen of this moment. */
export function AppView({ steady, ...rest }: AppProps) {
  return (
    <SteadyContext value={steady}>
      <SteadyView {...rest} />
    </SteadyContext>
  );
}

function SteadyView({ transcript, shown, size, theme, onFrame, ...rest }: Omit<AppProps, 'steady'>) {
  const entries = useObservable(transcript);
  const isShown = useObservable(shown);

  return (
    <ThemeContext value={theme}>
      <FrameContext value={onFrame}>
        <Static items={[...entries]}>
          {(entry, index) => <Rows key={index} lines={entryLines(entry, size.get().columns - 1, theme)} />}
        </Static>
        {isShown && <CurrentScreen size={size} {...rest} />}
      </FrameContext>
    </ThemeContext>
  );
}

function CurrentScreen({ navigation, size, version }: Pick<AppProps, 'navigation' | 'size' | 'version'>) {
  const screen = useObservable(navigation.screen);
  switch (screen.name) {
    case 'home':
      return <HomeScreen model={screen.model} size={size} version={version} />;
    case 'setup':
      return <SetupScreen model={screen.model} size={size} />;
    case 'interview':
      return <InterviewScreen model={screen.model} size={size} />;
  }
}
