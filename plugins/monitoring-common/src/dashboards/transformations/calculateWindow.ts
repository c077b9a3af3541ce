import { JsonObject } from '@backstage/types';
import { FieldValue, frameLength } from '../frames/DataFrame';
import { asNumber, asText } from '../model/json';
import { chosenField } from './chosenField';
import type { ValuesCreator } from './calculateField';

/**
 * Row by row: the mean, the variance or the standard deviation of the rows around.
 *
 * @returns undefined for other calculations, and for a window without a size
 */
export function calculateWindow(
  options: JsonObject,
): ValuesCreator | undefined {
  const reducer = asText(options.reducer) ?? '';
  const size = asNumber(options.windowSize) ?? 0;
  if (size <= 0 || !['mean', 'variance', 'stdDev'].includes(reducer)) {
    return undefined;
  }
  const isShare = options.windowSizeMode === 'percentage';
  const isCentered = options.windowAlignment === 'centered';
  const find = chosenField(options.field);
  return (frame, frames) => {
    const values = find(frame, frames)?.values.map(asSample);
    if (!values) {
      return undefined;
    }
    const window = Math.ceil(size * (isShare ? frameLength(frame) : 1));
    if (reducer === 'mean') {
      return isCentered
        ? centeredMeans(values, window)
        : trailingMeans(values, window);
    }
    const ahead = isCentered ? Math.ceil(window / 2) - 1 : 0;
    const behind = isCentered ? Math.floor(window / 2) : window - 1;
    return variances(values, behind, ahead).map(spread =>
      reducer === 'stdDev' ? Math.sqrt(spread) : spread,
    );
  };
}

type Sample = number | null;

function asSample(value: FieldValue): Sample {
  return typeof value === 'number' ? value : null;
}

/** As Grafana has it: a row without a value moves nothing out of the window. */
function trailingMeans(values: Sample[], window: number): number[] {
  let [sum, count] = [0, 0];
  return values.map((value, row) => {
    if (value !== null) {
      sum += value;
      count += 1;
      const leaving = row >= window ? values[row - window] : null;
      if (leaving !== null) {
        sum -= leaving;
        count -= 1;
      }
    }
    return count === 0 ? 0 : sum / count;
  });
}

/** Of a window with an even size, the half behind is the larger one. */
function centeredMeans(values: Sample[], window: number): number[] {
  const ahead = Math.ceil(window / 2) - 1;
  const behind = Math.floor(window / 2);
  let [sum, count] = [0, 0];
  const move = (row: number, sign: 1 | -1) => {
    const value = values[row] ?? null;
    if (value !== null) {
      sum += sign * value;
      count += sign;
    }
  };
  return values.map((_, row) => {
    if (row === 0) {
      for (let first = 0; first <= ahead && first < values.length; first++) {
        move(first, 1);
      }
    } else {
      move(row + ahead, 1);
      if (row - behind > 0) {
        move(row - behind - 1, -1);
      }
    }
    return count === 0 ? 0 : sum / count;
  });
}

/** Steps after which each window is no longer gone through value by value. */
const MOST_STEPS = 20_000_000;

function variances(values: Sample[], behind: number, ahead: number): number[] {
  return values.length * (behind + ahead + 1) <= MOST_STEPS
    ? values.map((_, row) =>
        variance(values, Math.max(0, row - behind), row + ahead + 1),
      )
    : slidingVariances(values, behind, ahead);
}

/** By Welford, so that large values keep their small differences. */
function variance(values: Sample[], from: number, to: number): number {
  let [mean, squares, count] = [0, 0, 0];
  for (let row = from; row < Math.min(to, values.length); row++) {
    const value = values[row];
    if (value !== null) {
      count += 1;
      const before = mean;
      mean += (value - before) / count;
      squares += (value - before) * (value - mean);
    }
  }
  return count === 0 ? 0 : squares / count;
}

function slidingVariances(
  values: Sample[],
  behind: number,
  ahead: number,
): number[] {
  const base = values.find(value => value !== null) ?? 0;
  let [sum, squares, count] = [0, 0, 0];
  const move = (row: number, sign: 1 | -1) => {
    const value = values[row] ?? null;
    if (value !== null) {
      sum += sign * (value - base);
      squares += sign * (value - base) ** 2;
      count += sign;
    }
  };
  for (let row = 0; row < ahead; row++) {
    move(row, 1);
  }
  return values.map((_, row) => {
    move(row + ahead, 1);
    move(row - behind - 1, -1);
    return count === 0 ? 0 : Math.max(0, squares / count - (sum / count) ** 2);
  });
}
