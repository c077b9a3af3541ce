/** How one end of an axis is chosen. */
interface End {
  /** Exactly this. */
  hard?: number;
  /** At least this far, when the author says so. */
  soft?: number;
}

const SPACE = 0.1;

/**
 * What a value axis covers: the data with a tenth of space, round, but not across 0 or the author's soft
 * limits.
 *
 * @returns ascending, never empty
 * @see uPlot's `rangeNum`, with the settings of Grafana
 */
export function valueRange(
  data: { min: number; max: number },
  ends: { min: End; max: End },
): { min: number; max: number } {
  const isKnown = Number.isFinite(data.min) && Number.isFinite(data.max);
  const { min, max } = isKnown ? data : { min: 0, max: 0 };
  const low = -roundEnd(-min, max - min, -limitOf(ends.min, 0), ends.min);
  const high = roundEnd(max, max - min, limitOf(ends.max, 0), ends.max);
  const range = { min: ends.min.hard ?? low, max: ends.max.hard ?? high };
  if (range.min < range.max) {
    return range;
  }
  // Limits that leave nothing to see are not obeyed.
  return low < high ? { min: low, max: high } : { min: 0, max: low || 100 };
}

function limitOf({ soft }: End, usual: number): number {
  return soft ?? usual;
}

/** The upper end; the lower one is the same with all signs turned. */
function roundEnd(
  value: number,
  span: number,
  limit: number,
  { soft }: End,
): number {
  const size = span || Math.abs(value) || 1_000;
  const unit = 10 ** Math.floor(Math.log10(size)) / 10;
  const isAlone = span === 0 && value !== 0;
  const share = isAlone ? 1 : SPACE;
  const spaced = roundedUp(value + size * share, unit);
  const isWithin = value <= limit;
  if (isWithin && (soft !== undefined || spaced >= limit)) {
    return limit;
  }
  return spaced;
}

function roundedUp(value: number, unit: number): number {
  const steps = Math.ceil(Number((value / unit).toPrecision(12)));
  return Number((steps * unit).toPrecision(12));
}
