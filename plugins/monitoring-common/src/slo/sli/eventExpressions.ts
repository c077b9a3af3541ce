import { formatDuration } from '../../durations/formatDuration';
import { answersNumbers } from '../../promql/answersNumbers';
import { bindQuery } from './bindQuery';
import { boundInUnits } from './boundInUnits';
import { leMatcher } from './leMatcher';
import { stepsRange } from '../windows/stepsRange';
import { Sli } from '../types';

/** How often a gauge, a ratio or a figure is looked at, in seconds. */
const LOOK = 60;
/** The window of a ratio that is looked at: the shortest that every scrape interval serves. */
const LOOK_WINDOW = '5m';

const NEGATED = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

type Of<T extends Sli['type']> = Extract<Sli, { type: T }>;

/** PromQL for bad and for all events. */
export interface SliExpressions {
  bad: string;
  total: string;
}

/** How the figures of one SLI are asked for. */
export interface SliScope {
  /** Label matchers of the service, or of all that share the rules. */
  selector: string;
  /** Label that tells the services apart; absent for one service. */
  by?: string;
}

function aggregate(operator: string, query: string, by?: string): string {
  return by ? `${operator} by (${by}) (${query})` : `${operator}(${query})`;
}

function ratio(sli: Of<'ratio'>, scope: SliScope, seconds: number) {
  const window = formatDuration(seconds);
  const sum = (query: string) => {
    const bound = bindQuery(query, scope.selector, window);
    // What was divided can be NaN, which one comparison drops.
    const events = answersNumbers(query) ? bound : `(${bound}) >= 0`;
    return aggregate('sum', events, scope.by);
  };
  const total = sum(sli.total);
  const orNone = (query: string) => `${sum(query)} or 0 * ${total}`;
  return sli.bad === undefined
    ? { total, bad: `clamp_min(${total} - (${orNone(sli.good)}), 0)` }
    : { total, bad: orNone(sli.bad) };
}

function latency(sli: Of<'latency'>, scope: SliScope, seconds: number) {
  const { selector, by } = scope;
  const matchers = [selector, sli.matchers].filter(Boolean).join(', ');
  const window = formatDuration(seconds);
  const increase = (suffix: string, more = '') =>
    `increase(${sli.histogram}${suffix}{${matchers}${more}}[${window}])`;
  if (sli.native) {
    const threshold = boundInUnits(sli.thresholdSeconds, sli.unitSeconds);
    const total = aggregate('sum', `histogram_count(${increase('')})`, by);
    const histogram = aggregate('sum', increase(''), by);
    // A histogram without observations has no fraction (NaN), and no bad events.
    return {
      total,
      bad: `clamp_min(${total} * (1 - histogram_fraction(-Inf, ${threshold}, ${histogram})), 0) >= 0 or 0 * ${total}`,
    };
  }
  const total = aggregate('sum', increase('_count'), by);
  const le = leMatcher(sli.thresholdSeconds, sli.unitSeconds);
  const good = aggregate('sum', increase('_bucket', `, ${le}`), by);
  return { total, bad: `clamp_min(${total} - ${good}, 0)` };
}

/** Minutes that were looked at, and what they add: each counts 0 to 1, never NaN. */
function looks(badMinute: string, seconds: number): SliExpressions {
  const minutes = `(${badMinute})${stepsRange(seconds, LOOK)}`;
  return {
    total: `count_over_time(${minutes})`,
    bad: `sum_over_time(${minutes})`,
  };
}

/**
 * PromQL that counts an SLI's events over a window, as the budgeting method `Occurrences` does.
 *
 * @param seconds - length of the window, a multiple of 60 for what is looked at by the minute
 */
export function eventExpressions(
  sli: Sli,
  scope: SliScope,
  seconds: number,
): SliExpressions {
  const { selector, by } = scope;
  const look = (query: string) => bindQuery(query, selector, LOOK_WINDOW);
  switch (sli.type) {
    case 'ratio':
      return ratio(sli, scope, seconds);
    case 'latency':
      return latency(sli, scope, seconds);
    case 'uptime':
      // A service is up while any of its instances is.
      return looks(
        `${aggregate('max', look(sli.gauge), by)} < bool 1`,
        seconds,
      );
    case 'raw':
      return looks(
        aggregate('avg', `clamp(${look(sli.errorRatio)}, 0, 1) >= 0`, by),
        seconds,
      );
    case 'threshold':
      // All series have to hold; NaN is no figure and is not looked at.
      return looks(
        aggregate(
          'max',
          `((${look(sli.query)}) >= -Inf) ${NEGATED[sli.operator]} bool ${
            sli.value
          }`,
          by,
        ),
        seconds,
      );
    default:
      throw new Error(`Unknown SLI type ${(sli as { type: string }).type}`);
  }
}
