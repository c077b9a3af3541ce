import { RefObject, useEffect, useRef } from 'react';
import type uPlot from 'uplot';
import { ElementSize, followSize } from '../followSize';

/** uPlot's options but the size, which is that of the element. */
export type ChartOptions = Omit<uPlot.Options, 'width' | 'height'>;

/** What {@link useUPlot} needs. */
export interface UPlotInput {
  /** uPlot itself; given, so that only what is loaded lazily imports it. */
  Plot: typeof uPlot;
  /** Another object builds the chart again: keep it while only data, range or colours change. */
  options: ChartOptions;
  /** Another list is drawn by the same chart. */
  data: uPlot.AlignedData;
  /** Of the time axis, whose options have to read it when they are asked: see `rangeOf`. */
  range: { from: number; to: number };
  /** Changed when the same data has to be drawn in another way: marks, colours, what is shown. */
  look?: unknown;
  /** Called before new data is drawn by an old chart: to show or hide series, to set bands. */
  beforeDraw?: (chart: uPlot) => void;
}

/** Where there is no layout. */
const USUAL_SIZE = { width: 400, height: 160 };

/**
 * The life of a chart in an element: made once its size is known, given new data and another size
 * without being made again, and destroyed with the component.
 *
 * @returns where the chart goes, and the chart itself
 */
export function useUPlot(input: UPlotInput): {
  rootRef: RefObject<HTMLDivElement>;
  chartRef: RefObject<uPlot | undefined>;
} {
  const { Plot, options, data, range, look } = input;
  const rootRef = useRef<HTMLDivElement>(null);
  const chartRef = useRef<uPlot>();
  const latest = useRef(input);
  latest.current = input;
  const drawn = useRef<unknown[]>([]);

  useEffect(() => {
    const root = rootRef.current;
    if (!root) {
      return undefined;
    }
    const fit = (size: ElementSize) => {
      if (chartRef.current) {
        chartRef.current.setSize(size);
        return;
      }
      const now = latest.current;
      drawn.current = [now.data, now.range, now.look];
      chartRef.current = new Plot({ ...options, ...size }, now.data, root);
    };
    const stop = followSize(root, fit);
    if (!stop) {
      fit(USUAL_SIZE);
    }
    return () => {
      stop?.();
      chartRef.current?.destroy();
      chartRef.current = undefined;
    };
  }, [Plot, options]);

  useEffect(() => {
    const chart = chartRef.current;
    const [oldData, oldRange, oldLook] = drawn.current;
    if (!chart) {
      return;
    }
    drawn.current = [data, range, look];
    if (oldData === data && oldRange === range && oldLook === look) {
      return;
    }
    chart.batch(() => {
      latest.current.beforeDraw?.(chart);
      // Also finds the scales again.
      chart.setData(data);
    });
  }, [options, data, range, look]);

  return { rootRef, chartRef };
}
