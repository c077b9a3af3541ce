import { SloWindow } from '../durations/SloWindow';
import { BurnRateTier } from './alerts/BurnRateTier';

/**
 * What is measured. Queries are PromQL with two placeholders: `$selector` stands for the
 * service's label matchers (no braces, never empty) and `$window` for a duration such as `5m`.
 *
 * @example `increase(http_requests_total{$selector, code=~"5.."}[$window])`
 * @public
 */
export type Sli =
  | ({
      type: 'ratio';
      /** All events in `$window`. */
      total: string;
    } & (
      | {
          /** Bad events in `$window`; need not exist before the first bad event. */
          bad: string;
          good?: undefined;
        }
      | {
          /** Good events in `$window`; all others are bad. */
          good: string;
          bad?: undefined;
        }
    ))
  | {
      type: 'latency';
      /** Histogram, without `_bucket`; in seconds unless `unitSeconds` says otherwise. */
      histogram: string;
      /** Whether it is a native histogram, which knows every threshold. Default a classic one. */
      native?: boolean;
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
    }
  | {
      type: 'raw';
      /** Share of bad events in `$window`, 0..1. Its minutes weigh the same, whatever their traffic. */
      errorRatio: string;
    }
  | {
      type: 'threshold';
      /** A figure that is looked at once a minute: good while `query operator value` holds. */
      query: string;
      operator: '<' | '<=' | '>' | '>=';
      value: number;
    };

/**
 * How a budget is counted, as OpenSLO names it. `Occurrences`: bad events ÷ all events.
 * `Timeslices`: a slice of time is good or bad as a whole. `RatioTimeslices`: the mean of the
 * slices' error ratios, whatever their traffic.
 *
 * @see https://github.com/OpenSLO/OpenSLO#slo
 * @public
 */
export type BudgetingMethod = 'Occurrences' | 'Timeslices' | 'RatioTimeslices';

/**
 * The slices of the budgeting methods that need them.
 *
 * @public
 */
export interface TimeSlice {
  /** Length in seconds, a divisor or a multiple of 300, at least 60. */
  seconds: number;
  /** For `Timeslices`: share of good events from which on a slice is good; decimal text, 0..1, above 0. */
  target?: string;
}

/**
 * A named set of burn-rate pairs, from the configuration or from OpenSLO alert policies.
 *
 * @public
 */
export interface BurnRateCatalogue {
  /** `[a-z0-9-]+`; `google` is the built-in one. */
  name: string;
  /** From the fastest to the slowest, each tier at most once. */
  pairs: {
    tier: BurnRateTier;
    severity: 'page' | 'ticket';
    /** In seconds. */
    longWindow: number;
    /** In seconds. */
    shortWindow: number;
    /** Per cent of the error budget spent during the long window when the pair fires; decimal text. */
    budgetPercent: string;
  }[];
}

/**
 * How an SLO alerts.
 *
 * @public
 */
export interface SloAlerting {
  /** `false`: recorded and shown, but nobody is told. Default `true`. */
  enabled?: boolean;
  /** Default the built-in catalogue, fitted to the SLO's window. */
  catalogue?: BurnRateCatalogue;
  /** A pair fires only with more events than this in its long window. Default 0: no minimum. */
  minimumEvents?: number;
}

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
  /** Default `Occurrences`. */
  budgetingMethod?: BudgetingMethod;
  /** Slices, where the budgeting method has any. */
  timeSlice?: TimeSlice;
  alerting?: SloAlerting;
  /** Where its figures were written: a line for the author. Absent for a short form. */
  source?: 'openslo' | 'sloth' | 'pyrra';
}

/**
 * The state of an SLO. Never NaN and never hidden; the most urgent that holds, in this order, though
 * a list has those that burn first (`SLO_STATES_BY_URGENCY`).
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
 * What the figures of an SLO count.
 *
 * @public
 */
export type SloUnit = 'events' | 'minutes' | 'slices';

/**
 * One multi-window burn-rate pair, as it stands now.
 *
 * @public
 */
export interface BurnRatePair {
  tier: BurnRateTier;
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
  /** Canonical ref of the system's domain, where the catalog knows one. */
  domain?: string;
  sliId: string;
  /** 0..1 exclusive; 0 when the SLO is `invalid` and its definition could not be read. */
  objective: number;
  window: SloWindow;
  state: SloState;
  /** One sentence for people: why this state. */
  reason?: string;
  /** Share of good events over the window, 0..1. Absent without data. */
  sli?: number;
  /** Events over the window, or what else is counted. Absent without data. */
  events?: {
    bad: number;
    total: number;
    /** How many the budget allows; of a calendar window, in the whole of it at the traffic so far. */
    allowedBad: number;
  };
  /** What `events` counts; default events. */
  countedIn?: SloUnit;
  /** Share of the error budget left, at most 1, negative when overspent. Absent without data. */
  budgetRemaining?: number;
  /** The same in minutes of full outage, by the actual length of the window that holds `measuredAt`. */
  budgetRemainingMinutes?: number;
  /** All pairs; the first is the deciding one (highest burn rate ÷ limit). */
  burnRates: BurnRatePair[];
  /** Seconds until the budget is gone at the current burn rate; absent when it is not being overspent. */
  timeToExhaustion?: number;
  /** Which alerting window's burn rate that goes by, in seconds; present exactly when it is. */
  exhaustionWindow?: number;
  /** When a calendar window ends and its budget begins anew. ISO 8601; absent for a rolling one. */
  windowEnd?: string;
  /** Share of the window (of a calendar's, what has passed of it) for which there is data, 0..1. */
  coverage: number;
  /** When the figures were measured. ISO 8601. */
  measuredAt?: string;
}

/**
 * A stretch of time in which an SLO spent far more of its budget than it may.
 *
 * @public
 */
export interface SloIncident {
  /** Unix seconds. */
  start: number;
  /** Unix seconds; absent while it goes on. */
  end?: number;
  bad: number;
  /** Share of the whole window's error budget that it spent. */
  budgetShare: number;
}

/**
 * When a burn-rate pair was over its limit.
 *
 * @public
 */
export interface SloAlertRegion {
  tier: BurnRateTier;
  severity: 'page' | 'ticket';
  /** Unix seconds. */
  start: number;
  /** Unix seconds; absent while it fires. */
  end?: number;
}

/**
 * An SLO over time; all arrays have one value per entry of `times`, `null` where there is none.
 *
 * @public
 */
export interface SloHistory {
  id: string;
  entityRef: string;
  /** Unix seconds. */
  times: number[];
  /** In seconds. */
  step: number;
  /** Share of budget left. */
  budgetRemaining: (number | null)[];
  /** Burn rate over the last hour. */
  burnRate: (number | null)[];
  /** Burn rate over the long window of each pair, by its tier. */
  burnRates: { tier: BurnRateTier; values: (number | null)[] }[];
  /** SLI over the last hour. */
  sli: (number | null)[];
  /** Events during each step. */
  events: { bad: (number | null)[]; total: (number | null)[] };
  /** Share of the SLO's window before the end of the range for which there is data, 0..1. */
  coverage: number;
  /** Whether the figures come from what the rules recorded, or from the raw series. */
  source: 'recorded' | 'raw';
  incidents: SloIncident[];
  alerts: SloAlertRegion[];
}

/**
 * PromQL behind a figure of an SLO.
 *
 * @public
 */
export interface SloQuery {
  /** For people: `Bad events, 5 min (recorded)`. */
  title: string;
  expression: string;
  /** The figure on the screens that it makes; absent for one that is only a step on the way. */
  figure?: 'sli' | 'budget' | 'bad' | 'total' | 'burn-rate';
  /** For a burn rate: the window that it is over, in seconds. */
  window?: number;
}

/**
 * SLOs of one system, domain or owner together.
 *
 * @public
 */
export interface SloRollup {
  /** Canonical ref; absent for SLOs that have none. */
  ref?: string;
  counts: Record<SloState, number>;
  /** The most urgent state among them. */
  worst: SloState;
  /** SLOs in it. */
  total: number;
  /** How many of them `sli`, `events` and `budgetRemaining` are made of. */
  combined?: number;
  /** Share of good events of all that can be counted together (`Occurrences`), 0..1. */
  sli?: number;
  events?: {
    bad: number;
    total: number;
    /** What all budgets together allow. */ allowedBad: number;
  };
  /** Share of the budgets of those SLOs left together, at most 1. */
  budgetRemaining?: number;
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
