import { FieldValue } from '../frames/DataFrame';
import { DisplayLook } from '../values/displayField';
import { displayOfRow, isDrawn, StateDisplay } from './displayOfRow';
import { TimelineRow } from './timelineRows';

/** A sample of a status history. @public */
export interface StateCell extends StateDisplay {
  /** Place among the columns. */
  column: number;
  value: FieldValue;
}

/** @public */
export interface StateGrid {
  /** Unix milliseconds, ascending: a column each. */
  times: number[];
  /** Between two columns, in milliseconds. */
  step: number;
  /** What the columns cover, half a column more than their times. */
  range: { from: number; to: number };
  /** Cells of each row, ascending by column; a sample that is not drawn has none. */
  cells: StateCell[][];
}

/**
 * The cells of a status history: one for each row and time.
 *
 * @param range - of the panel, in Unix milliseconds
 * @see Grafana's `TimelineMode.Samples`
 * @public
 */
export function stateGrid(
  rows: TimelineRow[],
  look: DisplayLook,
  range: { from: number; to: number },
): StateGrid {
  const drawn = rows.map(row =>
    row.samples.filter(({ value }) => isDrawn(value, row)),
  );
  const times = [
    ...new Set(drawn.flatMap(samples => samples.map(({ time }) => time))),
  ].sort((a, b) => a - b);
  const places = new Map(times.map((time, index) => [time, index]));
  const interval = rows.find(row => row.interval)?.interval;
  const step = interval ?? smallestStep(times, range);
  return {
    times,
    step,
    range: columnRange(times, step, range, interval !== undefined),
    cells: rows.map((row, index) => {
      const display = displayOfRow(row, look);
      return drawn[index].map(({ time, value }) => ({
        column: places.get(time)!,
        value,
        ...display(value),
      }));
    }),
  };
}

function smallestStep(
  times: number[],
  { from, to }: { from: number; to: number },
): number {
  let step = Infinity;
  for (let index = 1; index < times.length; index++) {
    step = Math.min(step, times[index] - times[index - 1]);
  }
  return Number.isFinite(step) ? step : Math.max(1, to - from);
}

/** With a known interval, columns go on to both ends of the time. */
function columnRange(
  times: number[],
  step: number,
  { from, to }: { from: number; to: number },
  isKnown: boolean,
): { from: number; to: number } {
  if (times.length === 0) {
    return { from, to };
  }
  const moved = (count: number) =>
    isKnown && Number.isFinite(count) ? Math.max(0, count) * step : 0;
  const first = times[0] - moved(Math.ceil((times[0] - from) / step));
  const lastTime = times[times.length - 1];
  const last = lastTime + moved(Math.ceil((to - lastTime) / step) - 1);
  return {
    from: from <= first ? first - step / 2 : from,
    to: to >= last ? last + step / 2 : to,
  };
}
