/** Stands between a figure and its unit, so that they are never parted by a line end. */
export const NARROW_SPACE = '\u202f';

/** The minus sign, as wide as a plus; not the hyphen. */
export const MINUS = '−';

/** Where a value cannot exist. */
export const NO_VALUE = '–';
