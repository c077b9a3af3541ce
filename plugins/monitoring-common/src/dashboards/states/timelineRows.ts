import { DataField, DataFrame, FieldValue } from '../frames/DataFrame';
import { asNumber } from '../model/json';
import { thresholdStep } from '../values/thresholdColor';
import { thresholdLabels } from './thresholdLabels';

/** One row of a timeline: a field, and what it is when. @public */
export interface TimelineRow {
  /** Unique within the panel, and the same after a refresh. */
  key: string;
  name: string;
  field: DataField;
  /** Ascending by time. A state lasts until the next one; null is none. */
  samples: { time: number; value: FieldValue }[];
  /** Between two samples, in milliseconds; absent when the source does not tell. */
  interval?: number;
  /** Colours of states that are steps of thresholds, by their texts; as the dashboard names them. */
  stepColors?: Map<string, string>;
}

/** @public */
export type TimelineRows =
  | { rows: TimelineRow[]; problem?: undefined }
  | { rows?: undefined; problem: 'no-time' | 'no-states' };

/**
 * The rows of a state timeline or a status history: each field that is no time, in the order of the
 * frames.
 *
 * @remarks
 * A sample that is missing after an interval ends the state, unless the author bridges gaps. A second
 * field of times says when the states end.
 *
 * @param frames - configured and named
 * @param options - `mergeValues`: with thresholds as colour mode, the steps are the states
 * @param range - of the panel, in Unix milliseconds
 * @see Grafana's `prepareTimelineFields`
 * @public
 */
export function timelineRows(
  frames: DataFrame[],
  options: { mergeValues: boolean },
  range: { from: number; to: number },
): TimelineRows {
  const uses = new Map<string, number>();
  let hasTimes = false;
  const rows: TimelineRow[] = [];
  for (const frame of frames) {
    const [start, end] = frame.fields.filter(
      ({ type, values }) => type === 'time' && typeof values[0] === 'number',
    );
    hasTimes ||= start !== undefined;
    for (const field of start ? frame.fields : []) {
      if (!['number', 'string', 'boolean'].includes(field.type)) {
        continue;
      }
      const name = field.state?.displayName ?? field.name;
      const identity = `${frame.refId ?? ''}/${name}`;
      const use = uses.get(identity) ?? 0;
      uses.set(identity, use + 1);
      const interval =
        asNumber(field.config.custom.insertNulls) ?? start.config.interval;
      const row: TimelineRow = {
        key: use ? `${identity}/${use}` : identity,
        name,
        field,
        interval,
        samples: bridged(
          withGaps(samplesOf(field, start, end), interval, range).map(
            withNumber(field),
          ),
          field.config.custom.spanNulls,
        ),
      };
      rows.push(options.mergeValues ? withSteps(row) : row);
    }
  }
  if (!hasTimes) {
    return { problem: 'no-time' };
  }
  return rows.length > 0 ? { rows } : { problem: 'no-states' };
}

type Sample = TimelineRow['samples'][number];

function samplesOf(
  field: DataField,
  start: DataField,
  end: DataField | undefined,
): Sample[] {
  const samples = start.values.map((time, index) => ({
    time: Number(time),
    value: field.values[index] ?? null,
  }));
  const starts = new Set(samples.map(({ time }) => time));
  const ends = (end?.values ?? []).flatMap(time =>
    typeof time === 'number' && !starts.has(time)
      ? [{ time, value: null }]
      : [],
  );
  return [...samples, ...ends].sort((a, b) => a.time - b.time);
}

/** A gap before the first, after the last and wherever two lie further apart than the interval. */
function withGaps(
  samples: Sample[],
  interval: number | undefined,
  range: { from: number; to: number },
): Sample[] {
  if (!interval || samples.length === 0) {
    return samples;
  }
  const first = samples[0].time;
  const before = Math.ceil((first - range.from) / interval);
  const found: Sample[] =
    before > 0 ? [{ time: first - before * interval, value: null }] : [];
  samples.forEach((sample, index) => {
    found.push(sample);
    const next = samples[index + 1];
    const isGap = next
      ? next.time - sample.time > interval
      : sample.time + interval < range.to;
    if (isGap) {
      found.push({ time: sample.time + interval, value: null });
    }
  });
  return found;
}

/** A number that the author writes instead of what is missing is a state as any other. */
function withNumber({ config }: DataField): (sample: Sample) => Sample {
  const instead = Number(config.noValue ?? NaN);
  return sample =>
    sample.value === null && !Number.isNaN(instead)
      ? { ...sample, value: instead }
      : sample;
}

/** Without the gaps between two states that the author bridges: all, or those shorter than so many milliseconds. */
function bridged(samples: Sample[], spanNulls: unknown): Sample[] {
  const longest = spanNulls === true ? Infinity : asNumber(spanNulls) ?? 0;
  if (longest <= 0) {
    return samples;
  }
  const found: Sample[] = [];
  let gap: Sample[] = [];
  let last: number | undefined;
  for (const sample of samples) {
    if (sample.value === null) {
      gap.push(sample);
      continue;
    }
    if (last === undefined || sample.time - last >= longest) {
      found.push(...gap);
    }
    gap = [];
    last = sample.time;
    found.push(sample);
  }
  return [...found, ...gap];
}

/** The steps that values have reached, instead of the values. */
function withSteps(row: TimelineRow): TimelineRow {
  const { config, type, state } = row.field;
  const labels = thresholdLabels(config);
  if (
    type !== 'number' ||
    config.color?.mode !== 'thresholds' ||
    labels.length === 0
  ) {
    return row;
  }
  return {
    ...row,
    stepColors: new Map(labels.map(({ text, step }) => [text, step.color])),
    samples: row.samples.map(({ time, value }) => {
      const step =
        typeof value === 'number'
          ? thresholdStep(value, config.thresholds, {
              ...state?.range,
            })
          : undefined;
      return {
        time,
        value: labels.find(one => one.step === step)?.text ?? null,
      };
    }),
  };
}
