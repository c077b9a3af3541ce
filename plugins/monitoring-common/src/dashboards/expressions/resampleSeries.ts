import { ExpressionError } from './ExpressionError';
import { Figure, SeriesValue } from './ExpressionValue';
import { reduceFigures } from './reduceFigures';

/** What several values within a window become. */
export const DOWNSAMPLERS = ['sum', 'mean', 'min', 'max', 'last'] as const;

/** What a window without a value becomes: the value before, the next one, or none. */
export const UPSAMPLERS = ['pad', 'backfilling', 'fillna'] as const;

/** Of one series; Prometheus does not answer more either. */
const MOST_POINTS = 11_000;

/** How a series is sampled anew. */
export interface Resampling {
  /** In milliseconds. */
  window: number;
  downsampler: (typeof DOWNSAMPLERS)[number];
  upsampler: (typeof UPSAMPLERS)[number];
}

/**
 * A series with one value for each window, told at the window's end; the first window ends where the
 * range begins.
 *
 * @param range - in Unix milliseconds
 * @throws `ExpressionError` when the window does not fit the range
 */
export function resampleSeries(
  series: SeriesValue,
  { window, downsampler, upsampler }: Resampling,
  range: { from: number; to: number },
): SeriesValue {
  const length = Math.floor((range.to - range.from) / window);
  if (length <= 0) {
    throw new ExpressionError(
      'the time range is shorter than the window of the resampling',
    );
  }
  if (length > MOST_POINTS) {
    throw new ExpressionError(
      `the window of the resampling is too small: it makes more than ${MOST_POINTS} values`,
    );
  }
  const times = Array.from(
    { length: length + 1 },
    (_, index) => range.from + index * window,
  );
  let next = 0;
  let last: Figure = null;
  const values = times.map(time => {
    const first = next;
    while (next < series.times.length && series.times[next] <= time) {
      last = series.values[next];
      next += 1;
    }
    const within = series.values.slice(first, next);
    if (within.length > 1) {
      return reduceFigures(downsampler, within);
    }
    if (within.length === 1) {
      return within[0];
    }
    switch (upsampler) {
      case 'pad':
        return last;
      case 'backfilling':
        return series.values[next] ?? null;
      default:
        return null;
    }
  });
  return { ...series, times, values };
}
