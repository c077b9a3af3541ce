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
  /** `browser`, `utc` or an IANA name; absent means the reader's. */
  timezone?: string;
  timeSettings?: TimeSettings;
  description?: string;
  variables: DashboardVariable[];
  /** What is written over the graphs: deployments, incidents. */
  annotations: DashboardAnnotation[];
  links: DashboardLink[];
  /** What panels share when the pointer is over one of them. */
  cursorSync: 'off' | 'crosshair' | 'tooltip';
  /** In the order of the page; absent when the dashboard has none (v1 never has). */
  tabs?: DashboardTab[];
  /** In the order of the page; panels above the first row form a section without a title. */
  sections: DashboardSection[];
  /** Copies of panels that {@link expandRepeats} had no room for; absent when there was. */
  omittedPanels?: number;
}

/** How a dashboard lets its time be chosen. @public */
export interface TimeSettings {
  /** Whether the time cannot be chosen by hand. */
  isHidden: boolean;
  weekStart?: 'sunday' | 'monday' | 'saturday';
  /** 0 is January. */
  fiscalYearStartMonth?: number;
  /** How far the end of the range stays behind the present: `1m`. */
  nowDelay?: string;
  /** Choices for refreshing: `10s`, `1m`, … */
  refreshIntervals?: string[];
  /** Instead of the usual ones. */
  quickRanges?: { from: string; to: string; text: string }[];
}

/** @public */
export interface DashboardTab {
  /** Unique within the dashboard. */
  id: string;
  title: string;
  /** Name of the variable for whose values Grafana repeats the tab. */
  repeat?: string;
  condition?: DisplayCondition;
  /** Set by {@link expandRepeats} in a copy that a repeat made. */
  scopedVariables?: ScopedVariables;
}

/**
 * When a tab, a row or a panel is shown. Without it, always.
 *
 * @public
 */
export interface DisplayCondition {
  /** Whether it is hidden, not shown, when the rules hold. */
  hides: boolean;
  /** Whether one rule is enough; else all have to hold. */
  any: boolean;
  rules: DisplayRule[];
}

/**
 * Something about the value of a variable, or, without one, about the length of the time range.
 *
 * @public
 */
export interface DisplayRule {
  variable?: string;
  operator: '=' | '!=' | '=~' | '!~' | '<=';
  /** A value, a regular expression, or the longest range: `7d`. */
  value: string;
}

/**
 * What a repeat sets in one of its copies, by the name of the variable.
 *
 * @public
 */
export type ScopedVariables = Record<string, VariableOption>;

/** Values of variables, by their names. @public */
export type VariableValues = Record<string, string | string[]>;

/**
 * Marks of a query or of Grafana's own that lie over the graphs.
 *
 * @public
 */
export interface DashboardAnnotation {
  name: string;
  /** Whether it is shown until somebody switches it off. */
  enabled: boolean;
  /** Whether its switch is hidden. */
  hidden: boolean;
  color: string;
  datasource?: DatasourceReference;
  /** The alerts and annotations that Grafana itself keeps. */
  isBuiltIn: boolean;
  /** PromQL; absent when the source is none. */
  expr?: string;
  /** Smallest step: `60s`. */
  step?: string;
  titleFormat?: string;
  textFormat?: string;
  tagKeys?: string;
  /** Whether values are times in Unix milliseconds. */
  useValueForTime: boolean;
  /** Of Grafana's own: only those with these tags; absent means those of the dashboard. */
  tags?: string[];
  matchAny: boolean;
  limit?: number;
  /** Panels that show it, or do not; absent means all do. */
  filter?: { exclude: boolean; panelIds: number[] };
}

/**
 * A link of a dashboard, a panel or a value.
 *
 * @public
 */
export interface DashboardLink {
  title: string;
  /** May hold variables; absent for a list of dashboards with the same tags. */
  url?: string;
  type: 'link' | 'dashboards';
  tags: string[];
  tooltip?: string;
  icon?: string;
  asDropdown: boolean;
  targetBlank: boolean;
  /** Whether variables and time are added to the address. */
  includeVars: boolean;
  keepTime: boolean;
}

/** A link of a value: its address may hold `${__value.text}` and its like. @public */
export interface DataLink {
  title: string;
  url: string;
  targetBlank: boolean;
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
  condition?: DisplayCondition;
  /** Set by {@link expandRepeats} in a copy that a repeat made. */
  scopedVariables?: ScopedVariables;
  /** Id of the tab that it is in. */
  tab?: string;
  /** How deep the row lies in other rows; absent means 0. */
  depth?: number;
  /** Set when the panels have no places of their own but flow (v2's `AutoGridLayout`). */
  autoGrid?: AutoGrid;
  panels: PanelModel[];
}

/** Panels one after the other, as many beside each other as fit. @public */
export interface AutoGrid {
  /** 1..10 */
  maxColumns: number;
  /** Smallest width of a column, in pixels. */
  columnWidth: number;
  /** Of each panel, in pixels. */
  rowHeight: number;
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
  | 'piechart'
  | 'barchart'
  | 'histogram'
  | 'state-timeline'
  | 'status-history'
  | 'alertlist'
  | 'dashlist'
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
  | 'datasource'
  | 'expression'
  | 'library-panel'
  | 'invalid';

/** @public */
export interface PanelModel {
  /** Unique within the dashboard; made up when the JSON has none. */
  id: number;
  /** Unique within the page, also among copies that a repeat made: the id, and what tells the copy. */
  key: string;
  kind: PanelKind;
  /** Set when `kind` is `unsupported`. */
  unsupported?: UnsupportedReason;
  /** Which one: the transformation's id, the source's type. */
  unsupportedDetail?: string;
  /** As written in the JSON: `timeseries`, `gauge`, … */
  type: string;
  title: string;
  /** Markdown, may hold variables. */
  description?: string;
  transparent: boolean;
  /**
   * Columns 0..24 and rows of 30 px, the first row of the section being 0. Columns of copies
   * that lie beside each other may be fractions: five of them are 4.8 wide.
   */
  gridPos: { x: number; y: number; w: number; h: number };
  datasource?: DatasourceReference;
  targets: PanelTarget[];
  fieldConfig: { defaults: FieldConfig; overrides: FieldOverride[] };
  /** Applied to the answers in this order. */
  transformations: PanelTransformation[];
  /** Options of the panel's type, as written. */
  options: JsonObject;
  /** Smallest interval between two points: `1m`, may hold variables. */
  interval?: string;
  maxDataPoints?: number;
  /** Relative time of this panel alone: `1h`. */
  timeFrom?: string;
  /** Moves the panel's time back: `1d`. */
  timeShift?: string;
  /** Whether the panel does not say that it has a time of its own. */
  hideTimeOverride: boolean;
  links: DashboardLink[];
  /** Of the library panel whose body this is, or which is still to be read. */
  libraryPanel?: { uid: string; name: string };
  /** Name of the variable for whose values Grafana repeats the panel. */
  repeat?: string;
  repeatDirection: 'h' | 'v';
  /** Copies beside each other, when they lie side by side. */
  maxPerRow: number;
  condition?: DisplayCondition;
  /** Names of properties of the JSON that nothing is made of; absent when there are none. */
  ignored?: string[];
  /** Set by {@link expandRepeats} in a copy that a repeat made. */
  scopedVariables?: ScopedVariables;
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
  /** Only frames that match; the others pass by unchanged. */
  filter?: { id: string; options?: JsonValue };
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
  /** Whether single observations (exemplars) are shown too. */
  exemplar?: boolean;
  datasource?: DatasourceReference;
  /** A server-side expression (`__expr__`), as written: its type and what belongs to it. */
  expression?: JsonObject;
  /** Of `-- Dashboard --`: the panel whose answers are used, and whether its transformations are. */
  source?: { panelId: number; withTransformations: boolean };
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
  /** What was chosen when the dashboard was saved, as people read it. */
  currentText?: string | string[];
  description?: string;
  datasource?: DatasourceReference;
  /** When the values of a query are read again. */
  refresh: 'never' | 'load' | 'time';
  /** Whether `current` may hold a value that is no option. */
  allowCustomValue: boolean;
  /** Of intervals: the choice "auto", how many steps it makes and the smallest of them. */
  auto?: { count: number; min: string };
  /** Of `adhoc`. */
  filters?: AdhocFilter[];
  /** Whether the choice is kept out of the page's address. */
  skipUrlSync?: boolean;
}

/**
 * A matcher that a person adds to every query of a data source.
 *
 * @public
 */
export interface AdhocFilter {
  key: string;
  operator: '=' | '!=' | '=~' | '!~' | '=|' | '!=|' | '<' | '>';
  value: string;
  /** Of the operators of several values. */
  values?: string[];
}

/**
 * The order of a query's values: by letters, by the first number in them, by letters of any
 * case, or as people sort (numbers within texts).
 *
 * @public
 */
export type VariableSort =
  | 'none'
  | 'asc'
  | 'desc'
  | 'numeric-asc'
  | 'numeric-desc'
  | 'insensitive-asc'
  | 'insensitive-desc'
  | 'natural-asc'
  | 'natural-desc';

/** @public */
export interface VariableOption {
  text: string;
  value: string;
  /** Of a list written as JSON: what `${name.property}` stands for. */
  properties?: Record<string, string>;
}

/**
 * How the values of a series are written and drawn.
 *
 * @public
 */
export interface FieldConfig {
  displayName?: string;
  /** What the data source calls the field; a panel's own name goes before. */
  displayNameFromSource?: string;
  /** Between two values, in milliseconds; told by the data source. */
  interval?: number;
  description?: string;
  /** Whether the scale is this field's alone, not that of all. */
  fieldMinMax?: boolean;
  links?: DataLink[];
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
  /** Which value colours a whole series when the mode colours by value. */
  seriesBy?: 'last' | 'min' | 'max';
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
