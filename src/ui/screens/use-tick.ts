import { useEffect, useState } from 'react';

const QUIETLY = 500;

/** Counts while something is being done, and runs no timer otherwise. */
export function useTick(running: boolean): number {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setTick((before) => before + 1), QUIETLY);
    return () => clearInterval(timer);
  }, [running]);
  return tick;
}
