/**
 * Bad and all events over one window; absent where there is no series.
 *
 * @public
 */
export interface EventCounts {
  bad?: number;
  total?: number;
}

/**
 * What was measured of one SLO at one moment.
 *
 * @public
 */
export interface SloSamples {
  /** Unix seconds. */
  time: number;
  /** Over the SLO's window. */
  window: EventCounts;
  /** Over the alerting windows, by their length in seconds. */
  burn: Record<number, EventCounts>;
  /** Share of the SLO's window that has passed for which there is data, 0..1. */
  coverage: number;
}
