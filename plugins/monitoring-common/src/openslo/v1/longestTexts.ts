/** Longest `displayName` that other tools take. */
export const LONGEST_TITLE = 63;
/** Longest `description` that other tools take. */
export const LONGEST_DESCRIPTION = 1_050;
