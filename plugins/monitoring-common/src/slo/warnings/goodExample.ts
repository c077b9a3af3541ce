/** A short form that none of the warnings is about. */
export const GOOD_EXAMPLE = 'availability 99.9% 30d';
