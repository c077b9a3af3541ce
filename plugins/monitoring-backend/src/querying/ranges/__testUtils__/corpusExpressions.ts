import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Dashboards as people publish them. */
const FOLDER = resolve(
  __dirname,
  '../../../../../monitoring-common/src/dashboards/__fixtures__/public',
);

/** What depends on more than it looks like. */
export const SPECIAL_EXPRESSIONS = [
  'time()',
  'vector(time() % 3600)',
  '42',
  'pi() * 2',
  'timestamp(gauge_a)',
  'gauge_a - timestamp(gauge_a) + time()',
  'absent(gauge_a{mode="none"})',
  'absent(gauge_b)',
  'absent_over_time(gauge_b[3m])',
  'gauge_a offset 17m',
  'gauge_a offset -10m',
  'rate(counter_a_total[5m] offset 1m)',
  'gauge_a @ end()',
  'sum(rate(counter_a_total[5m] @ start()))',
  'rate(counter_a_total[90s])',
  'irate(counter_a_total[2m])',
  'increase(counter_a_total[10m])',
  'resets(counter_a_total[20m])',
  'deriv(gauge_a[7m])',
  'predict_linear(gauge_a[10m], 3600)',
  'holt_winters(gauge_a[10m], 0.5, 0.5)',
  'quantile_over_time(0.9, gauge_a[11m])',
  'stddev_over_time(gauge_b[9m])',
  'max_over_time(rate(counter_a_total[5m])[30m:1m])',
  'avg_over_time(gauge_b[20m:])',
  'min_over_time((gauge_a > 0)[10m:45s] offset 3m)',
  'topk(2, gauge_a)',
  'bottomk(1, counter_a_total) by (mode)',
  'sort_desc(sum by (mode) (gauge_a))',
  'sort(gauge_b)',
  'quantile(0.5, gauge_a)',
  'count_values("value", round(gauge_a))',
  'stdvar by (mode) (gauge_b)',
  'count(gauge_b) by (mode)',
  'scalar(gauge_b{mode="v1"})',
  'gauge_b == gauge_b',
  'gauge_b != gauge_b',
  'gauge_b > bool 0',
  '-gauge_a * 0',
  'gauge_b / 0',
  '0 / (gauge_a - gauge_a)',
  'gauge_a and gauge_b > 0',
  'gauge_a unless gauge_b > 0',
  'sum(gauge_b) or vector(0)',
  'gauge_a / on (mode, instance) gauge_b',
  'gauge_a * on (instance) group_left sum by (instance) (gauge_b)',
  'label_replace(gauge_a, "to", "x-$1", "mode", "(.*)")',
  'label_join(gauge_b, "both", "-", "mode", "instance")',
  'histogram_quantile(0.95, sum by (le) (rate(latency_a_bucket[5m])))',
  'histogram_quantile(0.5, rate(latency_a_bucket[10m]))',
  'changes(gauge_a[15m])',
  'last_over_time(gauge_b[3m])',
  'present_over_time(gauge_b[4m])',
  'clamp(gauge_b, -1, 1)',
  'hour(vector(time())) + minute()',
  'day_of_week()',
  '{__name__=~"gauge_.*"}',
  'sum({instance="i1"}) by (__name__)',
];

interface Panel {
  targets?: { expr?: string }[];
  panels?: Panel[];
}

/** The queries of published dashboards, with something in place of their variables. */
export function dashboardExpressions(): string[] {
  const found = readdirSync(FOLDER)
    .filter(file => file.endsWith('.json.gz'))
    .sort()
    .flatMap(file => {
      const text = gunzipSync(readFileSync(join(FOLDER, file))).toString();
      return expressionsOf(JSON.parse(text).panels ?? []);
    })
    .map(fillVariables)
    .filter(expression => !/[$[]{2}|\$/.test(expression));
  return [...new Set(found)];
}

function expressionsOf(panels: Panel[]): string[] {
  return panels.flatMap(({ targets = [], panels: inner = [] }) => [
    ...targets.flatMap(({ expr }) => expr ?? []),
    ...expressionsOf(inner),
  ]);
}

function fillVariables(expression: string): string {
  return expression
    .replace(/\$\{?__(rate_)?interval\}?|\[\[(__)?interval\]\]/g, '5m')
    .replace(/\$\{?(__range|interval|resolution)\}?/g, '15m')
    .replace(/([!=])=?~?\s*"[^"]*(\$\w|\$\{|\[\[)[^"]*"/g, '=~".*"')
    .replace(/\s+/g, ' ')
    .trim();
}
