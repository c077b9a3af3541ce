import { useContext, useEffect, useReducer } from 'react';
import { TimeFormat } from '../format';
import { ClockContext } from './Clock';

const TICK = 10_000;

/** How to write times; ages shown with it stay true because it renders again every 10 s. */
export function useTimeFormat(): TimeFormat {
  const clock = useContext(ClockContext);
  const [, tick] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    const timer = setInterval(tick, TICK);
    return () => clearInterval(timer);
  }, []);

  return { now: clock.now(), timeZone: clock.timeZone };
}
