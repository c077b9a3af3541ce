/**
 * A bucket of a heatmap: all that is above `from` and not above `to`.
 *
 * @public
 */
export interface HeatmapRow {
  /** Bound of the bucket below; 0 for the lowest bucket when its own bound is above 0. */
  from: number;
  to: number;
  /** How many for each time; null where nothing is known. Never below 0. */
  counts: (number | null)[];
}

/**
 * Rows over time.
 *
 * @public
 */
export interface Heatmap {
  /** Unix milliseconds, ascending. */
  times: number[];
  /** From the lowest bucket to the highest. */
  rows: HeatmapRow[];
}

/** One bucket of a histogram over time. */
interface BucketSeries {
  labels: Record<string, string>;
  /** Name by the legend; tells the bound when there is no label `le`. */
  name: string;
  /** One for each time. */
  values: (number | null)[];
}

/**
 * A heatmap from the buckets of a Prometheus histogram.
 *
 * @remarks
 * Prometheus counts in each bucket all that is in those below it; with `cumulative`, that is
 * taken off again, as Grafana does for targets of the format `heatmap`. Rounding of
 * `increase()` can leave a bucket smaller than the one below it; that is no observation.
 * Series with the same bound are added up, those without one are left out.
 *
 * @param times - Unix milliseconds of all series
 * @public
 */
export function heatmapCells(
  times: number[],
  series: BucketSeries[],
  options: { cumulative: boolean },
): Heatmap {
  const byBound = new Map<number, (number | null)[]>();
  for (const one of series) {
    const bound = boundOf(one);
    if (bound !== undefined) {
      const before = byBound.get(bound);
      byBound.set(
        bound,
        before
          ? before.map((value, index) => add(value, one.values[index]))
          : one.values,
      );
    }
  }
  const buckets = [...byBound].sort(([one], [other]) => one - other);
  return {
    times,
    rows: buckets.map(([to, values], index) => {
      const [below, under] = buckets[index - 1] ?? [to > 0 ? 0 : -Infinity];
      return {
        from: below,
        to,
        counts: values.map((value, time) => {
          if (value === null || Number.isNaN(value)) {
            return null;
          }
          // NaN counts nothing, as null.
          const covered = (options.cumulative && under?.[time]) || 0;
          return Math.max(0, value - covered);
        }),
      };
    }),
  };
}

function boundOf({ labels, name }: BucketSeries): number | undefined {
  const text = labels.le ?? name;
  if (/^\+?Inf$/.test(text)) {
    return Infinity;
  }
  const number = text.trim() === '' ? NaN : Number(text);
  return Number.isNaN(number) ? undefined : number;
}

function add(one: number | null, other: number | null): number | null {
  return one === null || other === null ? one ?? other : one + other;
}
