import {
  formatGoDuration,
  formatGrafanaInterval,
} from '../intervals/formatGrafanaInterval';

/** @public */
export interface BuiltInVariablesOptions {
  /** Unix milliseconds, as chosen by the user. */
  from: number;
  /** Unix milliseconds. */
  to: number;
  stepSeconds: number;
  rateIntervalSeconds: number;
}

/**
 * Values of `$__interval`, `$__rate_interval`, `$__range`, `$__from` and their like.
 *
 * @public
 */
export function builtInVariables(
  options: BuiltInVariablesOptions,
): Record<string, string> {
  const step = Math.round(options.stepSeconds * 1_000);
  const rateInterval = Math.round(options.rateIntervalSeconds * 1_000);
  const range = options.to - options.from;
  const rangeSeconds = Math.round(range / 1_000);
  return {
    __interval: formatGrafanaInterval(step),
    __interval_ms: String(step),
    __rate_interval: formatGoDuration(rateInterval),
    __rate_interval_ms: String(rateInterval),
    __range: `${rangeSeconds}s`,
    __range_s: String(rangeSeconds),
    __range_ms: String(range),
    __from: String(options.from),
    __to: String(options.to),
  };
}
