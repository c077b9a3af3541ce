/**
 * A `Retry-After` as seconds from now.
 *
 * @param header - a number of seconds, or a date
 * @returns at least 0; `undefined` when it is neither
 */
export function retryAfterSeconds(
  header: string,
  now: Date,
): number | undefined {
  const seconds = /^\d+$/.test(header.trim())
    ? Number(header)
    : Math.ceil((Date.parse(header) - now.getTime()) / 1_000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
