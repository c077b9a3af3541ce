/**
 * One query of a panel.
 *
 * @public
 */
export interface PanelQuery {
  /** PromQL; may use Grafana's `$__rate_interval` and `$__range`. */
  expression: string;
  /** Name of its series; `{{label}}` stands for a label's value. */
  legend: string;
}

/**
 * Where a value turns from good to bad.
 *
 * @public
 */
export interface PanelThresholds {
  /** From here on it deserves a look. */
  warning?: number;
  /** From here on it is bad. */
  critical: number;
  /** The smaller the worse, as a hit rate or free space: below `critical` is bad. */
  lowIsBad?: boolean;
}

/**
 * A word for a value: 1 is “Up”.
 *
 * @public
 */
export interface PanelValueName {
  value: number;
  text: string;
  state: 'good' | 'look' | 'bad';
}

/**
 * What every panel of a pack has.
 *
 * @public
 */
export interface PanelOptions {
  /** Unique in the dashboard and stable: alerts and links name it. */
  id: number;
  title: string;
  /** What it shows and when to worry, for somebody who sees it for the first time. */
  description: string;
  /** A Grafana unit: `reqps`, `percentunit`, `s`, `bytes`, `short`… */
  unit: string;
  decimals?: number;
  queries: PanelQuery[];
  thresholds?: PanelThresholds;
  /** Words instead of numbers. */
  names?: PanelValueName[];
}
