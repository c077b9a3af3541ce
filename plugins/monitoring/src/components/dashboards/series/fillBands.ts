import { PanelSeries } from './graphSeries';
import { Band } from './stackSeries';

/** Grafana's, when the author asks for a band but says no opacity. */
const USUAL_OPACITY = 35;

/** Pairs of series between which the author wants the area filled. */
export function fillBands(
  series: Pick<PanelSeries, 'name' | 'style' | 'field'>[],
): Band[] {
  return series.flatMap(({ style }, upper) => {
    const lower = lowerOf(series, style.fillBelowTo);
    return lower >= 0 && lower !== upper ? [{ upper, lower }] : [];
  });
}

/**
 * Series whose author asks for a band are filled within it, or not at all when the other series is
 * not there.
 */
export function withBandOpacity(series: PanelSeries[]): PanelSeries[] {
  return series.map(one => {
    const { fillBelowTo, fillOpacity } = one.style;
    if (fillBelowTo === undefined) {
      return one;
    }
    const found = lowerOf(series, fillBelowTo) >= 0;
    return {
      ...one,
      style: {
        ...one.style,
        fillOpacity: found ? fillOpacity || USUAL_OPACITY : 0,
      },
    };
  });
}

function lowerOf(
  series: Pick<PanelSeries, 'name' | 'field'>[],
  wanted: string | undefined,
): number {
  return wanted === undefined
    ? -1
    : series.findIndex(
        ({ name, field }) =>
          wanted === name ||
          wanted === field.name ||
          wanted === field.config.displayNameFromSource,
      );
}
