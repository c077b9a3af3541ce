/** Of most commands, for their help. */
export const EXIT_CODES = `
Exit codes:
  0  all is well
  1  problems were found in what was read
  2  the command line is wrong, or there is nothing to read
  3  a server that was to be asked does not answer`;

/** Of `plan`, for its help. */
export const PLAN_EXIT_CODES = `
Exit codes:
  0  provisioning would change nothing
  1  problems were found in what was read
  2  the command line is wrong, or there is nothing to read
  3  a server that was to be asked does not answer
  4  provisioning would change something`;
