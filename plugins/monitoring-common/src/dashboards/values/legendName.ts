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
    return fillLabels(legendFormat, label =>
      Object.hasOwn(labels, label) ? labels[label] : '',
    );
  }
  const { __name__: metric = '', ...rest } = labels;
  const pairs = Object.entries(rest)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .sort()
    .join(', ');
  return `${metric}${pairs ? `{${pairs}}` : ''}` || expression;
}
