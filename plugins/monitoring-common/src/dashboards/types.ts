import { JsonObject, JsonValue } from '@backstage/types';

/**
 * A Grafana dashboard as far as Sightline understands it.
 *
 * @public
 */
export interface DashboardModel {
  uid?: string;
  title: string;
  tags: string[];
  /** The dashboard's own time range, in Grafana's notation: `now-6h`, `now`. */
  time: { from: string; to: string };
  /** `30s`; absent when the dashboard does not refresh by itself. */
  refresh?: string;
  variables: DashboardVariable[];
  /** In the order of the page; panels above the first row form a section without a title. */
  sections: DashboardSection[];
}

/**
 * A row with its panels.
 *
 * @public
 */
export interface DashboardSection {
  /** Unique within the dashboard. */
  id: string;
  /** Absent for the panels above the first row. */
  title?: string;
  collapsed: boolean;
  /** Name of the variable for whose values Grafana repeats the row. */
  repeat?: string;
  panels: PanelModel[];
}

/**
 * What Sightline can draw; everything else is `unsupported`.
 *
 * @public
 */
export type PanelKind =
  | 'timeseries'
  | 'stat'
  | 'gauge'
  | 'bargauge'
  | 'table'
  | 'heatmap'
  | 'text'
  | 'unsupported';

/**
 * Why a panel is not drawn here.
 *
 * @public
 */
export type UnsupportedReason =
  | 'type'
  | 'transformations'
  | 'calculation'
  | 'datasource'
  | 'library-panel'
  | 'time-shift'
  | 'invalid';

/** @public */
export interface PanelModel {
  /** Unique within the dashboard; made up when the JSON has none. */
  id: number;
  kind: PanelKind;
  /** Set when `kind` is `unsupported`. */
  unsupported?: UnsupportedReason;
  /** As written in the JSON: `timeseries`, `gauge`, … */
  type: string;
  title: string;
  /** Markdown, may hold variables. */
  description?: string;
  transparent: boolean;
  /** Columns 0..24 and rows of 30 px. */
  gridPos: { x: number; y: number; w: number; h: number };
  datasource?: DatasourceReference;
  targets: PanelTarget[];
  fieldConfig: { defaults: FieldConfig; overrides: FieldOverride[] };
  /** Applied to the answers in this order; only tables have any. */
  transformations: PanelTransformation[];
  /** Options of the panel's type, as written. */
  options: JsonObject;
  /** Smallest interval between two points: `1m`, may hold variables. */
  interval?: string;
  maxDataPoints?: number;
  /** Relative time of this panel alone: `1h`. */
  timeFrom?: string;
  /** Name of the variable for whose values Grafana repeats the panel. */
  repeat?: string;
}

/**
 * A step between the answers and what is shown.
 *
 * @public
 */
export interface PanelTransformation {
  /** `merge`, `organize`, … */
  id: string;
  options: JsonObject;
}

/** @public */
export interface DatasourceReference {
  /** `prometheus`, … */
  type?: string;
  /** May be a variable: `${datasource}`. */
  uid?: string;
}

/** @public */
export interface PanelTarget {
  refId: string;
  /** PromQL with variables. */
  expr: string;
  legendFormat?: string;
  instant: boolean;
  range: boolean;
  format: 'time_series' | 'table' | 'heatmap';
  /** Smallest step: `30s`, may hold variables. */
  interval?: string;
  /** Multiplies the step; 1 when the JSON has none. */
  intervalFactor: number;
  hide: boolean;
  datasource?: DatasourceReference;
}

/** @public */
export interface DashboardVariable {
  name: string;
  /** `query`, `custom`, `interval`, `datasource`, `textbox`, `constant`, `adhoc`, … */
  type: string;
  label?: string;
  /** PromQL of Grafana's kind, a list, an interval list or a text, by type. */
  query: string;
  /** What was chosen when the dashboard was saved. */
  current: string | string[];
  options: VariableOption[];
  multi: boolean;
  includeAll: boolean;
  /** Stands for all values; absent means all options. */
  allValue?: string;
  /** Of a query's values: keeps those that match, and their group when it has one. */
  regex?: string;
  /** Order of a query's values. */
  sort: VariableSort;
  hide: 'none' | 'label' | 'variable';
}

/** @public */
export type VariableSort = 'none' | 'asc' | 'desc';

/** @public */
export interface VariableOption {
  text: string;
  value: string;
}

/**
 * How the values of a series are written and drawn.
 *
 * @public
 */
export interface FieldConfig {
  displayName?: string;
  unit?: string;
  decimals?: number;
  min?: number;
  max?: number;
  /** Instead of a value that is not there. */
  noValue?: string;
  color?: FieldColor;
  thresholds?: Thresholds;
  mappings: ValueMapping[];
  /** Drawing options of the panel's type, as written. */
  custom: JsonObject;
}

/** @public */
export interface FieldColor {
  /** `palette-classic`, `fixed`, `thresholds`, … */
  mode: string;
  fixedColor?: string;
}

/** @public */
export interface Thresholds {
  mode: 'absolute' | 'percentage';
  /** Ascending; the first one starts at minus infinity. */
  steps: ThresholdStep[];
}

/** @public */
export interface ThresholdStep {
  value: number;
  color: string;
}

/** @public */
export interface FieldOverride {
  matcher: { id: string; options?: JsonValue };
  properties: { id: string; value?: JsonValue }[];
}

/** @public */
export interface MappingResult {
  text?: string;
  color?: string;
}

/** @public */
export type ValueMapping =
  | { type: 'value'; options: Record<string, MappingResult> }
  | { type: 'range'; from?: number; to?: number; result: MappingResult }
  | { type: 'regex'; pattern: string; result: MappingResult }
  | {
      type: 'special';
      match: 'null' | 'nan' | 'null+nan' | 'true' | 'false' | 'empty';
      result: MappingResult;
    };
