/** When simulations of tests begin, Unix seconds: a whole minute. */
export const SIMULATION_START = 1_790_000_040;
