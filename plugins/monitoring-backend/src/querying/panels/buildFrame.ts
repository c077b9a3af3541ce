import { PanelFrame } from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusSample, PrometheusSeries } from '../../sources';
import { QueryRange } from '../range';
import { wireValue } from './wireValue';

type FrameSeries = PanelFrame['series'];

/** Times of a frame in Unix milliseconds, and series with one value for each. */
export type FrameData = Pick<PanelFrame, 'times' | 'series'>;

/** Puts the series of a range query on the one grid that they share. */
export function rangeFrame(
  series: PrometheusSeries[],
  range: QueryRange,
): FrameData {
  const { start, end, step } = range;
  const length = Math.round((end - start) / step) + 1;
  return {
    times: Array.from({ length }, (_, index) =>
      Math.round((start + index * step) * 1_000),
    ),
    series: series.map(({ labels, times, values }) => {
      const onGrid: FrameSeries[number]['values'] = Array(length).fill(null);
      times.forEach((time, index) => {
        onGrid[Math.round((time - start) / step)] = wireValue(values[index]);
      });
      return { labels, values: onGrid };
    }),
  };
}

/** Samples as they were taken, which is at times of their own, on all of these times. */
export function samplesFrame(series: PrometheusSeries[]): FrameData {
  const times = [
    ...new Set(
      series.flatMap(one => one.times.map(time => Math.round(time * 1_000))),
    ),
  ].sort((a, b) => a - b);
  const places = new Map(times.map((time, index) => [time, index]));
  return {
    times,
    series: series.map(({ labels, ...one }) => {
      const onGrid: FrameSeries[number]['values'] = Array(times.length).fill(
        null,
      );
      one.times.forEach((time, index) => {
        const place = places.get(Math.round(time * 1_000)) ?? 0;
        onGrid[place] = wireValue(one.values[index]);
      });
      return { labels, values: onGrid };
    }),
  };
}

/** One value per series, at the one time of an instant query in Unix seconds. */
export function instantFrame(
  samples: PrometheusSample[],
  time: number,
): FrameData {
  return {
    times: [Math.round(time * 1_000)],
    series: samples.map(({ labels, value }) => ({
      labels,
      values: [wireValue(value)],
    })),
  };
}
