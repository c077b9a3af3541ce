import { parseGrafanaInterval } from './parseGrafanaInterval';
import { roundInterval } from './roundInterval';

/** What Prometheus returns at most, per series. */
const MAX_POINTS = 11_000;
const DEFAULT_SCRAPE_INTERVAL = 15_000;
const DEFAULT_MAX_DATA_POINTS = 500;

/** @public */
export interface QueryStepOptions {
  /** Unix milliseconds. */
  from: number;
  /** Unix milliseconds. */
  to: number;
  /** The panel's own, else its width in pixels; default 500. */
  maxDataPoints?: number;
  /** The panel's smallest interval, variables replaced: `1m`. */
  minInterval?: string;
  /** How often the data source is scraped: `15s`. */
  scrapeInterval?: string;
  /** The target's smallest step; may be `$__interval` or `$__rate_interval`. */
  targetInterval?: string;
  /** Multiplies the step; default 1. */
  intervalFactor?: number;
}

/** @public */
export interface QueryStep {
  stepSeconds: number;
  /** What `$__rate_interval` stands for. */
  rateIntervalSeconds: number;
}

/**
 * The step of a range query, by Grafana's rules.
 *
 * @remarks
 * `$__rate_interval` is the larger of interval + scrape interval and four scrape intervals;
 * a target's own smallest step counts as its scrape interval.
 *
 * @public
 */
export function calculateQueryStep(options: QueryStepOptions): QueryStep {
  const range = Math.max(0, options.to - options.from);
  const maxDataPoints = options.maxDataPoints || DEFAULT_MAX_DATA_POINTS;
  const scrape =
    parseGrafanaInterval(options.scrapeInterval ?? '') ??
    DEFAULT_SCRAPE_INTERVAL;
  const macro = intervalMacro(options.targetInterval);
  const ownStep = macro
    ? undefined
    : parseGrafanaInterval(options.targetInterval ?? '');

  const minInterval = parseGrafanaInterval(options.minInterval ?? '') ?? scrape;
  const interval = Math.max(roundInterval(range / maxDataPoints), minInterval);
  const calculated = Math.max(
    roundInterval(range / maxDataPoints),
    ownStep ?? interval,
  );
  const safe = roundInterval(range / MAX_POINTS);
  const step =
    Math.max(calculated, safe) * Math.max(1, options.intervalFactor ?? 1);

  const rateScrape = macro === '__interval' ? calculated : ownStep ?? scrape;
  const rateInterval = Math.max(interval + rateScrape, 4 * rateScrape);
  return {
    stepSeconds: (macro === '__rate_interval' ? rateInterval : step) / 1_000,
    rateIntervalSeconds: rateInterval / 1_000,
  };
}

function intervalMacro(interval: string = '') {
  return /^\$\{?(__interval|__rate_interval)\}?$/.exec(interval.trim())?.[1];
}
