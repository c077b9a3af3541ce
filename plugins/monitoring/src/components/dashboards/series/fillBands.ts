import { PanelSeries } from './seriesOfFrames';

/** Pairs of series between which the author wants the area filled. */
export function fillBands(
  series: Pick<PanelSeries, 'name' | 'style'>[],
): { upper: number; lower: number }[] {
  return series.flatMap(({ style }, upper) => {
    const lower = series.findIndex(({ name }) => name === style.fillBelowTo);
    return lower >= 0 && lower !== upper ? [{ upper, lower }] : [];
  });
}
