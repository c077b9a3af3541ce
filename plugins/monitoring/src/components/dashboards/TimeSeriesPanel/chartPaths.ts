import UPlot from 'uplot';
import { PathBuilders } from './seriesOptions';

const bars = new Map<string, UPlot.Series.PathBuilder>();

/** uPlot's shapes, made once for all charts. */
export const CHART_PATHS: PathBuilders = {
  linear: UPlot.paths.linear!(),
  spline: UPlot.paths.spline!(),
  stepBefore: UPlot.paths.stepped!({ align: -1 }),
  stepAfter: UPlot.paths.stepped!({ align: 1 }),
  bars: ({ barAlignment, barWidthFactor, barMaxWidth }) => {
    const key = `${barAlignment}/${barWidthFactor}/${barMaxWidth}`;
    let found = bars.get(key);
    if (!found) {
      found = UPlot.paths.bars!({
        size: [barWidthFactor, barMaxWidth],
        align: barAlignment,
      });
      bars.set(key, found);
    }
    return found;
  },
  none: () => null,
};
