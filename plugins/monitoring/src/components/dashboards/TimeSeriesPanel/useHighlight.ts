import { RefObject, useEffect } from 'react';
import type uPlot from 'uplot';
import { PanelSeries } from '../series';

/** How much of the other series is left. */
const DIMMED = 0.25;

/** Lets all series but one step back, while the pointer is on its name. */
export function useHighlight(
  chartRef: RefObject<uPlot | undefined>,
  series: PanelSeries[],
  key: string | undefined,
) {
  const index =
    key === undefined ? -1 : series.findIndex(one => one.key === key);
  useEffect(() => {
    const chart = chartRef.current;
    if (!chart || index < 0) {
      return undefined;
    }
    // Not among uPlot's types.
    const { focus } = chart as unknown as { focus: { alpha: number } };
    focus.alpha = DIMMED;
    chart.setSeries(index + 1, { focus: true });
    return () => {
      chart.setSeries(null, { focus: true });
      focus.alpha = 1;
    };
  }, [chartRef, index]);
}
