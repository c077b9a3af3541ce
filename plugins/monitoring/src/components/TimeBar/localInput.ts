/**
 * A moment for an input of the type `datetime-local`.
 *
 * @param timeZone - IANA name; absent means the browser's own zone
 */
export function toLocalInput(time: number, timeZone?: string): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** The moment that such an input stands for; undefined when it is not filled in. */
export function fromLocalInput(
  text: string,
  timeZone?: string,
): number | undefined {
  const asUtc = Date.parse(`${text}Z`);
  if (Number.isNaN(asUtc)) {
    return undefined;
  }
  // The zone's offset depends on the moment looked for, so look twice.
  const offsetAt = (time: number) =>
    Date.parse(`${toLocalInput(time, timeZone)}Z`) -
    Math.floor(time / 60_000) * 60_000;
  const guess = asUtc - offsetAt(asUtc);
  return asUtc - offsetAt(guess);
}
