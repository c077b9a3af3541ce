import { Sample } from './Sample';

interface Pair {
  labels: Record<string, string>;
  left: number;
  right: number;
}

/** Whether every label of the one stands in the other; no labels stand in all. */
function contains(
  whole: Record<string, string>,
  part: Record<string, string>,
): boolean {
  return Object.entries(part).every(([label, value]) => whole[label] === value);
}

function size(labels: Record<string, string>): number {
  return Object.keys(labels).length;
}

/** Pairs of samples that belong together: one has all labels of the other. A lone pair always does. */
export function joinSamples(left: Sample[], right: Sample[]): Pair[] {
  const pairs = left.flatMap(a =>
    right
      .filter(b => contains(a.labels, b.labels) || contains(b.labels, a.labels))
      .map(b => ({
        labels: size(a.labels) >= size(b.labels) ? a.labels : b.labels,
        left: a.value,
        right: b.value,
      })),
  );
  if (pairs.length === 0 && left.length === 1 && right.length === 1) {
    return [
      { labels: left[0].labels, left: left[0].value, right: right[0].value },
    ];
  }
  return pairs;
}
