/**
 * What is known of the metrics that an SLO is measured by; each is optional.
 *
 * @public
 */
export interface SloFacts {
  /** How often the targets are scraped. */
  scrapeIntervalSeconds?: number;
  /** All events a second, as measured over some days. */
  eventsPerSecond?: number;
  /** Upper bounds of the buckets of a classic histogram, in seconds. */
  bucketBounds?: number[];
}
