import { Span } from './Span';

/**
 * The parts of a span that are not known. Parts keep the phase: each begins a step after what is
 * known before it, and ends a step before what is known after it.
 *
 * @param known - in order, apart from each other
 * @param step - in milliseconds
 */
export function missingRanges(
  { start, end }: Span,
  known: readonly Span[],
  step: number,
): Span[] {
  const missing: Span[] = [];
  let cursor = start;
  for (const span of known) {
    if (span.end >= cursor && span.start <= end) {
      if (span.start > cursor) {
        missing.push({ start: cursor, end: span.start - step });
      }
      cursor = span.end + step;
    }
  }
  if (cursor <= end) {
    missing.push({ start: cursor, end });
  }
  return missing;
}
