import { parseGrafanaInterval } from './parseGrafanaInterval';
import { roundInterval } from './roundInterval';
import { roundStep } from './roundStep';

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
  /** What Grafana's browser asks for, in milliseconds; calculated when absent. */
  interval?: number;
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
  const interval =
    options.interval ??
    Math.max(roundInterval(range / maxDataPoints), minInterval);
  const calculated = atLeast(range / maxDataPoints, ownStep ?? interval);
  const adjusted = Math.max(calculated, roundStep(range / MAX_POINTS));
  if (macro === '__rate_interval') {
    // The rate interval is the step then, whatever multiplies the step.
    const rateStep = rateInterval(adjusted, scrape);
    return {
      stepSeconds: rateStep / 1_000,
      rateIntervalSeconds: rateStep / 1_000,
    };
  }
  const step = adjusted * Math.max(1, options.intervalFactor ?? 1);
  const rateScrape = macro === '__interval' ? step : ownStep ?? scrape;
  return {
    stepSeconds: step / 1_000,
    rateIntervalSeconds: rateInterval(interval, rateScrape) / 1_000,
  };
}

/** A shorter interval becomes the smallest one; others are rounded, even to less than that. */
function atLeast(interval: number, smallest: number): number {
  return interval < smallest ? smallest : roundStep(interval);
}

function rateInterval(interval: number, scrape: number): number {
  return Math.max(interval + scrape, 4 * scrape);
}

function intervalMacro(interval: string = '') {
  return /^\$\{?(__interval|__rate_interval)\}?$/.exec(interval.trim())?.[1];
}
