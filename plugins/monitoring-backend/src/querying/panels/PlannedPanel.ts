import { QueryRange } from '../range';

/** A query that is ready to be sent. */
export interface PlannedTarget {
  refId: string;
  /** PromQL, variables filled in, the operator's scope enforced. */
  expression: string;
  legendFormat?: string;
  format: 'time_series' | 'table' | 'heatmap';
  /** An instant query asks for the end of the range. */
  instant: boolean;
  range: QueryRange;
}

/** What one panel comes to. */
export interface PlannedPanel {
  panelId: number;
  /** Of a copy that a repeat made. */
  key?: string;
  targets: PlannedTarget[];
  /** For people: why a target, or the whole panel, is not queried. */
  errors: string[];
}
