import {
  PrometheusInstantResult,
  PrometheusSeries,
  PrometheusSeriesList,
  PrometheusTexts,
} from '../../sources';

/** What an object and its arrays take beside their contents. */
const OBJECT = 200;
/** A text of two bytes a character at most, and the place that points to it. */
const TEXT = 40;
/** A time and a value. */
const SAMPLE = 16;

function ofText(text: string): number {
  return TEXT + 2 * text.length;
}

function ofLabels(labels: Record<string, string>): number {
  return Object.entries(labels).reduce(
    (sum, [name, value]) => sum + ofText(name) + ofText(value),
    OBJECT,
  );
}

function ofSeries(series: PrometheusSeries[]): number {
  return series.reduce(
    (sum, { labels, times }) => sum + ofLabels(labels) + SAMPLE * times.length,
    0,
  );
}

/** About how many bytes each kind of answer takes in memory, its key included. */
export const bytesOf = {
  instant: (
    { samples, series = [], text = '' }: PrometheusInstantResult,
    key: string,
  ): number =>
    samples.reduce(
      (sum, { labels }) => sum + ofLabels(labels) + SAMPLE,
      OBJECT + ofText(key) + ofText(text) + ofSeries(series),
    ),
  range: ({ series }: { series: PrometheusSeries[] }, key: string): number =>
    OBJECT + ofText(key) + ofSeries(series),
  texts: ({ texts }: PrometheusTexts, key: string): number =>
    texts.reduce((sum, text) => sum + ofText(text), OBJECT + ofText(key)),
  labels: ({ series }: PrometheusSeriesList, key: string): number =>
    series.reduce((sum, one) => sum + ofLabels(one), OBJECT + ofText(key)),
};
