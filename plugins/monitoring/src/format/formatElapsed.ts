import { NARROW_SPACE, NO_VALUE } from './characters';
import { formatDuration } from './formatDuration';

/**
 * How long a piece of work took: `34 ms`, `0.3 s`, `41 s`, from a minute on as {@link formatDuration}.
 *
 * @param milliseconds - negative ones count as none
 */
export function formatElapsed(milliseconds: number | undefined): string {
  if (milliseconds === undefined || !Number.isFinite(milliseconds)) {
    return NO_VALUE;
  }
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 0.1) {
    return `${Math.round(seconds * 1000)}${NARROW_SPACE}ms`;
  }
  return seconds < 60
    ? `${Math.floor(seconds * 10) / 10}${NARROW_SPACE}s`
    : formatDuration(seconds);
}
