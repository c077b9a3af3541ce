import { retryAfterSeconds } from './retryAfterSeconds';

/** A reader asks again after that, whatever the upstream says: screens wait for it. In seconds. */
const LONGEST = 5 * 60;

/**
 * For how long an upstream that asks to be left in peace is not read.
 *
 * @param header - its `Retry-After`, if it has one
 * @returns seconds, from 0 to 300; `undefined` when it does not say
 */
export function pauseSeconds(header: string | undefined): number | undefined {
  const seconds =
    header === undefined ? undefined : retryAfterSeconds(header, new Date());
  return seconds === undefined ? undefined : Math.min(LONGEST, seconds);
}
