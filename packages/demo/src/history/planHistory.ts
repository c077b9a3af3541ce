const MINUTE = 60;
const HOUR = 3_600;
const DAY = 24 * HOUR;
const SCRAPE_INTERVAL = 5;
/** Grafana takes four scrapes of 15 seconds for the shortest window of a rate: two samples. */
const FINE_INTERVAL = 30;
/** The stretch before now that is as fine as live scrapes. */
const LAST_MINUTES = 10 * MINUTE;
/**
 * The stretch before now that is made anew at each start, fine enough for a wide graph over the
 * last six hours.
 */
export const LAST_HOURS = 7 * HOUR;
/** The largest block range of Prometheus below 31 days: promtool reads a file once per such range. */
const BLOCK_RANGE = 486 * HOUR;

/** A stretch of history with one resolution that fits into one block. Times in Unix seconds. */
export interface HistoryChunk {
  start: number;
  /** Exclusive. */
  end: number;
  /** Seconds between samples. */
  step: number;
}

/** How fine history is until something finer begins. In seconds. */
export interface HistoryStretch {
  /** How long before its end it begins. */
  ago: number;
  step: number;
}

/**
 * 30 days and the {@link LAST_HOURS}, so that a 30-day window is full. Each stretch is as fine as
 * graphs and windows over it need, and no finer: a start takes as long as promtool does, which is
 * as long as there are samples.
 */
export const HISTORY: readonly HistoryStretch[] = [
  { ago: 30 * DAY, step: 15 * MINUTE },
  // A wide graph over a week has a point every ten minutes.
  { ago: 7 * DAY, step: 5 * MINUTE },
  // For windows of five minutes.
  { ago: 3 * DAY, step: 2.5 * MINUTE },
  { ago: DAY - 6 * HOUR, step: MINUTE },
];

function split(start: number, end: number, step: number): HistoryChunk[] {
  const chunks: HistoryChunk[] = [];
  let from = start;
  while (from < end) {
    const to = Math.min(
      end,
      (Math.floor(from / BLOCK_RANGE) + 1) * BLOCK_RANGE,
    );
    chunks.push({ start: from, end: to, step });
    from = to;
  }
  return chunks;
}

/**
 * Cuts history into chunks, oldest first.
 *
 * @param end - Unix seconds, a whole minute; the last sample is older
 */
export function planHistory(
  end: number,
  stretches: readonly HistoryStretch[] = HISTORY,
): HistoryChunk[] {
  const starts: number[] = [];
  let start = 0;
  let grid = stretches[0].step;
  for (const { ago, step } of stretches) {
    // Whole steps after what comes before, so that the distance of samples is kept there.
    start += Math.floor((end - ago - start) / grid) * grid;
    starts.push(start);
    grid = step;
  }
  return stretches.flatMap(({ step }, index) =>
    split(starts[index], starts[index + 1] ?? end, step),
  );
}

/**
 * What came between `start` and `end`: a sample a minute, for the last hours one every 30 seconds,
 * and for the last minutes one every five seconds like live scrapes, so that short windows see no
 * gap.
 *
 * @param start - Unix seconds, a whole minute
 * @param end - Unix seconds, a whole second; exclusive
 */
export function planTopUp(start: number, end: number): HistoryChunk[] {
  const ago = (seconds: number) =>
    Math.max(start, Math.floor((end - seconds) / MINUTE) * MINUTE);
  const lastHours = ago(LAST_HOURS);
  const lastMinutes = ago(LAST_MINUTES);
  // In two, which promtool works on at the same time: nothing else is left to do meanwhile.
  const middle = Math.floor((lastHours + lastMinutes) / 2 / MINUTE) * MINUTE;
  return [
    ...split(start, lastHours, MINUTE),
    ...split(lastHours, middle, FINE_INTERVAL),
    ...split(middle, lastMinutes, FINE_INTERVAL),
    ...split(lastMinutes, end, SCRAPE_INTERVAL),
  ];
}
