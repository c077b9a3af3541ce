/** A name and no offset: `+01:00` knows no summer time. */
const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,3}$/;
const LONGEST = 64;

/** Whether a text is the IANA name of a time zone, such as `Europe/Berlin` or `UTC`. */
export function isTimeZone(text: string): boolean {
  if (text.length > LONGEST || !NAME.test(text)) {
    return false;
  }
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: text });
    return format.resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) {
      return false;
    }
    throw error;
  }
}
