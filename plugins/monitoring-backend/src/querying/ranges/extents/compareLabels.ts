/** Half of a character beyond the first 65,536: by these JavaScript does not sort as bytes do. */
const SURROGATE = /[\ud800-\udfff]/;

/** Names and values in turn, names in order. */
export function labelPairs(labels: Record<string, string>): string[] {
  return Object.keys(labels)
    .sort(compareTexts)
    .flatMap(name => [name, labels[name]]);
}

/**
 * The order in which Prometheus answers the series of a range query: by name and value of each
 * label in turn, and fewer labels before more. What a query sorts (`sort`) does not count there.
 *
 * @param a - see `labelPairs`
 */
export function compareLabels(
  a: readonly string[],
  b: readonly string[],
): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const order = compareTexts(a[index], b[index]);
    if (order !== 0) {
      return order;
    }
  }
  return a.length - b.length;
}

/** By bytes of UTF-8. */
function compareTexts(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  if (SURROGATE.test(a) || SURROGATE.test(b)) {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  }
  return a < b ? -1 : 1;
}
