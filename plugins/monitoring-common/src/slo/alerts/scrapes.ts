/** Fewest of a window: a rate needs two scrapes, and survives one that is late and one that fails. */
export const SCRAPES = 4;
