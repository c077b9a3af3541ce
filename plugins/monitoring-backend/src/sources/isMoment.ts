/** What a date can be in JavaScript, in milliseconds around 1970. */
const LAST = 8_640_000_000_000_000;

/** Whether a value of an upstream's is a time in whole Unix milliseconds. */
export function isMoment(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) <= LAST;
}
