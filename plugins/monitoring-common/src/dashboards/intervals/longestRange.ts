/**
 * The longest range of time that is queried, in milliseconds: a little more than a year.
 *
 * @public
 */
export const LONGEST_RANGE = 400 * 86_400_000;
