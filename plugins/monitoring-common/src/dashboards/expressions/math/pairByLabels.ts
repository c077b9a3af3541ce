import { Effort } from '../Effort';
import { ExpressionValue, labelsOf } from '../ExpressionValue';

/** Two values that are calculated with each other. */
export interface Pair {
  /** Of what they come to. */
  labels: Record<string, string>;
  left: ExpressionValue;
  right: ExpressionValue;
}

/**
 * Which values of both sides belong together, by Grafana's rules: those with equal labels, those of
 * which one has no labels, and those of which one has all labels of the other and more; these are the
 * labels of the result. A single value on each side belongs together whatever the labels; the result
 * has none then.
 */
export function pairByLabels(
  lefts: ExpressionValue[],
  rights: ExpressionValue[],
  effort: Effort,
): Pair[] {
  if (lefts.length === 0 || rights.length === 0) {
    return [];
  }
  const [firstLeft] = lefts;
  const [firstRight] = rights;
  const isSingle = lefts.length === 1 || rights.length === 1;
  if (
    isSingle &&
    (firstLeft.kind === 'noData' || firstRight.kind === 'noData')
  ) {
    return [{ labels: {}, left: firstLeft, right: firstRight }];
  }
  effort.spend(lefts.length * rights.length);
  const labelled = rights.map(withLabels);
  const pairs = lefts.map(withLabels).flatMap(left =>
    labelled.flatMap(right => {
      const labels = commonLabels(left, right);
      return labels ? [{ labels, left: left.value, right: right.value }] : [];
    }),
  );
  return pairs.length === 0 && lefts.length === 1 && rights.length === 1
    ? [{ labels: {}, left: firstLeft, right: firstRight }]
    : pairs;
}

interface Labelled {
  value: ExpressionValue;
  labels: Record<string, string>;
  count: number;
  /** Equal for equal labels. */
  text: string;
}

function withLabels(value: ExpressionValue): Labelled {
  const labels = labelsOf(value);
  const entries = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    value,
    labels,
    count: entries.length,
    text: JSON.stringify(entries),
  };
}

function commonLabels(
  left: Labelled,
  right: Labelled,
): Record<string, string> | undefined {
  if (left.count === 0 || right.count === 0) {
    return left.count === 0 ? right.labels : left.labels;
  }
  if (left.count === right.count) {
    return left.text === right.text ? left.labels : undefined;
  }
  const [more, fewer] =
    left.count > right.count ? [left, right] : [right, left];
  const holdsAll = Object.entries(fewer.labels).every(
    ([label, value]) =>
      Object.hasOwn(more.labels, label) && more.labels[label] === value,
  );
  return holdsAll ? more.labels : undefined;
}
