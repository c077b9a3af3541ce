/** One instance of an entity that Prometheus scrapes. @public */
export interface EntityTarget {
  /** As Prometheus knows it: `job`, `instance` and what discovery added. */
  labels: Record<string, string>;
  state: 'up' | 'down';
  /** Of one that is down: when it was up last, ISO 8601; absent when that is more than 6 h ago. */
  lastUpAt?: string;
  /** Of one that is down: why the last scrape failed; absent where the server does not tell. */
  error?: string;
  /** How long the last scrape took, in seconds. */
  scrapeDuration?: number;
  /** Samples of the last scrape. */
  samples?: number;
}

/** `GET /v1/entities/…/targets` @public */
export interface EntityTargetsResponse {
  /** Those that are down first; at most 100. */
  items: EntityTarget[];
  /** Of all, not only those that are listed, up to the `limits.maxSeries` of the Prometheus. */
  up: number;
  down: number;
  /** What was asked, so that people can ask it themselves: `up{service="ingestor"}`. */
  query: string;
  /** When there is no target: whether series of the entity arrive all the same. */
  hasSeries?: boolean;
}
