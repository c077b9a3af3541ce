const MINUTE = 60;
const DAY = 86_400;
const SCRAPE_INTERVAL = 5;
/** Grafana takes four scrapes of 15 seconds for the shortest window of a rate. */
const FINE_INTERVAL = 15;
/** The stretch before now that is as fine as live scrapes. */
const LAST_MINUTES = 10 * MINUTE;
/**
 * The stretch before now that is made anew at each start, fine enough for a wide graph over the
 * last six hours.
 */
export const LAST_HOURS = 7 * 3_600;
/** The largest block range of Prometheus below 31 days: promtool reads a file once per such range. */
const BLOCK_RANGE = 486 * 3_600;

/** A stretch of history with one resolution that fits into one block. Times in Unix seconds. */
export interface HistoryChunk {
  start: number;
  /** Exclusive. */
  end: number;
  /** Seconds between samples. */
  step: number;
}

/** How far back history goes, and how fine it is. In seconds. */
export interface HistoryResolution {
  length: number;
  step: number;
  /** The last stretch, which has a sample a minute, so that 5-minute windows are filled. */
  fineLength: number;
}

/** 30 days and a little more, so that a 30-day window is full. */
export const HISTORY: HistoryResolution = {
  length: 30 * DAY + 6 * 3_600,
  step: 5 * MINUTE,
  fineLength: 3 * DAY + 6 * 3_600,
};

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
  { length, step, fineLength }: HistoryResolution = HISTORY,
): HistoryChunk[] {
  const start = Math.ceil((end - length) / step) * step;
  const fineStart = Math.max(
    start,
    Math.floor((end - fineLength) / step) * step,
  );
  return [...split(start, fineStart, step), ...split(fineStart, end, MINUTE)];
}

/**
 * What came between `start` and `end`: a sample a minute, for the last hours one every 15 seconds,
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
