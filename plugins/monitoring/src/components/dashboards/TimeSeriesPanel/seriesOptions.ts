import type uPlot from 'uplot';
import { GraphStyle } from '@sightline/backstage-plugin-monitoring-common';
import { PanelSeries, withOpacity } from '../series';
import type { ChartOptionsInput } from './chartOptions';

/** The shapes that uPlot can draw; given, so that these options need no uPlot. */
export interface PathBuilders {
  linear: uPlot.Series.PathBuilder;
  spline: uPlot.Series.PathBuilder;
  stepBefore: uPlot.Series.PathBuilder;
  stepAfter: uPlot.Series.PathBuilder;
  bars: uPlot.Series.PathBuilder;
  none: uPlot.Series.PathBuilder;
}

/** uPlot's options of each series, in order. */
export function chartSeries(
  input: ChartOptionsInput,
  scaleOf: (series: PanelSeries) => string,
): uPlot.Series[] {
  const filledByBand = new Set(input.bands.map(({ upper }) => upper));
  return input.series.map((one, index) => {
    const { style, color } = one;
    const isBars = style.drawStyle === 'bars';
    return {
      label: one.name,
      show: input.visible.has(one.key) && !style.hideFrom.viz,
      scale: scaleOf(one),
      stroke: color,
      width: style.drawStyle === 'points' ? 0 : style.lineWidth,
      dash: style.dashes.length ? style.dashes : undefined,
      fill:
        (filledByBand.has(index) && !isBars) || style.drawStyle === 'points'
          ? undefined
          : seriesFill(one),
      paths: pathsOf(style, input.paths),
      spanGaps: style.spanNulls === true,
      // uPlot calls what is there, even when it is undefined.
      ...(typeof style.spanNulls === 'number' && {
        gaps: bridgeGaps(style.spanNulls),
      }),
      points: {
        show: showPoints(style),
        size: style.pointSize,
        fill: isBars ? undefined : color,
        width: 1,
      },
    };
  });
}

/** What a series fills the area below it with. */
export function seriesFill(series: PanelSeries): string | undefined {
  const { fillOpacity } = series.style;
  return fillOpacity > 0
    ? withOpacity(series.color, fillOpacity / 100)
    : undefined;
}

function pathsOf(
  style: GraphStyle,
  paths: PathBuilders,
): uPlot.Series.PathBuilder {
  switch (style.drawStyle) {
    case 'bars':
      return paths.bars;
    case 'points':
      return paths.none;
    default:
      switch (style.lineInterpolation) {
        case 'smooth':
          return paths.spline;
        case 'stepBefore':
          return paths.stepBefore;
        case 'stepAfter':
          return paths.stepAfter;
        default:
          return paths.linear;
      }
  }
}

/** Undefined leaves it to uPlot, which shows points that stand alone or have room. */
function showPoints(style: GraphStyle): boolean | undefined {
  if (style.drawStyle === 'points' || style.showPoints === 'always') {
    return true;
  }
  return style.showPoints === 'never' || style.drawStyle === 'bars'
    ? false
    : undefined;
}

/** Closes gaps that are not longer than so many milliseconds. */
function bridgeGaps(longest: number): uPlot.Series.GapsRefiner {
  return (u, _seriesIndex, _from, _to, gaps) =>
    gaps.filter(
      ([from, to]) =>
        u.posToVal(to, 'x', true) - u.posToVal(from, 'x', true) > longest,
    );
}
