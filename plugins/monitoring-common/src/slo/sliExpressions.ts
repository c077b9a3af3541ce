import { leMatcher } from './leMatcher';
import { formatDuration } from '../durations/formatDuration';
import { Slo } from './types';

/** How often an uptime gauge is looked at: the length of its time slices, in seconds. */
const SLICE = 60;

type Indicator = Pick<Slo, 'sli' | 'selector'>;

function bind(query: string, selector: string, window: string): string {
  return query
    .replace(/\$selector\b/g, () => selector)
    .replace(/\$window\b/g, () => window);
}

/** PromQL for bad and for all events of one SLI, each a vector of one series without labels. */
export interface SliExpressions {
  bad: string;
  total: string;
}

/**
 * PromQL that counts an SLI's events from the raw series.
 *
 * A service that has never failed has bad events of 0, not none. A service without traffic has 0
 * of both. Only a latency threshold that is no bucket bound leaves `bad` without a series.
 *
 * @param windowSeconds - events of the last so many seconds
 */
export function sliExpressions(
  { sli, selector }: Indicator,
  windowSeconds: number,
): SliExpressions {
  const window = formatDuration(windowSeconds);
  switch (sli.type) {
    case 'ratio': {
      const total = `sum(${bind(sli.total, selector, window)})`;
      const bad = `sum(${bind(sli.bad, selector, window)})`;
      return { bad: `${bad} or 0 * ${total}`, total };
    }
    case 'latency': {
      const matchers = [selector, sli.matchers].filter(Boolean).join(', ');
      const total = `sum(increase(${sli.histogram}_count{${matchers}}[${window}]))`;
      const good = `sum(increase(${
        sli.histogram
      }_bucket{${matchers}, ${leMatcher(
        sli.thresholdSeconds,
        sli.unitSeconds,
      )}}[${window}]))`;
      return { bad: `clamp_min(${total} - ${good}, 0)`, total };
    }
    case 'uptime': {
      // A service is up while any of its instances is. Each slice counts once, however many there are.
      const slices = `(max(${bind(
        sli.gauge,
        selector,
        window,
      )}) >= bool 1)[${window}:${formatDuration(SLICE)}]`;
      const total = `count_over_time(${slices})`;
      return { bad: `${total} - sum_over_time(${slices})`, total };
    }
    default:
      throw new Error(`Unknown SLI type ${(sli as { type: string }).type}`);
  }
}
