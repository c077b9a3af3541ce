const UNITS: [string, number][] = [
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
];
// Each unit once, the largest first, as Prometheus wants it.
const DURATION = new RegExp(
  `^${UNITS.map(([unit]) => `(?:(\\d{1,9}(?:\\.\\d{1,9})?)${unit})?`).join(
    '',
  )}$`,
);

/**
 * Reads a duration as Prometheus writes it: `500ms`, `30s`, `1h30m`, `7d`; fractions such as
 * `1.5s` too.
 *
 * @returns seconds, to the millisecond; `undefined` when it is no duration or not above zero
 * @public
 */
export function parseDuration(text: string): number | undefined {
  const counts = DURATION.exec(text)?.slice(1) ?? [];
  const milliseconds = counts.reduce(
    (sum, count, index) => sum + Number(count ?? 0) * UNITS[index][1],
    0,
  );
  const seconds = Math.round(milliseconds) / 1_000;
  return seconds > 0 ? seconds : undefined;
}
