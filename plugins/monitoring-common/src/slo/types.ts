import { SloWindow } from '../annotations/types';

/**
 * What is measured. Queries are PromQL with two placeholders: `$selector` stands for the
 * service's label matchers (no braces, never empty) and `$window` for a duration such as `5m`.
 *
 * @example `increase(http_requests_total{$selector, code=~"5.."}[$window])`
 * @public
 */
export type Sli =
  | {
      type: 'ratio';
      /** Bad events in `$window`; need not exist before the first bad event. */
      bad: string;
      /** All events in `$window`. */
      total: string;
    }
  | {
      type: 'latency';
      /** Classic histogram, without `_bucket`; in seconds unless `unitSeconds` says otherwise. */
      histogram: string;
      /** How many seconds one unit of the histogram is: 0.001 for milliseconds. Default 1. */
      unitSeconds?: number;
      /** Further matchers beside `$selector`, for example `code!~"5.."`. */
      matchers?: string;
      /** An event is good when it took at most this long. In seconds. */
      thresholdSeconds: number;
    }
  | {
      type: 'uptime';
      /** A gauge selector that is 1 when up and 0 when down, for example `up{$selector}`. */
      gauge: string;
    };

/**
 * A service level objective of one entity, resolved: nothing is left to look up.
 *
 * @public
 */
export interface Slo {
  /**
   * Stable and unique within the entity, `[a-z0-9-]`, at most 63 characters. Does not change
   * when objective, window, owner or description change. Ends with `--stage` in an environment.
   */
  id: string;
  entityRef: string;
  /** Name of the entity's environment; absent when it has none. */
  environment?: string;
  /** Ref that the entity had before, under which the SLO's series and alerts are kept. */
  renamedFrom?: string;
  /** For people, for example `Availability` or `Latency ≤ 500 ms`. */
  title: string;
  description?: string;
  /** Id of the SLI's template, `pack:sli`. */
  sliId: string;
  sli: Sli;
  /** Label matchers of the service, as PromQL without braces. */
  selector: string;
  /** Decimal text between 0 and 1, exclusive, for example `0.999`. */
  objective: string;
  window: SloWindow;
}

/**
 * The state of an SLO, most urgent first. Never NaN and never hidden.
 *
 * @public
 */
export type SloState =
  | 'exhausted'
  | 'burning'
  | 'warning'
  | 'invalid'
  | 'no-data'
  | 'stale'
  | 'no-traffic'
  | 'young'
  | 'ok';

/**
 * One multi-window burn-rate pair, as it stands now.
 *
 * @public
 */
export interface BurnRatePair {
  /** `page` wakes somebody, `ticket` can wait for the morning. */
  severity: 'page' | 'ticket';
  /** In seconds. */
  longWindow: number;
  /** In seconds. */
  shortWindow: number;
  /** Burn rate above which the pair fires; 1 spends the budget evenly over the SLO's window. */
  limit: number;
  /** Absent without data. */
  longBurnRate?: number;
  /** Absent without data. */
  shortBurnRate?: number;
  /** Both burn rates are over the limit. */
  firing: boolean;
}

/**
 * How an SLO stands at one moment.
 *
 * @public
 */
export interface SloStatus {
  id: string;
  entityRef: string;
  /** Name of the entity's environment; absent when it has none. */
  environment?: string;
  title: string;
  description?: string;
  owner?: string;
  system?: string;
  sliId: string;
  /** 0..1 exclusive. */
  objective: number;
  window: SloWindow;
  state: SloState;
  /** One sentence for people: why this state. */
  reason?: string;
  /** Share of good events over the window, 0..1. Absent without data. */
  sli?: number;
  /** Events over the window. Absent without data. */
  events?: {
    bad: number;
    total: number;
    /** How many bad events the budget allows. */ allowedBad: number;
  };
  /** Share of the error budget left, at most 1, negative when overspent. Absent without data. */
  budgetRemaining?: number;
  /** The same in minutes of full outage. */
  budgetRemainingMinutes?: number;
  /** All pairs; the first is the deciding one (highest burn rate ÷ limit). */
  burnRates: BurnRatePair[];
  /** Seconds until the budget is gone at the current burn rate; absent when it is not being overspent. */
  timeToExhaustion?: number;
  /** Share of the window for which there is data, 0..1. */
  coverage: number;
  /** When the figures were measured. ISO 8601. */
  measuredAt?: string;
}

/**
 * Burn-down and burn rate over time; all arrays have one value per entry of `times`.
 *
 * @public
 */
export interface SloHistory {
  id: string;
  entityRef: string;
  /** Unix seconds. */
  times: number[];
  /** Share of budget left. */
  budgetRemaining: (number | null)[];
  /** Burn rate over the last hour. */
  burnRate: (number | null)[];
  /** SLI over the last hour. */
  sli: (number | null)[];
}

/**
 * A service level indicator that a pack offers, not yet bound to an SLO.
 *
 * @public
 */
export interface SliTemplate {
  /** `pack:sli`, for example `http:availability`. */
  id: string;
  /** For people: `Successful requests`. */
  title: string;
  /** Short forms that it serves when none is named by `sli=`. */
  serves: ('availability' | 'latency' | 'uptime' | 'errors')[];
  /** For `latency`, `thresholdSeconds` is a default that the short form replaces. */
  sli: Sli;
}
