/** What goes wrong with one request. */
export type Fault =
  | {
      /** Answered with an error, in the form that errors of the operation have. */
      kind: 'fail';
      status: 409 | 412 | 429 | 500 | 502 | 503;
      /** Of the header `Retry-After`: seconds, or a date as HTTP writes it. */
      retryAfter?: number | string;
      /** It was done all the same. */
      after?: boolean;
    }
  | {
      /** Not answered; `after`: it was done all the same. */
      kind: 'hang';
      after?: boolean;
    }
  | { kind: 'slow'; milliseconds: number }
  | {
      /** Done, and answered with half of the JSON. */
      kind: 'truncate';
    }
  | {
      /** The connection is closed without an answer; `after`: it was done all the same. */
      kind: 'close';
      after?: boolean;
    }
  | {
      /** A legacy save of a dashboard takes a stale version, as 12.4 does under load. */
      kind: 'race';
    };

/** The request for which a fault is chosen. */
export interface FaultRequest {
  method: string;
  /** Without the query. */
  path: string;
}

/** Faults of a stand-in, for tests. */
export interface FaultPlan {
  seed: number;
  /**
   * Chooses the fault of a request; none when it gives nothing. Pure: `random` gives numbers from
   * 0 up to 1 that depend on the seed, the request and how often there was such a one, so that the
   * order of requests at the same time does not matter.
   */
  choose: (random: () => number, request: FaultRequest) => Fault | undefined;
}
