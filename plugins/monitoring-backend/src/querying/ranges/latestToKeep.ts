import { Grid } from './readGrid';

/**
 * The last moment of a grid whose answer will stay as it is: samples and ends of series come in
 * late, so nothing younger than `freshness` is kept.
 *
 * @param now - of our clock or of the server's, whichever is behind, in Unix milliseconds
 * @param freshness - in milliseconds
 */
export function latestToKeep(
  { span, step }: Grid,
  now: number,
  freshness: number,
): number {
  return span.start + Math.floor((now - freshness - span.start) / step) * step;
}
