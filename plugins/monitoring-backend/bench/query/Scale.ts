/** How much is measured. */
export interface Scale {
  services: number;
  /** Of data. */
  hours: number;
  repeats: number;
  /** Requests of a repeat, where they are made one after the other. */
  requests: number;
  viewers: number;
  refreshes: number;
  /** How long load is mixed, in seconds. */
  mixed: number;
}

const USUAL: Scale = {
  services: 300,
  hours: 24,
  repeats: 3,
  requests: 1_000,
  viewers: 500,
  refreshes: 30,
  mixed: 60,
};

/**
 * @param args - `--quick`: little of everything, to see that it works; `--long`: ten minutes of
 *   mixed load
 */
export function readScale(args: string[]): Scale {
  if (args.includes('--quick')) {
    return {
      services: 60,
      hours: 12,
      repeats: 1,
      requests: 100,
      viewers: 20,
      refreshes: 5,
      mixed: 6,
    };
  }
  return { ...USUAL, ...(args.includes('--long') && { mixed: 600 }) };
}
