import type uPlot from 'uplot';

const FARTHEST = 100;

type Values = uPlot.AlignedData[number];

/**
 * The samples that a line would not show, since there is a gap on both sides of them; uPlot asks
 * for them where it does not draw all points. By Grafana's rule.
 *
 * @returns undefined as a list of uPlot's: null when there are none
 */
export const lonePoints = ((
  u: uPlot,
  seriesIndex: number,
  isShown: boolean,
  gaps?: number[][] | null,
) => {
  if (isShown) {
    return null;
  }
  const values = u.data[seriesIndex];
  const found = gaps?.length ? besideGaps(u, values, gaps) : onlyOne(values);
  return found.length ? found : null;
}) as uPlot.Series.Points.Filter;

function besideGaps(u: uPlot, values: Values, gaps: number[][]): number[] {
  const found: number[] = [];
  const first = u.posToIdx(gaps[0][0], true);
  if (isMissing(values[first - 1])) {
    found.push(first);
  }
  gaps.forEach(([, end], index) => {
    // A gap that ends where the next one begins: a sample stands alone between them.
    if (gaps[index + 1]?.[0] === end) {
      found.push(nearestSample(values, u.posToIdx(end, true)));
    }
  });
  const last = u.posToIdx(gaps[gaps.length - 1][1], true);
  if (isMissing(values[last + 1])) {
    found.push(last);
  }
  return found;
}

function onlyOne(values: Values): number[] {
  const isThere = (value: Values[number]) => value !== null;
  const first = (values as (number | null)[]).findIndex(isThere);
  const last = (values as (number | null)[]).findLastIndex(isThere);
  return first >= 0 && first === last ? [first] : [];
}

/** Pixels are rounded: the sample may lie beside. */
function nearestSample(values: Values, index: number): number {
  for (let away = 0; away < FARTHEST; away++) {
    if (!isMissing(values[index + away])) {
      return index + away;
    }
    if (!isMissing(values[index - away])) {
      return index - away;
    }
  }
  return index;
}

function isMissing(value: Values[number]): boolean {
  return value === null || value === undefined;
}
