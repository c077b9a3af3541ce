import { fillLabels } from './fillLabels';

/** What Grafana calls a legend that it finds by itself. */
const AUTO = '__auto';

/**
 * The name of a series from its labels.
 *
 * @param legendFormat - `{{label}}` stands for a label's value; empty, absent or `__auto`
 * means the labels themselves
 * @param expression - names a series that has no labels
 * @public
 */
export function legendName(
  labels: Record<string, string>,
  legendFormat?: string,
  expression: string = 'Value',
): string {
  if (legendFormat && legendFormat !== AUTO) {
    return fillLabels(legendFormat, label => labels[label] ?? '');
  }
  const { __name__: metric = '', ...rest } = labels;
  const pairs = Object.entries(rest)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .sort()
    .join(', ');
  return `${metric}${pairs ? `{${pairs}}` : ''}` || expression;
}

/**
 * The names of all series of a panel. With `__auto`, a single series has the name of its
 * expression, and several that differ in their only label have that label's value.
 *
 * @public
 */
export function legendNames(
  series: {
    labels: Record<string, string>;
    legendFormat?: string;
    expression: string;
  }[],
): string[] {
  const onlyLabel = commonSingleLabel(series.map(one => one.labels));
  return series.map(({ labels, legendFormat, expression }) => {
    if (legendFormat === AUTO && series.length === 1) {
      return expression;
    }
    if (legendFormat === AUTO && onlyLabel) {
      return labels[onlyLabel];
    }
    return legendName(labels, legendFormat, expression);
  });
}

function commonSingleLabel(
  labels: Record<string, string>[],
): string | undefined {
  const [name] = Object.keys(labels[0] ?? {});
  const isOnly = labels.every(one => {
    const names = Object.keys(one);
    return names.length === 1 && names[0] === name;
  });
  return isOnly ? name : undefined;
}
