import { JsonObject } from '@backstage/types';
import { PanelTransformation } from '@sightline/backstage-plugin-monitoring-common';
import { QueryRange, TimeRange } from '../range';

/** A query that is ready to be sent. */
export interface PlannedTarget {
  refId: string;
  /** PromQL, variables filled in, the operator's scope enforced. */
  expression: string;
  legendFormat?: string;
  format: 'time_series' | 'table' | 'heatmap';
  /** An instant query asks for the end of the panel's time. */
  instant: boolean;
  range: QueryRange;
  /** Of an instant query, in Unix seconds. */
  time: number;
  /** Whether single observations are to be shown. */
  exemplar?: boolean;
  /** Whether only expressions see the answer. */
  isHidden?: boolean;
  /** Its place among the panel's queries and expressions. */
  place: number;
}

/** What is calculated from the answers. */
export interface PlannedExpression {
  refId: string;
  /** As the dashboard has it, variables filled in. */
  json: JsonObject;
  /** Whether only other expressions see what it comes to. */
  isHidden?: boolean;
  place: number;
}

/** What one panel comes to. */
export interface PlannedPanel {
  panelId: number;
  /** Of a copy that a repeat made. */
  key?: string;
  targets: PlannedTarget[];
  expressions: PlannedExpression[];
  /** The time that the panel shows. */
  range: TimeRange;
  /** Of the panel whose answers these are. */
  sourceTransformations: PanelTransformation[];
  /** For people: why a target, or the whole panel, is not queried. */
  errors: string[];
}
