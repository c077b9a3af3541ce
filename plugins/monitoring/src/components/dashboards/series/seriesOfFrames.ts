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

/** The series among a panel's frames: every field of numbers beside a field of times. */
export function seriesOfFrames(
  frames: DataFrame[],
  theme: ColorTheme,
): PanelSeries[] {
  return collect(frames, theme, frame => {
    const times = frame.fields.find(({ type }) => type === 'time')?.values;
    return {
      fields: frame.fields.filter(({ type }) => type === 'number'),
      times: times as number[] | undefined,
    };
  });
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
  let seriesIndex = 0;
  return collect(frames, theme, frame => {
    const time = frame.fields.find(({ type }) => type === 'time');
    const fields = time
      ? frame.fields.filter(
          ({ type }) => type === 'number' || type === 'boolean',
        )
      : [];
    if (!time || fields.length === 0) {
      return { fields: [] };
    }
    const ordered = inOrderOfTime(
      time.values as number[],
      fields.map(numbersOf),
    );
    const { times, columns } = withGaps(time, fields, ordered, range);
    return {
      times,
      fields: fields.map((field, index) => ({
        ...graphField(field),
        values: withNoValue(columns[index], field.config.noValue),
        state: {
          ...field.state,
          displayName: field.state?.displayName ?? field.name,
          seriesIndex: seriesIndex++,
        },
      })),
    };
  });
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

function collect(
  frames: DataFrame[],
  theme: ColorTheme,
  read: (frame: DataFrame) => { fields: DataField[]; times?: number[] },
): PanelSeries[] {
  const uses = new Map<string, number>();
  return frames.flatMap(frame => {
    const { fields, times } = read(frame);
    return fields.map(field => {
      const name = field.state?.displayName ?? field.name;
      const refId = frame.refId ?? '';
      const identity = `${refId}/${name}`;
      const use = uses.get(identity) ?? 0;
      uses.set(identity, use + 1);
      const values = field.values as SeriesValue[];
      return {
        key: use ? `${identity}/${use}` : identity,
        refId,
        name,
        labels: field.labels ?? {},
        color: fieldColor(field, theme),
        config: field.config,
        style: readGraphStyle(field.config.custom),
        times: times ?? values.map(() => 0),
        values,
        field,
      };
    });
  });
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
