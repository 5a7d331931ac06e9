import { useContext, useEffect, useState } from 'react';
import { SteadyContext } from '../use-observable.ts';

const QUIETLY = 500;

/** Counts while something is being done, and runs no timer otherwise. */
export function useTick(running: boolean): number {
  const [tick, setTick] = useState(0);
  const steady = useContext(SteadyContext);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => steady.get() && setTick((before) => before + 1), QUIETLY);
    return () => clearInterval(timer);
  }, [running, steady]);
  return tick;
}
