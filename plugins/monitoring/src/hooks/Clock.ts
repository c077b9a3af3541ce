import { createContext } from 'react';

/** Where the screens take the time from. */
export interface Clock {
  /** The current moment, in Unix milliseconds. */
  now(): number;
  /** IANA name of the zone in which times are written; absent means the browser's. */
  timeZone?: string;
}

/** The clock of the screens; tests and the development page set their own. */
export const ClockContext = createContext<Clock>({ now: () => Date.now() });
