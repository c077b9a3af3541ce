const UNITS: [name: string, milliseconds: number][] = [
  ['y', 31_536_000_000],
  ['mo', 2_592_000_000],
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
];
/** Years say months, weeks and days; months weeks and days; all others the next smaller unit. */
const PARTS: Record<string, number> = { y: 4, mo: 3 };

/**
 * How long a state lasts: `15m`, `2h 5m`, `1y 2mo 1w 3d`.
 *
 * @param milliseconds - 0 or more
 * @see Grafana's `fmtDuration`: a year is 365 days, a month 30
 * @public
 */
export function formatStateDuration(milliseconds: number): string {
  if (!(milliseconds >= 0)) {
    return '';
  }
  let rest = milliseconds;
  const first = UNITS.findIndex(([, size]) => milliseconds >= size);
  if (first < 0) {
    return '0';
  }
  const count = PARTS[UNITS[first][0]] ?? 2;
  const words: string[] = [];
  for (const [name, size] of UNITS.slice(first, first + count)) {
    const share = Math.floor(rest / size);
    rest -= share * size;
    if (share > 0) {
      words.push(`${share}${name}`);
    }
  }
  return words.join(' ');
}
