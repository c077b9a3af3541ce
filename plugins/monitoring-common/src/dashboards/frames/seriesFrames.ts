import { PanelFrame } from '../../api/types';
import { FieldConfig } from '../types';
import { legendName } from '../values/legendName';
import { sampleValue } from '../values/sampleValue';
import { DataField, DataFrame } from './DataFrame';
import { fieldDisplayName } from './fieldDisplayName';

/** A configuration that says nothing. */
export const NO_CONFIG: FieldConfig = { mappings: [], custom: {} };

const VALUE = 'Value';
const AUTO = '__auto';

type Series = PanelFrame['series'][number];

/**
 * A frame for each series, as Grafana's backend answers.
 *
 * @param options - `isCalculated` when the panel has expressions: metrics keep their names then
 */
export function seriesFrames(
  answers: PanelFrame[],
  { isCalculated }: { isCalculated?: boolean } = {},
): DataFrame[] {
  const frames = answers.flatMap(answer =>
    answer.text === undefined
      ? answer.series.map(one => frameOf(answer, one))
      : [textFrame(answer)],
  );
  if (isCalculated) {
    return frames;
  }
  const automatic = new Set(
    answers.flatMap(one => (one.legendFormat === AUTO ? [one.refId] : [])),
  );
  return frames.map(frame =>
    automatic.has(frame.refId ?? '') ? nameMetrics(frame, frames) : frame,
  );
}

function frameOf(answer: PanelFrame, series: Series): DataFrame {
  const { valueName, resultType } = answer;
  const isFigure = resultType === 'number';
  const { times: ownTimes, values } = samplesOf(answer, series);
  const value: DataField = {
    name: valueName ?? series.labels.__name__ ?? VALUE,
    type: 'number',
    labels: series.labels,
    config:
      valueName === undefined
        ? { ...NO_CONFIG, displayNameFromSource: sourceName(answer, series) }
        : NO_CONFIG,
    values,
  };
  const time = timeField(answer, ownTimes);
  return {
    refId: answer.refId,
    meta: {
      ...metaOf(answer),
      type:
        isFigure || resultType === 'vector' || resultType === 'scalar'
          ? 'numeric-multi'
          : 'timeseries-multi',
    },
    fields: isFigure ? [value] : [time, value],
  };
}

/**
 * The samples of a series. One that has a number at every time shares the answer's lists: most do,
 * and a dashboard has hundreds of thousands of samples.
 */
function samplesOf(
  { valueName, times }: PanelFrame,
  { values }: Series,
): { times: number[]; values: (number | null)[] } {
  if (values.every(value => typeof value === 'number')) {
    return { times, values: values as number[] };
  }
  // What was calculated has its own empty places; in an answer they are times without a sample.
  const keepsEmpty = valueName !== undefined;
  const kept: { times: number[]; values: (number | null)[] } = {
    times: [],
    values: [],
  };
  values.forEach((value, index) => {
    if (value !== null || keepsEmpty) {
      kept.times.push(times[index]);
      kept.values.push(sampleValue(value));
    }
  });
  return kept;
}

function textFrame(answer: PanelFrame): DataFrame {
  return {
    refId: answer.refId,
    meta: { ...metaOf(answer), type: 'timeseries-multi' },
    fields: [
      timeField(answer, answer.times),
      {
        name: VALUE,
        type: 'string',
        labels: {},
        config: {
          ...NO_CONFIG,
          displayNameFromSource: sourceName(answer, { labels: {} }),
        },
        values: [answer.text ?? ''],
      },
    ],
  };
}

/** Times of a frame; the step tells the panels what a gap is. */
export function timeField(
  { stepSeconds }: Pick<PanelFrame, 'stepSeconds'>,
  values: number[],
): DataField {
  return {
    name: 'Time',
    type: 'time',
    config: {
      ...NO_CONFIG,
      ...(stepSeconds !== undefined && { interval: stepSeconds * 1_000 }),
    },
    values,
  };
}

/** What is known of an answer. */
export function metaOf(answer: PanelFrame): NonNullable<DataFrame['meta']> {
  const { resultType, expression, stepSeconds } = answer;
  return { resultType, expression, stepSeconds };
}

/** With an automatic legend, only a series without labels has a name of the source. */
function sourceName(
  { legendFormat, expression }: PanelFrame,
  { labels }: Pick<Series, 'labels'>,
): string | undefined {
  if (legendFormat === AUTO) {
    return Object.keys(labels).length > 0 ? undefined : expression;
  }
  return legendName(labels, legendFormat, expression) || undefined;
}

/** Metrics keep their names as columns, but are not called by them when Grafana finds the names. */
function nameMetrics(frame: DataFrame, frames: DataFrame[]): DataFrame {
  return {
    ...frame,
    fields: frame.fields.map(field =>
      field.labels?.__name__ !== undefined &&
      field.labels.__name__ === field.name
        ? {
            ...field,
            config: {
              ...field.config,
              displayNameFromSource: fieldDisplayName(
                { ...field, name: VALUE },
                frame,
                frames,
              ),
            },
          }
        : field,
    ),
  };
}
