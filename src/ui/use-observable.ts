import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { createVariable, type Observable, whileSteady } from './observable.ts';

/** False while the terminal is changing its size: what is drawn then lands where nobody can take it away again. */
export const SteadyContext = createContext<Observable<boolean>>(createVariable(true));

/** Draws again whenever the value changes, and the terminal holds still. */
export function useObservable<Value>(source: Observable<Value>): Value {
  const steady = useContext(SteadyContext);
  const { get, subscribe } = useMemo(() => whileSteady(source, steady), [source, steady]);
  return useSyncExternalStore(subscribe, get);
}
