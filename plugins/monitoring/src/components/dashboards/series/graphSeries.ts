import {
  ColorTheme,
  DataField,
  DataFrame,
  FieldConfig,
  GraphStyle,
  readGraphStyle,
} from '@sightline/backstage-plugin-monitoring-common';
import { fieldColor } from '../colors';
import { insertGaps, SeriesValue } from './insertGaps';

/** One series of a panel, ready to be drawn. */
export interface PanelSeries {
  /** Unique within the panel, and the same after a refresh. */
  key: string;
  refId: string;
  name: string;
  labels: Record<string, string>;
  /** For CSS. */
  color: string;
  config: FieldConfig;
  style: GraphStyle;
  /** Unix milliseconds, ascending. */
  times: number[];
  /** One for each time; null where there is none. */
  values: SeriesValue[];
  /** With the same values: what colours and texts of single values are made from. */
  field: DataField;
}

/**
 * The series of a graph over time, by the rules of Grafana's `prepareGraphableFields`: yes and no
 * are 1 and 0, what is not finite is no value, gaps are as long as samples are missing, and a
 * number instead of missing values (`noValue`) is drawn.
 */
export function graphSeries(
  frames: DataFrame[],
  theme: ColorTheme,
  range: { from: number; to: number },
): PanelSeries[] {
  const uses = new Map<string, number>();
  let seriesIndex = 0;
  return frames.flatMap(frame =>
    graphFields(frame, range).map(({ field, times }) => {
      const placed = withPlace(field, seriesIndex++);
      const name = placed.state.displayName;
      const refId = frame.refId ?? '';
      const identity = `${refId}/${name}`;
      const use = uses.get(identity) ?? 0;
      uses.set(identity, use + 1);
      return {
        key: use ? `${identity}/${use}` : identity,
        refId,
        name,
        labels: placed.labels ?? {},
        color: fieldColor(placed, theme),
        config: placed.config,
        style: readGraphStyle(placed.config.custom),
        times,
        values: placed.values as SeriesValue[],
        field: placed,
      };
    }),
  );
}

/** Whether these frames hold something that a graph over time can draw; else what is missing. */
export function missingForGraph(
  frames: DataFrame[],
): 'data' | 'time' | 'number' | undefined {
  const has = (type: DataField['type'], frame: DataFrame) =>
    frame.fields.some(field => field.type === type);
  const filled = frames.filter(({ fields }) => fields[0]?.values.length);
  if (filled.length === 0) {
    return 'data';
  }
  const timed = filled.filter(frame => has('time', frame));
  if (timed.length === 0) {
    return 'time';
  }
  return timed.some(frame => has('number', frame) || has('boolean', frame))
    ? undefined
    : 'number';
}

/** What can be drawn of a frame, on times with gaps. */
function graphFields(
  frame: DataFrame,
  range: { from: number; to: number },
): { field: DataField; times: number[] }[] {
  const time = frame.fields.find(({ type }) => type === 'time');
  const fields = frame.fields.filter(
    ({ type }) => type === 'number' || type === 'boolean',
  );
  if (!time || fields.length === 0) {
    return [];
  }
  const ordered = inOrderOfTime(time.values as number[], fields.map(numbersOf));
  const { times, columns } = withGaps(time, fields, ordered, range);
  return fields.map((field, index) => ({
    times,
    field: {
      ...graphField(field),
      values: withNoValue(columns[index], field.config.noValue),
    },
  }));
}

/** Only what is drawn has a place in the palette. */
function withPlace(field: DataField, seriesIndex: number) {
  const displayName = field.state?.displayName ?? field.name;
  return { ...field, state: { ...field.state, displayName, seriesIndex } };
}

function numbersOf({ type, values }: DataField): SeriesValue[] {
  if (type === 'boolean') {
    return values.map(value => (value === null ? null : Number(!!value)));
  }
  return values.every(value => Number.isFinite(value))
    ? (values as number[])
    : values.map(value => (Number.isFinite(value) ? (value as number) : null));
}

/** Yes and no have an axis of their own, and hold until the next sample. */
function graphField(field: DataField): DataField {
  if (field.type !== 'boolean') {
    return field;
  }
  const { unit, custom } = field.config;
  return {
    ...field,
    type: 'number',
    config: {
      ...field.config,
      unit: unit?.startsWith('bool') ? unit : 'bool',
      min: 0,
      max: 1,
      custom: {
        ...custom,
        lineInterpolation:
          custom.lineInterpolation === 'stepBefore'
            ? 'stepBefore'
            : 'stepAfter',
      },
    },
  };
}

function inOrderOfTime(times: number[], columns: SeriesValue[][]) {
  let isAscending = true;
  for (let index = 1; index < times.length && isAscending; index++) {
    isAscending = times[index] >= times[index - 1];
  }
  if (isAscending) {
    return { times, columns };
  }
  const order = times
    .map((_, index) => index)
    .sort((a, b) => times[a] - times[b]);
  return {
    times: order.map(index => times[index]),
    columns: columns.map(values => order.map(index => values[index])),
  };
}

/** As in Grafana, series of one frame that call different times a gap are left as they are. */
function withGaps(
  time: DataField,
  fields: DataField[],
  { times, columns }: { times: number[]; columns: SeriesValue[][] },
  range: { from: number; to: number },
) {
  const thresholds = new Set(
    fields.map(
      ({ config }) =>
        readGraphStyle(config.custom).insertNulls ?? time.config.interval,
    ),
  );
  thresholds.delete(undefined);
  const [threshold] = thresholds;
  return thresholds.size === 1 && threshold !== undefined
    ? insertGaps(times, columns, threshold, range)
    : { times, columns };
}

function withNoValue(
  values: SeriesValue[],
  noValue: string | undefined,
): SeriesValue[] {
  const number = noValue?.trim() ? Number(noValue) : NaN;
  return Number.isNaN(number) ? values : values.map(value => value ?? number);
}
