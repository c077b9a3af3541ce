/** From this share of a window on, what is known of it is taken as all of it. */
const WHOLE = 0.99;

/** @param share - of a window that is known, 0..1; absent: nothing is */
export function isWhole(share: number | undefined): boolean {
  return share !== undefined && share >= WHOLE;
}
