import { KeyboardEvent, RefObject, useRef } from 'react';
import type uPlot from 'uplot';
import { CursorStore } from '../chart';
import { wider } from './chartOptions';

/** Steps of a move while Shift is held. */
const LONG_STEP = 10;

/** What {@link useChartKeyboard} needs. */
export interface ChartKeyboardInput {
  chartRef: RefObject<uPlot | undefined>;
  cursor: CursorStore;
  range: { from: number; to: number };
  /** What is said of the values at one of the times. */
  describe: (index: number) => string;
  /** Where it is said. */
  liveRef: RefObject<HTMLElement>;
  onZoom: (range: { from: number; to: number }) => void;
}

/**
 * A chart without a pointer: the arrows move the cursor from sample to sample and say its values,
 * plus and minus zoom, Enter makes the tooltip stay and Escape takes it away.
 */
export function useChartKeyboard(input: ChartKeyboardInput): {
  /** Of the chart's element: no control, but its values are read one by one. */
  handlers: {
    tabIndex: 0;
    onKeyDown: (event: KeyboardEvent) => void;
    onBlur: () => void;
  };
  /** Whether the cursor is being moved by the keyboard just now. */
  isMoving: RefObject<boolean>;
} {
  const { chartRef, cursor, range, describe, liveRef, onZoom } = input;
  const isMoving = useRef(false);

  const moveTo = (chart: uPlot, index: number) => {
    const times = chart.data[0];
    const place = Math.max(0, Math.min(times.length - 1, index));
    if (times[place] === undefined) {
      return;
    }
    isMoving.current = true;
    cursor.release();
    chart.setCursor(
      {
        left: chart.valToPos(times[place], 'x'),
        top: chart.over.clientHeight / 2,
      },
      true,
    );
    isMoving.current = false;
    if (liveRef.current) {
      liveRef.current.textContent = describe(place);
    }
  };

  const zoomIn = (chart: uPlot) => {
    const quarter = Math.round((range.to - range.from) / 4);
    const index = cursor.current?.index;
    const middle =
      index === undefined
        ? Math.round((range.from + range.to) / 2)
        : chart.data[0][index];
    onZoom({ from: middle - quarter, to: middle + quarter });
  };

  const hide = (chart: uPlot) => {
    cursor.release();
    chart.setCursor({ left: -10, top: -10 }, true);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const chart = chartRef.current;
    if (!chart || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const last = chart.data[0].length - 1;
    const here = cursor.current?.index;
    const step = event.shiftKey ? LONG_STEP : 1;
    const actions: Record<string, () => void> = {
      ArrowLeft: () => moveTo(chart, (here ?? last + step) - step),
      ArrowRight: () => moveTo(chart, (here ?? -step) + step),
      Home: () => moveTo(chart, 0),
      End: () => moveTo(chart, last),
      '+': () => zoomIn(chart),
      '=': () => zoomIn(chart),
      '-': () => onZoom(wider(range)),
      Enter: () => cursor.pin(),
      Escape: () => hide(chart),
    };
    if (Object.hasOwn(actions, event.key)) {
      event.preventDefault();
      actions[event.key]();
    }
  };

  const onBlur = () => {
    if (chartRef.current && !cursor.current?.isPinned) {
      hide(chartRef.current);
    }
  };

  return { handlers: { tabIndex: 0, onKeyDown, onBlur }, isMoving };
}
