const SECONDS: Record<string, number> = {
  y: 31_536_000,
  w: 604_800,
  d: 86_400,
  h: 3_600,
  m: 60,
  s: 1,
  ms: 0.001,
};

/** Each unit once, the largest first. */
const DURATION =
  /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const UNITS = ['y', 'w', 'd', 'h', 'm', 's', 'ms'];
const SIGN = /^[+-]/;

/**
 * A duration as an expression has it: `5m`, `1y2w`, and as Prometheus 3 takes it, a number of
 * seconds; a sign before either.
 *
 * @returns seconds, below zero with a minus; `undefined` when it is none
 */
export function readPromqlDuration(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  const size = text.replace(SIGN, '').trim();
  const counts = DURATION.exec(size)?.slice(1);
  if (size !== '' && counts) {
    const seconds = counts.reduce(
      (sum, count, index) => sum + Number(count ?? 0) * SECONDS[UNITS[index]],
      0,
    );
    return sign * seconds;
  }
  const number = size === '' ? NaN : Number(size);
  return Number.isFinite(number) ? sign * number : undefined;
}
