/** A latency for people: `500 ms`, `1.5 s`. */
export function latencyText(seconds: number): string {
  return seconds < 1
    ? `${Number((seconds * 1_000).toPrecision(6))} ms`
    : `${seconds} s`;
}
