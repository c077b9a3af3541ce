/**
 * When an alert fires, for people: `6–20, 31–60` are two times, in minutes; `never` is none. Two
 * where one is meant are an alert that flaps.
 *
 * @param minutes - in order
 */
export function firingSpans(minutes: number[]): string {
  const spans: [number, number][] = [];
  for (const minute of minutes) {
    const last = spans[spans.length - 1];
    if (last && minute === last[1] + 1) {
      last[1] = minute;
    } else {
      spans.push([minute, minute]);
    }
  }
  return spans.map(span => span.join('–')).join(', ') || 'never';
}
