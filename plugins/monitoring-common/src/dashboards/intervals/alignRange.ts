/**
 * A range with both ends moved back to a multiple of the step, as Grafana queries it.
 *
 * @param from - Unix milliseconds
 * @param to - Unix milliseconds
 * @param stepSeconds - greater than 0
 * @param utcOffsetSeconds - of the zone whose days the steps follow
 * @public
 */
export function alignRange(
  from: number,
  to: number,
  stepSeconds: number,
  utcOffsetSeconds: number = 0,
): { from: number; to: number } {
  const step = stepSeconds * 1_000;
  const offset = utcOffsetSeconds * 1_000;
  const align = (time: number) =>
    Math.floor((time + offset) / step) * step - offset;
  return { from: align(from), to: align(to) };
}
